package org.jointdefence.registry.selection.statement;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on reads. */
@ConfigMapping(prefix = "registry.reading")
public interface PagingConfig {

    /**
     * The default page size unless configured; the schema's descriptions state it, because the schema is built before
     * the configuration is known.
     */
    String DEFAULT_PAGE_SIZE = "20";

    /** The maximum page size unless configured. */
    String MAXIMUM_PAGE_SIZE = "100";

    /** The number of records on a page without {@code first} or {@code last}. */
    @WithDefault(DEFAULT_PAGE_SIZE)
    int defaultPageSize();

    /** The maximum number of records on a page; a request for more is rejected. */
    @WithDefault(MAXIMUM_PAGE_SIZE)
    int maximumPageSize();

    /** The estimated memory for prepared statements in the server process of one connection. */
    @WithDefault("48M")
    MemorySize preparedSize();

    /** The maximum time for all statements of a read together, including the time between them; in whole seconds. */
    @WithDefault("10s")
    Duration executionTime();
}
