package org.jointdefence.registry.budget;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The sizes of the caches, in bytes of heap; the least used entries are evicted first. */
@ConfigMapping(prefix = "registry.caches")
public interface CachesConfig {

    /** Parsed and validated documents with their costs. */
    @WithDefault("8M")
    MemorySize documents();

    /** Plans: the statements of an operation and the writers of their rows as JSON. */
    @WithDefault("8M")
    MemorySize plans();

    /** Documents that callers registered by hash, where that is allowed. */
    @WithDefault("4M")
    MemorySize registeredDocuments();

    /** Public answers to trusted documents; with 0, none is kept. */
    @WithDefault("8M")
    MemorySize publicAnswers();

    /** Documents that one caller registered. */
    @WithDefault("256K")
    MemorySize registeredDocumentsOfOne();
}
