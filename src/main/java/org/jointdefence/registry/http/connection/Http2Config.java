package org.jointdefence.registry.http.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of HTTP/2. Over TLS, clients can always choose it. */
@ConfigMapping(prefix = "registry.http2")
interface Http2Config {

    /** Whether to accept it without TLS (h2c), as some proxies require. */
    @WithDefault("false")
    boolean clearText();
}
