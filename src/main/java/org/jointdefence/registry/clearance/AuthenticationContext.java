package org.jointdefence.registry.clearance;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How and when the bearer of a token authenticated, according to the token.
 *
 * @param acr the authentication context class; null unless the claim is a string
 * @param time seconds since 1970; null unless the claim is an integer in the range of a long
 */
record AuthenticationContext(@Nullable String acr, @Nullable Long time) {

    /**
     * Reads the claims of a verified token from its JSON, because the framework truncates numbers to the range of a
     * long.
     */
    static AuthenticationContext of(JsonObject claims) {
        return new AuthenticationContext(
                claims.getValue("acr") instanceof String text ? text : null,
                switch (claims.getValue("auth_time")) {
                    case Integer seconds -> seconds.longValue();
                    case Long seconds -> seconds;
                    case null, default -> null;
                });
    }
}
