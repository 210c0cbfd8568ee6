package org.jointdefence.registry.selection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one read may ask for, and for how long it may run. */
@ConfigMapping(prefix = "registry.reading")
public interface ReadingConfig {

    /** How many records a connection shows when neither {@code first} nor {@code last} says so. */
    @WithDefault("20")
    int defaultPageSize();

    /** How many records a connection shows at most. */
    @WithDefault("100")
    int maximumPageSize();

    /** How long one SQL statement of a read may take. */
    @WithDefault("5S")
    Duration statementTimeout();
}
