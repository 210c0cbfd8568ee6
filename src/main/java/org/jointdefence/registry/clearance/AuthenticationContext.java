package org.jointdefence.registry.clearance;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How and when the bearer of a token has proven who they are, as the token says.
 *
 * @param acr the authentication context class; null unless it is told, and as a text
 * @param time seconds since 1970; null unless it is told, and as a whole number of which a long holds all
 */
record AuthenticationContext(@Nullable String acr, @Nullable Long time) {

    /** Reads the claims of a verified token, because the framework cuts a number down to what fits a long. */
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
