package org.jointdefence.registry.budget;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many bytes of the heap may hold what was worked out once; what was used least goes first. */
@ConfigMapping(prefix = "registry.caches")
public interface CachesConfig {

    /** Documents that were parsed, validated and measured. */
    @WithDefault("8M")
    MemorySize documents();

    /** Plans: the statements of an operation and what writes their rows as JSON. */
    @WithDefault("8M")
    MemorySize plans();

    /** Documents that callers registered by their hash, if they may. */
    @WithDefault("4M")
    MemorySize registeredDocuments();

    /** Those that one caller registered. */
    @WithDefault("256K")
    MemorySize registeredDocumentsOfOne();
}
