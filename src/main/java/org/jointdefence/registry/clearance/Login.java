package org.jointdefence.registry.clearance;

import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * How and when the bearer of a token has proven who they are, as the token says.
 *
 * @param acr the authentication context class; null unless it is told, and as a text
 * @param time seconds since 1970; null unless it is told, and as a whole number of which a long holds all
 */
record Login(@Nullable String acr, @Nullable Long time) {

    /** Reads the payload of a verified token, because the framework cuts a number down to what fits a long. */
    static Login of(JsonWebToken token) {
        String payload = token.getRawToken().split("\\.", -1)[1];
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
        String acr = claims.getValue("acr") instanceof String text ? text : null;
        return new Login(
                acr,
                switch (claims.getValue("auth_time")) {
                    case Integer seconds -> seconds.longValue();
                    case Long seconds -> seconds;
                    case null, default -> null;
                });
    }
}
