package org.jointdefence.registry.request.document;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.jointdefence.registry.http.Requests;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.ask;
import static org.jointdefence.registry.http.Requests.assertError;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustedDocumentsTest {

    private static final String FROM_APOLLO = "2c4a3e5d7b9f1a0c2e4d6f8091a3b5c7d9e1f30415263748596a7b8c9daebfc0";

    @Test
    void a_document_is_answered_by_the_id_that_relay_compiler_gave_it() {
        Response response = ask(Map.of("documentId", "c3a1", "variables", Map.of("first", 1)));

        assertThat(response.jsonPath().getMap("data")).containsOnlyKeys("partnerFirms");
        assertThat(given().queryParam("documentId", "c3a1")
                        .queryParam("variables", "{\"first\":1}")
                        .get("/graphql")
                        .asString())
                .isEqualTo(response.asString());
    }

    @Test
    void a_document_is_answered_by_the_id_that_Apollo_gave_it() {
        String expected = "{\"data\":{\"viewer\":{\"subject\":null}}}";

        assertThat(ask(Map.of("documentId", FROM_APOLLO)).asString()).isEqualTo(expected);
        assertThat(ask(Map.of("documentId", "sha256:" + FROM_APOLLO)).asString())
                .isEqualTo(expected);
        assertThat(ask(persisted(FROM_APOLLO)).asString()).isEqualTo(expected);
    }

    @Test
    void an_unknown_id_is_404() {
        assertError(ask(Map.of("documentId", "unknown")), 404, "NOT_FOUND");
        assertError(
                given().accept(Requests.RESPONSE_JSON)
                        .queryParam("documentId", "unknown")
                        .get("/graphql"),
                404,
                "NOT_FOUND");
    }

    @Test
    void nobody_registers_documents_unless_the_configuration_allows_it() {
        String query = "query Registered { __typename }";
        Map<String, Object> hash = persisted(TrustedDocuments.sha256(query));

        Response unknown = ask(hash);
        assertError(unknown, 403, "FORBIDDEN");
        assertThat(unknown.jsonPath().getString("errors[0].message")).isEqualTo("PersistedQueryNotSupported");
        assertError(ask(Map.of("query", query, "extensions", hash.get("extensions"))), 403, "FORBIDDEN");
        assertError(ask(hash), 403, "FORBIDDEN");
    }

    @Test
    void the_hash_of_a_trusted_document_does_not_stand_for_another_query() {
        Object extensions = persisted(FROM_APOLLO).get("extensions");
        String trusted = "query TrustedViewer { viewer { subject } }";

        assertThat(ask(Map.of("query", trusted, "extensions", extensions)).statusCode())
                .isEqualTo(200);
        assertError(ask(Map.of("query", "{ __typename }", "extensions", extensions)), 403, "FORBIDDEN");
    }

    private static Map<String, Object> persisted(String hash) {
        return Map.of("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
    }
}
