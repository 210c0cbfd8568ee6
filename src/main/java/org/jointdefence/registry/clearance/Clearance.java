package org.jointdefence.registry.clearance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may read; without a level, only the public record.
 *
 * @param nation ISO 3166-1 alpha-2; never null when there is a level
 * @param compartments the compartments named in the token, without need-to-know grants
 */
public record Clearance(
        @Nullable ClearanceLevel level, @Nullable String nation, Set<String> compartments) {

    /** The public record only. */
    public static final Clearance PUBLIC = new Clearance(null, null, Set.of());

    public Clearance {
        if (nation == null && level != null) {
            throw new IllegalArgumentException("a clearance needs a nation");
        }
        if (level == null && !compartments.isEmpty()) {
            throw new IllegalArgumentException("a compartment needs a level");
        }
        compartments = Set.copyOf(compartments);
    }

    /** This clearance capped below a level: at the next lower level, or at the public record when there is none. */
    Clearance below(ClearanceLevel threshold) {
        return threshold
                .below()
                .map(below -> new Clearance(below, nation, compartments))
                .orElseGet(() -> new Clearance(null, nation, Set.of()));
    }
}
