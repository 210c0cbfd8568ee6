package org.jointdefence.registry.keycloak;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jointdefence.registry.PackagedRegistry;
import org.jointdefence.registry.PasswordGrant;
import org.jointdefence.registry.clearance.SigningIssuer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Which tokens of a real Keycloak are believed, and until when. */
@Tag("keycloak")
@ExtendWith(KeycloakDeployment.Lifecycle.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakTokensIT {

    private static final String USER = "lt-secret";
    private static final Duration SHORT_LIFE = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final KeycloakDeployment deployment = KeycloakDeployment.current();
    private final Keycloak keycloak = deployment.keycloak();

    @Test
    void a_good_token_is_believed() {
        String token = token("partnership-registry");
        for (PackagedRegistry registry : deployment.registries()) {
            JsonPath viewer = accepted(ask(registry, token));
            assertThat(viewer.getString("data.viewer.subject"))
                    .isEqualTo(claims(token).getString("sub"));
            assertThat(viewer.getString("data.viewer.clearance.level")).isEqualTo("SECRET");
            assertThat(viewer.getString("data.viewer.clearance.nation")).isEqualTo("LT");
        }
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void anything_but_a_good_token_is_refused(String token) {
        deployment.registries().forEach(registry -> refused(ask(registry, token)));
    }

    static Stream<Named<String>> badTokens() throws JoseException {
        Keycloak keycloak = KeycloakDeployment.current().keycloak();
        String good = token("partnership-registry");
        String[] parts = good.split("\\.", -1);
        String topSecret = text(parts[1]).replace("clearance:secret", "clearance:top-secret");
        byte[] publicKey = Base64.getDecoder().decode(keycloak.publicKey());
        return Stream.of(
                Named.of("of another client", token("procurement-portal")),
                Named.of("of another realm", keycloak.administratorsToken()),
                Named.of("not signed", encoded(text(parts[0]).replace("RS256", "none")) + '.' + parts[1] + '.'),
                Named.of("forged", parts[0] + '.' + encoded(topSecret) + '.' + parts[2]),
                Named.of("signed with another key", signed(good, "RS256", SigningIssuer.KEYS.getPrivate())),
                Named.of("signed with the public key as a secret", signed(good, "HS256", new HmacKey(publicKey))));
    }

    @Test
    void an_expired_token_is_refused() throws InterruptedException {
        String token = token("public-kiosk");
        deployment.registries().forEach(registry -> accepted(ask(registry, token)));
        Thread.sleep(SHORT_LIFE.plusSeconds(1));
        deployment.registries().forEach(registry -> refused(ask(registry, token)));
    }

    @Test
    void a_token_of_an_ended_session_is_refused_when_the_issuer_is_asked() {
        String token = token("partnership-registry");
        revoked(token, () -> keycloak.endSession(claims(token).getString("sid")));
    }

    @Test
    void a_token_of_a_disabled_user_is_refused_when_the_issuer_is_asked() {
        String token = token("partnership-registry");
        String user = claims(token).getString("sub");
        try {
            revoked(token, () -> keycloak.enable(user, false));
        } finally {
            keycloak.enable(user, true);
        }
    }

    @Test
    void a_token_from_before_all_were_revoked_is_refused_when_the_issuer_is_asked() throws InterruptedException {
        String token = token("partnership-registry");
        Thread.sleep(1000); // Tokens tell seconds.
        revoked(token, () -> keycloak.refuseTokensBefore(Instant.now()));
    }

    /** And is good until it expires where the issuer is not asked, as the manual says. */
    private void revoked(String token, Runnable revocation) {
        deployment.registries().forEach(registry -> accepted(ask(registry, token)));
        revocation.run();
        refused(ask(deployment.askingRegistry(), token));
        accepted(ask(deployment.registry(), token));
    }

    @Test
    void a_new_key_is_believed_at_once_and_a_removed_one_soon_no_longer() throws InterruptedException {
        String old = token("partnership-registry");
        accepted(ask(deployment.registry(), old));

        keycloak.addKey();
        String fresh = token("partnership-registry");
        assertThat(header(fresh).getString("kid")).isNotEqualTo(header(old).getString("kid"));
        accepted(ask(deployment.registry(), fresh));
        accepted(ask(deployment.registry(), old));

        keycloak.removeOldKeys();
        Instant end = Instant.now().plus(SOON);
        while (ask(deployment.registry(), old).statusCode() != 401
                && Instant.now().isBefore(end)) {
            Thread.sleep(500);
        }
        deployment.registries().forEach(registry -> refused(ask(registry, old)));
        deployment.registries().forEach(registry -> accepted(ask(registry, fresh)));
    }

    @Test
    void a_token_says_how_its_bearer_signed_in_and_when() {
        assertThat(claims(token("partnership-registry")).getString("acr")).isEqualTo("password");
        assertSignedIn(USER, "", "password");
        assertSignedIn("lt-secret-mfa", "mfa", "mfa");
    }

    private void assertSignedIn(String user, String acr, String level) {
        JsonPath claims = claims(new BrowserGrant(keycloak.issuer(), acr, List.of(user)).token(user));
        assertThat(claims.getString("acr")).isEqualTo(level);
        assertThat(Instant.ofEpochSecond(claims.getLong("auth_time")))
                .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(1));
    }

    private static String token(String client) {
        return new PasswordGrant(client)
                .fetch(KeycloakDeployment.current().keycloak().issuer(), USER);
    }

    private static Response ask(PackagedRegistry registry, String token) {
        return given().port(registry.port())
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("query", "{ viewer { subject clearance { level nation } } }"))
                .post("/graphql");
    }

    private static JsonPath accepted(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.jsonPath().getString("data.viewer.clearance.level"))
                .as(response.asString())
                .isNotNull();
        return response.jsonPath();
    }

    private static void refused(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(response.jsonPath().getMap("")).containsOnlyKeys("errors");
        assertThat(response.jsonPath().getString("errors[0].message")).isEqualTo("The token is not accepted.");
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
        assertThat(response.jsonPath().getString("errors[0].extensions.requestId"))
                .isNotEmpty();
    }

    /** The same header, but for the algorithm, and the same claims. */
    private static String signed(String token, String algorithm, Key key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(text(token.split("\\.", -1)[1]));
        signature.setKeyIdHeaderValue(header(token).getString("kid"));
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKey(key);
        return signature.getCompactSerialization();
    }

    private static JsonPath header(String token) {
        return new JsonPath(text(token.split("\\.", -1)[0]));
    }

    private static JsonPath claims(String token) {
        return new JsonPath(text(token.split("\\.", -1)[1]));
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
