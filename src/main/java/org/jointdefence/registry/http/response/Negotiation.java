package org.jointdefence.registry.http.response;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the media type of a response from an Accept header (RFC 9110, section 12.5.1). */
public final class Negotiation {

    private Negotiation() {}

    /**
     * The media type with the higher quality; empty if neither is acceptable. If both qualities are equal, GraphQL's own
     * type wins only where the header names it, because other clients may not know it; wildcards and an absent header
     * give {@code application/json}.
     */
    public static Optional<MediaType> choose(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(MediaType.JSON);
        }
        Preference response = preference(accept, MediaType.GRAPHQL_RESPONSE);
        Preference json = preference(accept, MediaType.JSON);
        if (response.quality() <= 0 && json.quality() <= 0) {
            return Optional.empty();
        }
        boolean responseWins = response.quality() == json.quality()
                ? response.specificity() == Preference.NAMED
                : response.quality() > json.quality();
        return Optional.of(responseWins ? MediaType.GRAPHQL_RESPONSE : MediaType.JSON);
    }

    /** The preference for a type, from the most specific range that matches it. */
    private static Preference preference(String accept, MediaType type) {
        Preference best = Preference.NONE;
        for (String range : accept.split(",", -1)) {
            String[] parts = range.split(";", -1);
            int specificity = specificity(parts[0].strip().toLowerCase(Locale.ROOT), type);
            if (specificity > best.specificity()) {
                best = new Preference(specificity, quality(parts));
            }
        }
        return best;
    }

    private static int specificity(String range, MediaType type) {
        if (range.equals(type.typeName())) {
            return Preference.NAMED;
        }
        return switch (range) {
            case "application/*" -> 2;
            case "*/*" -> 1;
            default -> 0;
        };
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException malformed) {
                    return 0;
                }
            }
        }
        return 1;
    }

    private record Preference(int specificity, double quality) {
        private static final int NAMED = 3;
        private static final Preference NONE = new Preference(0, 0);
    }
}
