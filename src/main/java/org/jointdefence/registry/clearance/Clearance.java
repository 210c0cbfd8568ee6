package org.jointdefence.registry.clearance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller's token entitles them to: nothing but the public record when there is no level.
 *
 * @param nation ISO 3166-1 alpha-2; always there when there is a level
 * @param compartments the special handling that the token itself carries, need-to-know grants not included
 */
public record Clearance(
        @Nullable ClearanceLevel level, @Nullable String nation, Set<String> compartments) {

    /** The public record and nothing else. */
    public static final Clearance PUBLIC = new Clearance(null, null, Set.of());

    public Clearance {
        if (nation == null && level != null) {
            throw new IllegalArgumentException("a clearance is given by a nation");
        }
        if (level == null && !compartments.isEmpty()) {
            throw new IllegalArgumentException("a compartment needs a level");
        }
        compartments = Set.copyOf(compartments);
    }

    /** What is left of it below a level: the level below that one, or the public record when there is none. */
    Clearance below(ClearanceLevel threshold) {
        return threshold
                .below()
                .map(below -> new Clearance(below, nation, compartments))
                .orElseGet(() -> new Clearance(null, nation, Set.of()));
    }
}
