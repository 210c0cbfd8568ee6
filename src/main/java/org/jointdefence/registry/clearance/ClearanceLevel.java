package org.jointdefence.registry.clearance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Clearance levels, from lowest to highest. */
@Enum("ClearanceLevel")
@Description("Clearance levels, from lowest to highest.")
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

    /** The level as written in tokens: {@code top-secret}. */
    String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Parses a level as written in tokens; empty unless the text matches exactly. */
    static Optional<ClearanceLevel> of(String token) {
        return Arrays.stream(values())
                .filter(level -> level.token().equals(token))
                .findFirst();
    }
}
