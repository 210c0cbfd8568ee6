package org.jointdefence.registry.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How the log of readings is kept whole. */
@ConfigMapping(prefix = "registry.audit")
interface AuditConfig {

    /** How often what was written is added to the chains. */
    @WithDefault("1s")
    String sealEvery();

    /** Whether to verify the whole log at the start, and to serve nothing: for the profile {@code verify}. */
    @WithDefault("false")
    boolean verifyOnly();

    /** Heads of chains that were kept elsewhere, each as {@code nation:position:hash}; verified with the log. */
    Optional<List<String>> heads();
}
