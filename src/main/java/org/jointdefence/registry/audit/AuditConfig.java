package org.jointdefence.registry.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The sealing and verification of the log of readings. */
@ConfigMapping(prefix = "registry.audit")
interface AuditConfig {

    /** The interval at which new readings are added to the chains. */
    @WithDefault("1s")
    String sealEvery();

    /** Whether to verify the whole log at start and exit without serving requests; for the profile {@code verify}. */
    @WithDefault("false")
    boolean verifyOnly();

    /** Whether the profile {@code verify} also compares the tables with the record of changes. */
    @WithDefault("false")
    boolean verifyState();

    /**
     * Heads of chains that were saved elsewhere, each as {@code nation:position:hash}; verified together with the log.
     */
    Optional<List<String>> heads();
}
