package org.jointdefence.registry.clearance;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** From secret on, a token requires a strong (gold or platinum) and recent (five minutes) login. */
@QuarkusTest
@TestProfile(StepUpTest.FromSecret.class)
@WithTestResource(SigningIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StepUpTest {

    private static final String CHALLENGE =
            "Bearer error=\"insufficient_user_authentication\", error_description=\"A stronger or more recent login is"
                    + " needed for the level that the token names.\", acr_values=\"gold platinum\", max_age=\"300\"";
    private static final String EXTENSION = "\"stepUp\":{\"acrValues\":[\"gold\",\"platinum\"],\"maxAge\":300}";
    private static final String CLEARANCE = "{ viewer { clearance { level nation compartments } } }";
    private static final String SYSTEMS = """
            { weaponSystems(orderBy: { field: MAXIMUM_RANGE_KM }, where: { designation: { isNull: false } }) {
                totalCount pageInfo { endCursor } edges { cursor } nodes {
                  id version codeName designation maximumRangeKm withheld portions { field label { marking } } } } }
            """;

    @ParameterizedTest
    @MethodSource("weakLogins")
    void a_weak_login_counts_as_the_level_below_and_gets_a_step_up_challenge(UnaryOperator<JwtClaimsBuilder> spoil) {
        Response response = ask(spoil.apply(strong("secret")), CLEARANCE);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().getValues("WWW-Authenticate")).containsExactly(CHALLENGE);
        assertThat(response.asString()).isEqualTo("""
                {"data":{"viewer":{"clearance":{"level":"CONFIDENTIAL","nation":"LT","compartments":["AMBER"]}}},\
                "extensions":{%s}}""".formatted(EXTENSION));
    }

    static Stream<Named<UnaryOperator<JwtClaimsBuilder>>> weakLogins() {
        return Stream.of(
                login("top secret", token -> token.groups(roles("top-secret")).claim("acr", "silver")),
                login("no acr", token -> token.remove("acr")),
                login("an unknown acr", token -> token.claim("acr", "silver")),
                login("an acr in other letters", token -> token.claim("acr", "Gold")),
                login("all acr values in one", token -> token.claim("acr", "gold platinum")),
                login("an empty acr", token -> token.claim("acr", "")),
                login("no auth_time", token -> token.remove("auth_time")),
                login("an old auth_time", token -> token.claim("auth_time", secondsAgo(310))),
                login("an auth_time to come", token -> token.claim("auth_time", secondsAgo(-120))),
                login("auth_time in milliseconds", token -> token.claim("auth_time", secondsAgo(0) * 1000)),
                login("an auth_time of 0", token -> token.claim("auth_time", 0)),
                login("a negative auth_time", token -> token.claim("auth_time", Long.MIN_VALUE)),
                login("the largest auth_time", token -> token.claim("auth_time", Long.MAX_VALUE)),
                login("an auth_time beyond numbers", token -> token.claim("auth_time", 1e300)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"auth_time\": %d",
                "\"auth_time\": %d, \"acr\": null",
                "\"auth_time\": %d, \"acr\": [\"gold\"]",
                "\"auth_time\": %d, \"acr\": {\"gold\": true}",
                "\"auth_time\": %d, \"acr\": 2",
                "\"auth_time\": %d, \"acr\": true",
                "\"acr\": \"gold\", \"auth_time\": null",
                "\"acr\": \"gold\", \"auth_time\": \"%d\"",
                "\"acr\": \"gold\", \"auth_time\": [%d]",
                "\"acr\": \"gold\", \"auth_time\": {\"seconds\": %d}",
                "\"acr\": \"gold\", \"auth_time\": true",
                "\"acr\": \"gold\", \"auth_time\": %d.5",
                "\"acr\": \"gold\", \"auth_time\": -%d",
                "\"acr\": \"gold\", \"auth_time\": 1e300",
            })
    void a_login_is_weak_unless_its_claims_are_a_string_and_an_integer(String claims) {
        Response response = ask(given().auth().oauth2(token(claims.formatted(secondsAgo(0)))), CLEARANCE);

        assertThat(response.asString()).contains("\"CONFIDENTIAL\"").endsWith("\"extensions\":{" + EXTENSION + "}}");
    }

    @Test
    void an_auth_time_beyond_all_numbers_does_not_pass_for_another() {
        BigInteger wrapping = BigInteger.ONE.shiftLeft(64).add(BigInteger.valueOf(secondsAgo(0)));

        Response response =
                ask(given().auth().oauth2(token("\"acr\": \"gold\", \"auth_time\": " + wrapping)), CLEARANCE);

        assertThat(response.asString()).contains("\"CONFIDENTIAL\"").endsWith("\"extensions\":{" + EXTENSION + "}}");
    }

    @ParameterizedTest
    @MethodSource("loginsThatSuffice")
    void a_login_that_suffices_hears_nothing_of_it(UnaryOperator<JwtClaimsBuilder> change) {
        Response response = ask(change.apply(strong("secret")), CLEARANCE);

        assertThat(response.header("WWW-Authenticate")).isNull();
        assertThat(response.asString()).isEqualTo("""
                {"data":{"viewer":{"clearance":{"level":"SECRET","nation":"LT","compartments":["AMBER"]}}}}""");
    }

    static Stream<Named<UnaryOperator<JwtClaimsBuilder>>> loginsThatSuffice() {
        return Stream.of(
                login("just now", token -> token),
                login("the other acr", token -> token.claim("acr", "platinum")),
                login("as old as may be", token -> token.claim("auth_time", secondsAgo(270))),
                login("by a clock that is ahead", token -> token.claim("auth_time", secondsAgo(-30))));
    }

    @Test
    void a_level_below_the_threshold_needs_no_login_of_any_kind() {
        Response response = ask(weak("confidential"), CLEARANCE);

        assertThat(response.header("WWW-Authenticate")).isNull();
        assertThat(response.asString()).isEqualTo("""
                {"data":{"viewer":{"clearance":{"level":"CONFIDENTIAL","nation":"LT","compartments":["AMBER"]}}}}""");
    }

    @Test
    void no_token_and_a_bad_token_hear_nothing_of_it() {
        Response anonymous = ask(given(), CLEARANCE);
        Response refused = ask(weak("secret").audience("another"), CLEARANCE);

        assertThat(anonymous.header("WWW-Authenticate")).isNull();
        assertThat(refused.headers().getValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(anonymous.asString() + refused.asString()).doesNotContain("stepUp");
    }

    @Test
    void what_a_weak_login_does_not_see_a_strong_one_does() {
        assertThat(codeNames(weak("secret"))).isNotEmpty().isNotEqualTo(codeNames(strong("secret")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CLEARANCE,
                SYSTEMS,
                "{ countries { code } }",
                "{ weaponSystems(after: \"nonsense\") { totalCount } viewer { subject } }",
                "{ weaponSystems(first: -1) { totalCount } }",
                "{ nothing }",
                "{",
                "",
                "{ node(id: \"nonsense\") { id } }",
            })
    void a_weak_secret_token_is_answered_as_a_confidential_one_but_for_the_challenge(String document) {
        for (ContentType accepted : List.of(ContentType.JSON, ContentType.ANY)) {
            Response weak = ask(given().accept(accepted).auth().oauth2(sign(weak("secret"))), document);
            Response confidential = ask(given().accept(accepted).auth().oauth2(sign(strong("confidential"))), document);

            assertThat(weak.header("WWW-Authenticate")).isEqualTo(CHALLENGE);
            assertThat(weak.statusCode()).isEqualTo(confidential.statusCode());
            assertThat(comparable(weak)).endsWith(EXTENSION + "}}");
            // With a marking, or alone.
            assertThat(comparable(weak).replace("," + EXTENSION, "").replace(",\"extensions\":{" + EXTENSION + "}", ""))
                    .isEqualTo(comparable(confidential));
            assertThat(headers(weak)).isEqualTo(headers(confidential));
        }
    }

    @Test
    void a_request_that_is_not_GraphQL_gets_a_step_up_challenge_too() {
        RequestSpecification request =
                given().auth().oauth2(sign(weak("secret"))).contentType(ContentType.JSON);
        for (Response response : List.of(
                request.body("[").post("/graphql"),
                request.body("{}").post("/graphql"),
                given().auth().oauth2(sign(weak("secret"))).get("/graphql?query=%7B"),
                given().auth().oauth2(sign(weak("secret"))).get("/graphql"))) {
            assertThat(response.statusCode()).isBetween(200, 499).isNotEqualTo(401);
            assertThat(response.header("WWW-Authenticate")).isEqualTo(CHALLENGE);
            assertThat(response.asString()).endsWith(",\"extensions\":{" + EXTENSION + "}}");
        }
    }

    private static JwtClaimsBuilder strong(String level) {
        return weak(level).claim("acr", "gold").claim("auth_time", secondsAgo(0));
    }

    private static JwtClaimsBuilder weak(String level) {
        return SigningIssuer.claims().groups(roles(level));
    }

    private static Set<String> roles(String level) {
        return Set.of("clearance:" + level, "nation:LT", "compartment:AMBER");
    }

    private static long secondsAgo(long seconds) {
        return Instant.now().getEpochSecond() - seconds;
    }

    private static Named<UnaryOperator<JwtClaimsBuilder>> login(String name, UnaryOperator<JwtClaimsBuilder> change) {
        return Named.of(name, change);
    }

    /** A token with claims that no token builder would produce. */
    private static String token(String claims) {
        return SigningIssuer.signJson(
                "\"sub\": \"somebody\", \"groups\": [\"clearance:secret\", \"nation:LT\"], " + claims);
    }

    private static String sign(JwtClaimsBuilder claims) {
        return SigningIssuer.sign(claims);
    }

    private static String codeNames(JwtClaimsBuilder claims) {
        JsonPath answer = ask(claims, SYSTEMS).jsonPath();
        return answer.getList("data.weaponSystems.nodes.codeName").toString();
    }

    private static Response ask(JwtClaimsBuilder claims, String document) {
        return ask(given().auth().oauth2(sign(claims)), document);
    }

    private static Response ask(RequestSpecification request, String document) {
        return request.contentType(ContentType.JSON)
                .body(Map.of("query", document))
                .post("/graphql");
    }

    private static String comparable(Response response) {
        return response.asString().replaceAll("(\"requestId\":\")[0-9a-f]{16}\"", "$1\"");
    }

    /**
     * All headers except the request id, the challenge, and the length, which changes with the challenge in the body.
     */
    private static List<String> headers(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !Set.of("www-authenticate", "x-request-id", "content-length", "date")
                        .contains(header.getName().toLowerCase(Locale.ROOT)))
                .map(Header::toString)
                .toList();
    }

    public static class FromSecret implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.devservices.enabled", "false",
                    "quarkus.oidc.token.audience", SigningIssuer.AUDIENCE,
                    "registry.clearance.step-up.level", "secret",
                    "registry.clearance.step-up.acr-values", "gold,platinum",
                    "registry.clearance.step-up.maximum-age", "5m");
        }
    }
}
