package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.RESPONSE_JSON;
import static org.jointdefence.registry.http.Requests.ask;
import static org.jointdefence.registry.http.Requests.asking;
import static org.jointdefence.registry.http.Requests.assertAnswers;
import static org.jointdefence.registry.http.Requests.assertError;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class GraphQLRouteTest {

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void a_response_has_the_media_type_that_the_client_accepts_and_is_declared_as_UTF_8() {
        assertThat(ask("{ __typename }").contentType()).isEqualTo(RESPONSE_JSON + "; charset=utf-8");
        assertThat(asking().accept("*/*")
                        .body(Map.of("query", "{ __typename }"))
                        .post("/graphql")
                        .contentType())
                .isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void text_is_decoded_and_encoded_as_UTF_8() {
        assertThat(ask(Map.of("query", "{ __type(name: \"Žąsis 🦢\") { name } }"))
                        .asString())
                .isEqualTo("{\"data\":{\"__type\":null}}");
        assertThat(given().queryParam("query", "query Q($n: String!) { __type(name: $n) { name } }")
                        .queryParam("variables", "{\"n\":\"Query\"}")
                        .queryParam("operationName", "Q")
                        .queryParam("extensions", "")
                        .get("/graphql")
                        .asString())
                .isEqualTo("{\"data\":{\"__type\":{\"name\":\"Query\"}}}");
    }

    @Test
    void unknown_parameters_are_ignored() {
        assertThat(ask(Map.of("query", "{ __typename }", "id", 7, "extensions", Map.of("some", "value")))
                        .asString())
                .isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @Test
    void a_response_with_data_and_errors_is_294_or_for_application_json_200() {
        Map<String, String> request = Map.of("query", "{ readLog { nation } __typename }");

        Response telling = ask(request);
        assertThat(telling.statusCode()).isEqualTo(294);
        assertThat(telling.jsonPath().getString("errors[0].path[0]")).isEqualTo("readLog");
        assertThat(telling.jsonPath().getInt("errors[0].locations[0].column")).isEqualTo(3);
        assertThat(telling.jsonPath().getString("data.__typename")).isEqualTo("Query");
        assertThat(asking().accept("application/json")
                        .body(request)
                        .post("/graphql")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void directives_in_the_schema_work_and_others_are_unknown() {
        assertThat(ask("{ __schema { directives { name } } }").jsonPath().getList("data.__schema.directives.name"))
                // The last is ours, for the definitions of types; no document can use it.
                .containsExactlyInAnyOrder("include", "skip", "deprecated", "specifiedBy", "oneOf", "semanticNonNull");
        for (String unknown :
                List.of("defer", "defer(if: false)", "experimental_disableErrorPropagation", "stream", "nonsense")) {
            String directive = unknown.replaceFirst("\\(.*", "");
            Response response = ask("{ ... @" + unknown + " { partnerFirms(first: 1) { nodes { id } } } }");
            assertError(response, 400, "BAD_USER_INPUT");
            assertThat(response.jsonPath().getString("errors[0].message"))
                    .isEqualTo("Unknown directive '" + directive + "'");
        }
        assertThat(ask("{ partnerFirms(first: -1) { totalCount } other: __typename }")
                        .jsonPath()
                        .getString("data"))
                .isNull();
    }

    @Test
    void internal_errors_are_not_disclosed() throws SQLException {
        asSuperuser("REVOKE SELECT ON registry.partner_firm FROM registry_app");
        try {
            Response response = ask("{ partnerFirms(first: 3) { nodes { legalName } } }");
            assertError(response, 500, "INTERNAL");
            assertThat(response.jsonPath().getString("errors[0].message"))
                    .isEqualTo("The request failed because of an internal error.");
            assertThat(response.asString()).doesNotContain("partner_firm", "registry", "data");
        } finally {
            asSuperuser("GRANT SELECT ON registry.partner_firm TO registry_app");
        }
        assertAnswers();
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_response_with_errors_has_the_request_id_in_a_header_and_other_responses_have_none() {
        for (Response response : List.of(ask("{"), ask("{ nothing }"), ask("{ readLog { nation } __typename }"))) {
            assertThat(response.header("X-Request-Id"))
                    .isEqualTo(response.jsonPath().getString("errors[0].extensions.requestId"))
                    .matches("[0-9a-f]{16}");
        }
        assertThat(ask("{ __typename }").header("X-Request-Id")).isNull();
    }

    @Test
    void the_address_of_the_service_is_published_only_if_configured() {
        Response metadata = given().header("Host", "elsewhere.example").get("/.well-known/oauth-protected-resource");
        assertThat(metadata.statusCode()).isEqualTo(200);
        assertThat(metadata.jsonPath().getMap(""))
                .containsOnlyKeys("authorization_servers", "bearer_methods_supported", "resource_name");
        assertThat(given().header("Authorization", "Basic bm9ib2R5Og==")
                        .queryParam("query", "{ __typename }")
                        .get("/graphql")
                        .header("WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    void OPTIONS_returns_the_methods() {
        Response response = given().options("/graphql");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
    }

    @Test
    void HEAD_is_GET_without_the_body() {
        Response response = given().queryParam("documentId", "c3a1").head("/graphql");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asByteArray()).isEmpty();
        assertThat(response.header("ETag"))
                .isEqualTo(
                        given().queryParam("documentId", "c3a1").get("/graphql").header("ETag"));
    }

    @Test
    void without_configured_origins_there_are_no_CORS_headers() {
        Response response = given().header("Origin", "https://frontend.example")
                .queryParam("query", "{ __typename }")
                .get("/graphql");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control"));
    }
}
