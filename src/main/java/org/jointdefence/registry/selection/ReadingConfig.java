package org.jointdefence.registry.selection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one read may ask for. */
@ConfigMapping(prefix = "registry.reading")
public interface ReadingConfig {

    /** How many records a connection shows when neither {@code first} nor {@code last} says so. */
    @WithDefault("20")
    int defaultPageSize();

    /** How many records a connection shows at most. */
    @WithDefault("100")
    int maximumPageSize();
}
