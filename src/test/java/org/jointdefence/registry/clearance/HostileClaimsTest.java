package org.jointdefence.registry.clearance;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Correctly signed tokens with claims that their issuer let users choose. */
@QuarkusTest
@TestProfile(TokenTest.AsInProduction.class)
@WithTestResource(SigningIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileClaimsTest {

    private static final String ROLES = "\"groups\": [\"clearance:secret\", \"nation:LT\"]";

    /** Reads something classified, so that PostgreSQL stores the reading under the subject. */
    private static final String CLASSIFIED = "{ weaponSystems { nodes { designation } } }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"\\ud800\"",
                "\"somebody\\udc00\"",
                "\"\\udc00\\ud800\"",
                "\"\\u0000\"",
                "\"some\\u0000body\"",
                "\"some\\nbody\"",
                "\"\\u0085\"",
                "\"\\u2028\"",
                "\"\\u007f\"",
                "null",
                "7",
                "true",
                "[]",
                "[\"somebody\"]",
                "{}",
                "{\"sub\": \"somebody\"}",
                "\"somebody\", \"sub\": \"somebody else\"",
            })
    void a_subject_that_is_no_plain_text_is_refused(String subject) {
        refused(SigningIssuer.signJson("\"sub\": " + subject + ", " + ROLES));
    }

    @Test
    void a_subject_has_1_to_255_characters() {
        for (String longest : List.of("s".repeat(255), "ž".repeat(255), "🦢".repeat(255))) {
            String subject = ask(
                            SigningIssuer.signJson("\"sub\": \"" + longest + "\", " + ROLES), "{ viewer { subject } }")
                    .jsonPath()
                    .getString("data.viewer.subject");
            assertThat(subject).isEqualTo(longest);
            refused(SigningIssuer.signJson("\"sub\": \"" + longest + "s\", " + ROLES));
        }
        refused(SigningIssuer.signJson("\"sub\": \"" + "s".repeat(4_000) + "\", " + ROLES));
        refused(SigningIssuer.signJson(ROLES));
    }

    @Test
    void a_payload_that_is_not_UTF_8_is_refused_because_two_subjects_would_become_one() {
        String payload = """
                {"iss": "%s", "aud": "%s", "iat": 1, "exp": 4102444800, "sub": "some\u00e9", %s}
                """.formatted(SigningIssuer.ISSUER, SigningIssuer.AUDIENCE, ROLES);

        refused(SigningIssuer.signBytes(payload.getBytes(ISO_8859_1)));
        assertThat(ask(SigningIssuer.signBytes(payload.getBytes(UTF_8)), CLASSIFIED)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "true",
                "{}",
                "[]",
                "[null]",
                "[7, true, {}, []]",
                "\"\"",
                "\"\\ud800\"",
                "[\"clearance:secret\\u0000\", \"nation:LT\"]",
                "[\"clearance:secret\", \"nation:L\\ud800\"]",
                "[\"clearance:secret\", \"nation:\"]",
                "[\"clearance:secret\", \"nation:lt\"]",
                "[\"clearance:secret\", \"nation:LT\", \"compartment:\\u0000\"]",
                "[\"clearance:secret\", \"nation:LT\", \"compartment:{AMBER}\"]",
                "[\"clearance:secret\", [\"nation:LT\"]]",
                "{\"of\": \"- clearance:top-secret nation:LT -\"}",
                "[[\"clearance:top-secret\"], \"clearance:secret\", \"nation:LT\"]",
            })
    void roles_of_the_wrong_kind_are_worth_the_public_record(String groups) {
        String token = SigningIssuer.signJson("\"sub\": \"somebody\", \"groups\": " + groups);

        assertThat(viewer(token).getString("data.viewer.clearance.level")).isNull();
        assertThat(ask(token, CLASSIFIED).statusCode()).isEqualTo(200);
        assertThat(ask(token, CLASSIFIED).asString()).isEqualTo(anonymous(CLASSIFIED));
    }

    @ParameterizedTest
    @MethodSource("others")
    void another_claim_of_any_kind_is_no_failure_of_ours(String members) {
        for (String document : List.of("{ viewer { subject } }", CLASSIFIED)) {
            Response response = ask(SigningIssuer.signJson("\"sub\": \"somebody\", " + members), document);
            assertThat(response.statusCode()).as(response.asString()).isIn(200, 401);
        }
    }

    /** The claims that the framework or the registry reads, each with values of every kind. */
    static Stream<String> others() {
        List<String> names = List.of(
                "acr",
                "amr",
                "auth_time",
                "azp",
                "clr",
                "cnf",
                "email",
                "events",
                "jti",
                "name",
                "nat",
                "nbf",
                "nonce",
                "preferred_username",
                "realm_access",
                "resource_access",
                "sci",
                "scope",
                "sid",
                "tenant-id",
                "typ",
                "upn");
        List<String> values = List.of(
                "null",
                "7",
                "-1e300",
                "99999999999999999999999999",
                "true",
                "\"\"",
                "\"\\u0000\\ud800\\n\"",
                "\"" + "x".repeat(2_000) + "\"",
                "[null, 7, {\"roles\": [{}]}]",
                "{\"roles\": {\"roles\": 7}, \"partnership-registry\": {\"roles\": [[\"nation:LT\"]]}}");
        return names.stream().flatMap(name -> values.stream().map(value -> ROLES + ", \"" + name + "\": " + value));
    }

    @Test
    void a_token_may_have_many_and_long_roles_of_which_some_are_shown() {
        String roles = IntStream.range(0, 150)
                .mapToObj(i -> "\"role-%03d-%s\"".formatted(i, i < 5 ? "r".repeat(200) : "\\u0000\\ud800\\n"))
                .collect(Collectors.joining(", "));
        JsonPath viewer = viewer(SigningIssuer.signJson("\"sub\": \"somebody\", \"groups\": [" + roles + "]"));

        List<String> seen = viewer.getList("data.viewer.rolesSeen", String.class);
        assertThat(seen).hasSize(20);
        assertThat(seen.getFirst()).isEqualTo("role-000-" + "r".repeat(91) + "…");
        assertThat(seen.getLast()).isEqualTo("role-019-\uFFFD\uFFFD\uFFFD");
    }

    @ParameterizedTest
    @MethodSource("doubtfulRoles")
    void a_token_with_roles_that_do_not_count_gets_a_warning(List<String> roles, String warning) {
        String token = SigningIssuer.sign(SigningIssuer.claims().groups(Set.copyOf(roles)));
        JsonPath viewer = viewer(token);

        assertThat(viewer.getList("data.viewer.rolesSeen", String.class)).containsExactlyElementsOf(roles);
        assertThat(viewer.getString("data.viewer.clearance.level")).isNull();
        if (warning.isEmpty()) {
            assertThat(viewer.getString("data.viewer.warning")).isNull();
        } else {
            assertThat(viewer.getString("data.viewer.warning")).startsWith("The token has " + warning);
        }
    }

    static Stream<Arguments> doubtfulRoles() {
        return Stream.of(
                doubtful("none of ours", "no role that the registry knows", "Secret", "default-roles-defence"),
                doubtful("an unknown clearance", "a clearance, nation or compartment", "clearance:geheim", "nation:LT"),
                doubtful("two nations", "more than one nation", "clearance:secret", "nation:LT", "nation:UA"),
                doubtful("no nation", "a clearance but no nation", "clearance:secret"),
                doubtful("a compartment alone", "a compartment but no clearance", "compartment:AMBER", "nation:LT"),
                doubtful("an auditor of no nation", "the role auditor but no nation", "auditor"),
                doubtful("a nation alone", "", "nation:LT"),
                doubtful("a function alone", "", "registrar"));
    }

    private static Arguments doubtful(String name, String warning, String... roles) {
        return Arguments.of(Named.of(name, List.of(roles)), warning);
    }

    @Test
    void a_good_token_and_no_token_get_no_warning() {
        JsonPath good = viewer(SigningIssuer.sign(SigningIssuer.claims()));
        assertThat(good.getList("data.viewer.rolesSeen", String.class))
                .containsExactly("clearance:secret", "nation:LT");
        assertThat(good.getMap("data.viewer")).containsEntry("warning", null);

        assertThat(anonymous("{ viewer { rolesSeen warning } }"))
                .isEqualTo("{\"data\":{\"viewer\":{\"rolesSeen\":[],\"warning\":null}}}");
    }

    private static void refused(String token) {
        for (String document : List.of("{ viewer { subject } }", CLASSIFIED)) {
            Response response = ask(token, document);
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(401);
            assertThat(response.jsonPath().getString("errors[0].extensions.code"))
                    .isEqualTo("UNAUTHENTICATED");
        }
    }

    private static JsonPath viewer(String token) {
        Response response = ask(token, "{ viewer { subject rolesSeen warning clearance { level nation } } }");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    private static Response ask(String token, String document) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("query", document))
                .post("/graphql");
    }

    private static String anonymous(String document) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("query", document))
                .post("/graphql")
                .asString();
    }
}
