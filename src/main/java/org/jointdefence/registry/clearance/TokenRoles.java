package org.jointdefence.registry.clearance;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roles found in a token, for finding mistakes in the configuration of the identity provider.
 *
 * @param seen the known and unknown roles, truncated for display
 * @param warning what is wrong with them, in a sentence or two; null when nothing is
 */
public record TokenRoles(List<String> seen, @Nullable String warning) {

    /** The roles of a caller without a token. */
    static final TokenRoles NONE = new TokenRoles(List.of(), null);

    /** How many roles are shown, and how many characters of each. */
    static final int MOST_SEEN = 20;

    static final int LONGEST_SEEN = 100;

    public TokenRoles {
        seen = List.copyOf(seen);
    }

    /** The first {@link #MOST_SEEN} of these roles in alphabetical order. */
    static TokenRoles of(Collection<String> roles, @Nullable String warning) {
        return new TokenRoles(
                roles.stream()
                        .sorted()
                        .limit(MOST_SEEN)
                        .map(role -> ClaimText.shown(role, LONGEST_SEEN))
                        .toList(),
                warning);
    }
}
