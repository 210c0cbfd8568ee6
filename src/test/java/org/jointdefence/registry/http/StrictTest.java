package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.budget.RequestBudgets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.RESPONSE_JSON;
import static org.jointdefence.registry.http.Requests.ask;
import static org.jointdefence.registry.http.Requests.assertError;

/** Trusted documents only, the schema for security officers only, one other origin, two requests at a time, small pages. */
@QuarkusTest
@TestProfile(StrictTest.Strict.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictTest {

    private static final Map<String, String> FIRMS = Map.of("documentId", "c3a1");
    private static final Map<String, String> VIEWER =
            Map.of("documentId", "2c4a3e5d7b9f1a0c2e4d6f8091a3b5c7d9e1f30415263748596a7b8c9daebfc0");
    private static final Map<String, String> SCHEMA = Map.of("documentId", "f00d");

    @Inject
    DataSource database;

    @Inject
    RequestBudgets budgets;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void trusted_documents_are_answered_and_no_others() {
        assertThat(ask(FIRMS).statusCode()).isEqualTo(200);
        assertError(ask("{ __typename }"), 403, "FORBIDDEN");
        assertError(ask("query TrustedViewer { viewer { subject } }"), 403, "FORBIDDEN");
    }

    @Test
    void a_page_is_as_large_as_the_configuration_says_and_no_larger() {
        assertThat(firms(null).jsonPath().getList("data.partnerFirms.nodes")).hasSize(2);
        assertThat(firms(3).jsonPath().getList("data.partnerFirms.nodes")).hasSize(3);
        assertError(firms(4), 294, "LIMIT_EXCEEDED");
        assertError(firms(101), 294, "LIMIT_EXCEEDED");
        assertError(firms(-1), 294, "BAD_USER_INPUT");
        assertThat(firms(1).jsonPath().getList("data.partnerFirms.nodes")).hasSize(1);
    }

    private static Response firms(@Nullable Integer first) {
        return ask(Map.of("documentId", "c3a1", "variables", first == null ? Map.of() : Map.of("first", first)));
    }

    @Test
    void no_document_can_be_registered() {
        Map<String, Object> extensions = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", "00"));

        assertError(ask(Map.of("extensions", extensions)), 403, "FORBIDDEN");
        assertError(ask(Map.of("query", "{ __typename }", "extensions", extensions)), 403, "FORBIDDEN");
    }

    @Test
    void introspection_is_available_to_the_configured_roles() {
        assertError(ask(SCHEMA), 403, "FORBIDDEN");
        assertError(asPersona("lt-top-secret"), 403, "FORBIDDEN");
        assertThat(asPersona("security-officer").statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_of_the_origin_that_the_configuration_names_may_ask() {
        Response preflight = given().header("Origin", "https://frontend.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/graphql");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://frontend.example");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("authorization", "content-type");

        Response response = given().header("Origin", "https://frontend.example")
                .queryParam("documentId", "c3a1")
                .get("/graphql");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("https://frontend.example");
    }

    @Test
    void a_page_of_another_origin_may_not() {
        Response response = given().header("Origin", "https://elsewhere.example")
                .queryParam("documentId", "c3a1")
                .get("/graphql");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void a_caller_may_have_so_many_requests_answered_at_a_time_and_no_more() throws Exception {
        List<Connection> taken = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                taken.add(database.getConnection());
            }
            Future<Integer> first = clients.submit(() -> ask(FIRMS).statusCode());
            Future<Integer> second = clients.submit(() -> ask(FIRMS).statusCode());
            await(() -> budgets.permits().held() == 2);
            Future<Integer> third = clients.submit(() -> ask(FIRMS).statusCode());
            await(() -> budgets.permits().waiting() == 1);
            assertError(ask(VIEWER), 429, "LIMIT_EXCEEDED");
            assertThat(asPersona("security-officer").statusCode()).isEqualTo(200);

            giveBack(taken);
            assertThat(List.of(first.get(), second.get(), third.get())).containsOnly(200);
            assertThat(ask(VIEWER).statusCode()).isEqualTo(200);
        } finally {
            giveBack(taken);
        }
    }

    @Test
    void a_request_that_waits_too_long_for_a_permit_is_asked_to_retry() throws Exception {
        List<Connection> taken = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                taken.add(database.getConnection());
            }
            Future<Integer> first = clients.submit(() -> ask(FIRMS).statusCode());
            Future<Integer> second = clients.submit(() -> ask(FIRMS).statusCode());
            await(() -> budgets.permits().held() == 2);

            Response third = ask(FIRMS);
            assertError(third, 503, "UNAVAILABLE");
            assertThat(third.header("Retry-After")).isEqualTo("2");

            giveBack(taken);
            assertThat(List.of(first.get(), second.get())).containsOnly(200);
        } finally {
            giveBack(taken);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void giveBack(List<Connection> taken) throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
        taken.clear();
    }

    private static Response asPersona(String name) {
        return Persona.named(name)
                .request()
                .contentType("application/json")
                .accept(RESPONSE_JSON)
                .body(SCHEMA)
                .post("/graphql");
    }

    public static class Strict implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registry.trusted-documents.only", "true",
                    "registry.capacity.caller-requests", "2",
                    "registry.capacity.waiting-requests", "4",
                    "registry.reading.default-page-size", "2",
                    "registry.reading.maximum-page-size", "3",
                    "quarkus.datasource.jdbc.acquisition-timeout", "1M",
                    "registry.introspection.open", "false",
                    "registry.introspection.functions", "security-officer",
                    "registry.http.cors-origins", "https://frontend.example");
        }
    }
}
