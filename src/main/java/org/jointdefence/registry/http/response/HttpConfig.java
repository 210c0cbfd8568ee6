package org.jointdefence.registry.http.response;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The public address of the service, and the web pages that may use it. */
@ConfigMapping(prefix = "registry.http")
public interface HttpConfig {

    /** The origin under which clients reach the service, such as {@code https://registry.example}. */
    Optional<String> publicAddress();

    /** The origins of web pages that may send requests; {@code *} as a port allows any port, and alone any origin. */
    Optional<List<String>> corsOrigins();
}
