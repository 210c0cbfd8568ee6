package org.jointdefence.registry.selection.statement;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one read may ask for. */
@ConfigMapping(prefix = "registry.reading")
public interface PagingConfig {

    /** The page of a service that is not told otherwise; the schema's descriptions, which are older than it, say so. */
    String DEFAULT_PAGE_SIZE = "20";

    /** The largest page of a service that is not told otherwise. */
    String MAXIMUM_PAGE_SIZE = "100";

    /** How many records a connection shows when neither {@code first} nor {@code last} says so. */
    @WithDefault(DEFAULT_PAGE_SIZE)
    int defaultPageSize();

    /** How many records a connection shows at most; a question for more is refused. */
    @WithDefault(MAXIMUM_PAGE_SIZE)
    int maximumPageSize();

    /** How much the server process of one connection keeps of prepared statements, as far as that can be estimated. */
    @WithDefault("48M")
    MemorySize preparedSize();

    /** The longest that all statements of a read may take together, and whatever lies between them; in full seconds. */
    @WithDefault("10s")
    Duration executionTime();
}
