package org.jointdefence.registry.clearance;

import java.util.List;

/**
 * The login that the clearance level in a token requires (RFC 9470).
 *
 * @param acrValues the accepted authentication context classes, preferred ones first
 * @param maximumAge the maximum age of the login, in seconds
 */
public record StepUp(List<String> acrValues, long maximumAge) {

    public StepUp {
        acrValues = List.copyOf(acrValues);
    }

    /** The value of the header {@code WWW-Authenticate} that asks for such a login (RFC 9470, section 3). */
    public String challenge() {
        return """
                Bearer error="insufficient_user_authentication", \
                error_description="A stronger or more recent login is needed for the level that the token names.", \
                acr_values="%s", max_age="%d"\
                """.formatted(String.join(" ", acrValues), maximumAge);
    }
}
