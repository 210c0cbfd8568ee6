package org.jointdefence.registry.http.response;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the service is called from outside, and which web pages may ask it. */
@ConfigMapping(prefix = "registry.http")
public interface HttpConfig {

    /** The origin under which clients reach the service, such as {@code https://registry.example}. */
    Optional<String> publicAddress();

    /** The origins of the web pages that may ask; {@code *} for a port means any, and alone any origin. */
    Optional<List<String>> corsOrigins();
}
