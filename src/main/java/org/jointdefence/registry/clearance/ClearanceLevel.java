package org.jointdefence.registry.clearance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How much a caller may handle, from the least to the most. */
@Enum("ClearanceLevel")
@Description("How much a caller may handle, from the least to the most.")
public enum ClearanceLevel {
    @Description("Up to restricted.")
    RESTRICTED(1),

    @Description("Up to confidential.")
    CONFIDENTIAL(2),

    @Description("Up to secret.")
    SECRET(3),

    @Description("Up to top secret.")
    TOP_SECRET(4);

    private final int rank;

    ClearanceLevel(int rank) {
        this.rank = rank;
    }

    /** The handling rank that labels are compared with. */
    public int rank() {
        return rank;
    }

    /** The next lower level; empty below the lowest. */
    Optional<ClearanceLevel> below() {
        return Arrays.stream(values()).filter(level -> level.rank == rank - 1).findFirst();
    }

    /** As a token names it: {@code top-secret}. */
    String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The level that a token names so, exactly; empty when there is none. */
    static Optional<ClearanceLevel> of(String token) {
        return Arrays.stream(values())
                .filter(level -> level.token().equals(token))
                .findFirst();
    }
}
