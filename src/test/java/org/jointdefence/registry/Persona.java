package org.jointdefence.registry;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

import static io.restassured.RestAssured.given;

/** The demo's users, as the embedded OIDC server knows them: {@code Persona.named("lt-secret").request()…}. */
public record Persona(String name) {

    /** Shorter than a token's life. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    /** A caller without a token. */
    public static final Persona ANONYMOUS = new Persona("anonymous");

    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    public static Persona named(String name) {
        return new Persona(name);
    }

    /** A request with a token of this persona, if it has one. */
    public RequestSpecification request() {
        return equals(ANONYMOUS) ? given() : given().auth().oauth2(token());
    }

    /** A token of this persona, signed by the embedded server. */
    public String token() {
        String issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        return TOKENS.compute(
                        issuer + ' ' + name, (key, token) -> token != null && token.fresh() ? token : fetch(issuer))
                .text();
    }

    private Token fetch(String issuer) {
        String text = given().formParam("grant_type", "password")
                .formParam("client_id", "partnership-registry")
                .formParam("username", name)
                .formParam("password", "any")
                .post(issuer + "/token")
                .path("access_token");
        return new Token(text, Instant.now().plus(FRESH));
    }

    private record Token(String text, Instant until) {
        private boolean fresh() {
            return Instant.now().isBefore(until);
        }
    }
}
