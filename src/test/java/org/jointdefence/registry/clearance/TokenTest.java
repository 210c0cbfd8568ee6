package org.jointdefence.registry.clearance;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The audience is checked as in production; tokens of the embedded OIDC server have none. */
@QuarkusTest
@TestProfile(TokenTest.AsInProduction.class)
@WithTestResource(SigningIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenTest {

    @Test
    void a_good_token_is_believed() {
        Response response = viewer("Bearer " + SigningIssuer.sign(SigningIssuer.claims()));
        JsonPath viewer = response.jsonPath();

        assertThat(viewer.getMap("")).containsOnlyKeys("data");
        assertThat(response.header("WWW-Authenticate")).isNull();
        assertThat(viewer.getString("data.viewer.subject")).isEqualTo("somebody");
        assertThat(viewer.getString("data.viewer.clearance.level")).isEqualTo("SECRET");
        assertThat(viewer.getString("data.viewer.clearance.nation")).isEqualTo("LT");
    }

    @Test
    void a_clearance_may_stand_under_claims_that_the_configuration_names() {
        JsonPath viewer = viewer("Bearer "
                        + SigningIssuer.sign(SigningIssuer.claims()
                                .groups(Set.of())
                                .claim("clr", "confidential")
                                .claim("nat", List.of("UA"))
                                .claim("sci", List.of("AMBER"))))
                .jsonPath();

        assertThat(viewer.getString("data.viewer.clearance.level")).isEqualTo("CONFIDENTIAL");
        assertThat(viewer.getString("data.viewer.clearance.nation")).isEqualTo("UA");
        assertThat(viewer.getList("data.viewer.clearance.compartments", String.class))
                .containsExactly("AMBER");
    }

    @Test
    void a_claim_that_is_no_text_voids_the_clearance() {
        JsonPath viewer = viewer(
                        "Bearer " + SigningIssuer.sign(SigningIssuer.claims().claim("sci", Map.of("AMBER", true))))
                .jsonPath();

        assertThat(viewer.getString("data.viewer.subject")).isEqualTo("somebody");
        assertThat(viewer.getString("data.viewer.clearance.level")).isNull();
    }

    @ParameterizedTest
    @MethodSource("badAuthorizations")
    void anything_but_a_good_token_is_refused(String authorization) {
        Response response = viewer(authorization);

        assertThat(response.statusCode()).isEqualTo(401);
        // A request without a token gets no error code (RFC 6750, section 3.1).
        String error = authorization.startsWith("Bearer") ? "error=\"invalid_token\", " : "";
        assertThat(response.headers().getValues("WWW-Authenticate"))
                .containsExactly("Bearer " + error + "resource_metadata=\"https://registry.example"
                        + "/.well-known/oauth-protected-resource/graphql\"");
        JsonPath body = response.jsonPath();
        assertThat(body.getMap("")).containsOnlyKeys("errors");
        assertThat(body.getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
        assertThat(body.getString("errors[0].message")).isEqualTo("The token is not accepted.");

        assertThat(given().contentType(ContentType.JSON)
                        .body(Map.of("query", "{ viewer { subject } }"))
                        .post("/graphql")
                        .statusCode())
                .isEqualTo(200);
    }

    static Stream<Named<String>> badAuthorizations() {
        String good = SigningIssuer.sign(SigningIssuer.claims());
        String[] parts = good.split("\\.", -1);
        String moreRoles = encoded("""
                {"iss": "%s", "aud": "%s", "sub": "somebody", "iat": 1, "exp": 4102444800,
                 "groups": ["clearance:top-secret", "nation:LT"]}
                """.formatted(SigningIssuer.ISSUER, SigningIssuer.AUDIENCE));
        return Stream.of(
                bearer(
                        "expired",
                        SigningIssuer.sign(
                                SigningIssuer.claims().expiresAt(Instant.now().minusSeconds(60)))),
                bearer(
                        "not valid yet",
                        SigningIssuer.sign(SigningIssuer.claims()
                                .claim(
                                        "nbf",
                                        Instant.now().plus(Duration.ofHours(1)).getEpochSecond()))),
                bearer(
                        "of another issuer",
                        SigningIssuer.sign(SigningIssuer.claims().issuer("https://other.example"))),
                bearer(
                        "for another audience",
                        SigningIssuer.sign(SigningIssuer.claims().audience("another"))),
                bearer(
                        "for no audience",
                        SigningIssuer.sign(
                                Jwt.claims().issuer(SigningIssuer.ISSUER).subject("somebody"))),
                bearer(
                        "about nobody",
                        SigningIssuer.sign(
                                Jwt.claims().issuer(SigningIssuer.ISSUER).audience(SigningIssuer.AUDIENCE))),
                bearer(
                        "signed with another key",
                        SigningIssuer.sign(
                                SigningIssuer.claims(), SigningIssuer.keys().getPrivate())),
                bearer(
                        "of an unknown key",
                        SigningIssuer.claims().jws().keyId("second").sign(SigningIssuer.KEYS.getPrivate())),
                bearer(
                        "signed with the public key as a secret",
                        SigningIssuer.claims()
                                .jws()
                                .keyId(SigningIssuer.KEY_ID)
                                .sign(new SecretKeySpec(
                                        SigningIssuer.KEYS.getPublic().getEncoded(), "HmacSHA256"))),
                bearer("not signed", encoded("{\"alg\": \"none\", \"kid\": \"first\"}") + '.' + parts[1] + '.'),
                bearer("forged", parts[0] + '.' + moreRoles + '.' + parts[2]),
                bearer("cut off", good.substring(0, good.length() - 10)),
                bearer("no token", "nonsense"),
                bearer("empty", ""),
                Named.of("Bearer alone", "Bearer"),
                Named.of("Basic", "Basic " + encoded("registrar:any")),
                Named.of("no scheme", good),
                Named.of("an unknown scheme", "Token " + good));
    }

    private static Named<String> bearer(String name, String token) {
        return Named.of(name, "Bearer " + token);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response viewer(String authorization) {
        return given().header("Authorization", authorization)
                .contentType(ContentType.JSON)
                .body(Map.of("query", "{ viewer { subject clearance { level nation compartments } } }"))
                .post("/graphql");
    }

    public static class AsInProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.devservices.enabled", "false",
                    "quarkus.oidc.token.audience", SigningIssuer.AUDIENCE,
                    "registry.http.public-address", "https://registry.example",
                    "registry.clearance.level-claim", "clr",
                    "registry.clearance.nation-claim", "nat",
                    "registry.clearance.compartments-claim", "sci");
        }
    }
}
