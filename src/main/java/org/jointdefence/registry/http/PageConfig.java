package org.jointdefence.registry.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The page in the browser. */
@ConfigMapping(prefix = "registry.page")
interface PageConfig {

    /** Whether the service has a page; if not, it answers clients of its API only. */
    @WithDefault("true")
    boolean enabled();
}
