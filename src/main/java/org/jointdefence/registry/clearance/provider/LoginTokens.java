package org.jointdefence.registry.clearance.provider;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The tokens that a login gave.
 *
 * @param access decides what the login is worth, as a bearer token
 * @param refresh gives new tokens; null if the provider gave none
 * @param id shown to the provider at logout and never read; null if the provider gave none
 */
public record LoginTokens(
        String access, @Nullable String refresh, @Nullable String id) {

    /**
     * When the access token expires, in seconds since 1970, according to a token that need not have been verified; null if
     * it does not say.
     */
    public @Nullable Long expiry() {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(access.split("\\.", -1)[1]);
            return new JsonObject(new String(claims, UTF_8)).getValue("exp") instanceof Number exp
                    ? Long.valueOf(exp.longValue())
                    : null;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DecodeException opaque) {
            return null;
        }
    }
}
