package org.jointdefence.registry.clearance;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The claims of tokens, the compartments that exist, and which other nations' readers auditors see. */
@ConfigMapping(prefix = "registry.clearance")
interface ClearanceConfig {

    /** The compartments that exist. A token with any other compartment gets no clearance at all. */
    Optional<Set<String>> compartments();

    /** Per nation, the other nations whose readers its auditors also see; ISO 3166-1 alpha-2. */
    Map<String, Set<String>> auditedNations();

    /** A claim with the level, such as {@code secret}, read in addition to the roles {@code clearance:…}. */
    Optional<String> levelClaim();

    /** A claim with the nation, ISO 3166-1 alpha-2, read in addition to the roles {@code nation:…}. */
    Optional<String> nationClaim();

    /** A claim with compartments, read in addition to the roles {@code compartment:…}. */
    Optional<String> compartmentsClaim();
}
