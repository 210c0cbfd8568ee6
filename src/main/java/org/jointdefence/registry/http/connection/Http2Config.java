package org.jointdefence.registry.http.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How HTTP/2 is spoken. Over TLS, clients may always choose it. */
@ConfigMapping(prefix = "registry.http2")
interface Http2Config {

    /** Whether it may be spoken without TLS (h2c), as some proxies want to. */
    @WithDefault("false")
    boolean clearText();
}
