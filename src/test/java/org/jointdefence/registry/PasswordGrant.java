package org.jointdefence.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

import static io.restassured.RestAssured.given;

/** Password and client, as the issuer that the configuration names takes them (RFC 6749, section 4.3). */
public record PasswordGrant(String client) implements Grant {

    /** Shorter than a token's life. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    @Override
    public String token(String persona) {
        String issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        return TOKENS.compute(
                        String.join(" ", issuer, client, persona),
                        (key, token) -> token != null && token.fresh()
                                ? token
                                : new Token(fetch(issuer, persona), Instant.now()))
                .text();
    }

    /** A token that nobody else has. */
    public String fetch(String issuer, String persona) {
        String endpoint =
                given().get(issuer + "/.well-known/openid-configuration").path("token_endpoint");
        return given().formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", persona)
                .formParam("password", "any")
                .formParam("scope", "openid")
                .post(endpoint)
                .path("access_token");
    }

    private record Token(String text, Instant since) {
        private boolean fresh() {
            return Instant.now().isBefore(since.plus(FRESH));
        }
    }
}
