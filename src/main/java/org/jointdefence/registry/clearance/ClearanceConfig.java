package org.jointdefence.registry.clearance;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How tokens name clearances, where they do not do it by roles alone. */
@ConfigMapping(prefix = "registry.clearance")
interface ClearanceConfig {

    /** The compartments that exist; a token that names another is not believed at all. */
    Optional<Set<String>> compartments();

    /**
     * The nations whose readers the auditors of a nation see, by that nation and besides its own; ISO 3166-1 alpha-2.
     */
    Map<String, Set<String>> auditedNations();

    /** A claim that holds the level, such as {@code secret}, besides the roles {@code clearance:…}. */
    Optional<String> levelClaim();

    /** A claim that holds the nation, ISO 3166-1 alpha-2, besides the roles {@code nation:…}. */
    Optional<String> nationClaim();

    /** A claim that holds compartments, besides the roles {@code compartment:…}. */
    Optional<String> compartmentsClaim();
}
