package org.jointdefence.registry.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether HTTP/2 is spoken. It is not unless it is configured: each of its streams takes memory as a connection does. */
@ConfigMapping(prefix = "registry.http2")
public interface Http2Config {

    /** Whether clients may choose it over TLS. */
    @WithDefault("false")
    boolean overTls();

    /** Whether it may be spoken without TLS (h2c), which a few proxies need. */
    @WithDefault("false")
    boolean clearText();
}
