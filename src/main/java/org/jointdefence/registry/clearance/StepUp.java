package org.jointdefence.registry.clearance;

import java.util.List;

/**
 * What a login must have been like for a token to be worth the level that it names (RFC 9470).
 *
 * @param acrValues the authentication context classes of which it must have one, the preferred ones first
 * @param maximumAge how long ago it may have been, in seconds
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
