package org.jointdefence.registry.clearance;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jointdefence.registry.clearance.SlowIssuer.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests with tokens while the identity provider is slow, unavailable or broken, and after it has recovered. */
@QuarkusTest
@TestProfile(IdentityProviderTest.OfShortLivedKeys.class)
@WithTestResource(SlowProvider.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityProviderTest {

    private static final Duration KEY_LIFETIME = Duration.ofSeconds(15);

    /** The maximum time a request may wait for the provider, with a margin for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(6);

    private static boolean met;

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    URI endpoint;

    private final SlowIssuer issuer = SlowProvider.issuer();

    /** The service has started while its provider was unavailable, and gets its first request in that state. */
    @BeforeEach
    void the_provider_is_found_when_it_is_there_without_a_restart() throws InterruptedException {
        if (!met) {
            met = true;
            for (Condition bad : List.of(Condition.AWAY, Condition.HANGING, Condition.BROKEN)) {
                issuer.become(bad);
                unavailable(issuer.token("somebody"));
                publicRecordIsServed();
            }
        }
        issuer.become(Condition.WELL);
        believedSoon(issuer.token("somebody"));
    }

    @AfterEach
    void be_well() {
        issuer.become(Condition.WELL);
        issuer.delay(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"AWAY", "HANGING", "BROKEN"})
    void a_token_of_an_unknown_key_is_told_to_come_again_and_others_notice_nothing(Condition bad)
            throws InterruptedException {
        String known = issuer.token("somebody");
        believedSoon(known);
        issuer.rotate();
        String fresh = issuer.token("somebody");

        issuer.become(bad);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.execute(() -> unavailable(fresh));
            believed(known);
        }
        unavailable(fresh);
        publicRecordIsServed();

        issuer.become(Condition.WELL);
        believedSoon(fresh);
    }

    @Test
    void a_new_key_is_believed_at_once_by_all_who_bring_it_and_fetched_once() throws Exception {
        issuer.rotate();
        String token = issuer.token("somebody");
        issuer.delay(Duration.ofMillis(500));
        int before = issuer.fetches();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> answers = IntStream.range(0, 30)
                    .mapToObj(i -> clients.submit(() -> ask(token)))
                    .toList();
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode())
                        .as(answer.get().asString())
                        .isEqualTo(200);
            }
        }
        // A fetch that was already under way when the key was created may have missed it.
        assertThat(issuer.fetches() - before).isBetween(1, 2);
    }

    @Test
    void a_flood_of_unknown_keys_becomes_no_flood_of_fetches_and_keeps_nobody_waiting() throws InterruptedException {
        String known = issuer.token("somebody");
        List<String> unknown = IntStream.range(0, 150)
                .mapToObj(i -> issuer.tokenOf("unknown-" + i, "nobody"))
                .toList();
        believedSoon(known);
        issuer.delay(Duration.ofMillis(300));
        int before = issuer.fetches();
        Instant beginning = Instant.now();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<String>>> flood = new ArrayList<>();
            for (String token : unknown) {
                flood.add(client.sendAsync(request(token), HttpResponse.BodyHandlers.ofString()));
                if (flood.size() % 30 == 1) {
                    believed(known);
                }
            }
            List<Integer> statuses =
                    flood.stream().map(answer -> answer.join().statusCode()).toList();
            // One address has a quarter of the places.
            assertThat(statuses).contains(401).isSubsetOf(401, 503);
        }
        long seconds = Duration.between(beginning, Instant.now()).toSeconds();
        assertThat(issuer.fetches() - before).isBetween(1, (int) seconds + 2);
        assertThat(issuer.mostFetchesAtATime()).isEqualTo(1);
    }

    private HttpRequest request(String token) {
        return HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ viewer { subject } }\"}"))
                .build();
    }

    @Test
    void a_key_that_was_removed_is_not_believed_for_longer_than_its_lifetime() throws InterruptedException {
        String old = issuer.token("somebody");
        believedSoon(old);
        issuer.rotate();
        issuer.removeOldKeys();
        believedSoon(issuer.token("somebody"));

        Instant end = Instant.now().plus(KEY_LIFETIME);
        while (ask(old).statusCode() == 200 && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
        assertThat(ask(old).statusCode()).isEqualTo(401);
    }

    @Test
    void keys_are_believed_while_the_provider_is_away_until_they_are_too_old() throws InterruptedException {
        String token = issuer.token("somebody");
        believedSoon(token);
        issuer.become(Condition.AWAY);
        believed(token);

        Thread.sleep(KEY_LIFETIME);
        unavailable(token);

        issuer.become(Condition.WELL);
        believedSoon(token);
    }

    /** After a failure, a later request must succeed within a short time. */
    private static void believedSoon(String token) throws InterruptedException {
        Instant end = Instant.now().plus(BOUND);
        while (ask(token).statusCode() == 503 && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        believed(token);
    }

    private static void believed(String token) {
        Response answer = ask(token);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("data.viewer.subject")).isEqualTo("somebody");
        assertThat(answer.time()).isLessThan(2_000);
    }

    private static void unavailable(String token) {
        Response answer = ask(token);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.header("WWW-Authenticate")).isNull();
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("UNAVAILABLE");
        assertThat(answer.time()).isLessThan(BOUND.toMillis());
    }

    private static void publicRecordIsServed() {
        assertThat(given().queryParam("query", "{ viewer { subject } }")
                        .get("/graphql")
                        .asString())
                .isEqualTo("{\"data\":{\"viewer\":{\"subject\":null}}}");
    }

    static Response ask(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("query", "{ viewer { subject } }"))
                .post("/graphql");
    }

    public static class OfShortLivedKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.devservices.enabled", "false",
                    "quarkus.oidc.token.audience", "partnership-registry",
                    "registry.identity-provider.waiting-time", "3s",
                    "registry.identity-provider.key-lifetime", KEY_LIFETIME.toSeconds() + "s");
        }
    }
}
