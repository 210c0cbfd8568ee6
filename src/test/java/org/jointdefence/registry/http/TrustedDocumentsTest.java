package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Asking.ask;
import static org.jointdefence.registry.http.Asking.assertError;

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
                given().accept(Asking.RESPONSE_JSON)
                        .queryParam("documentId", "unknown")
                        .get("/graphql"),
                404,
                "NOT_FOUND");
    }

    @Test
    void a_client_may_register_a_document_by_its_hash_as_it_goes() {
        String query = "query Registered { __typename }";
        String hash = sha256(query);

        Response unknown = ask(persisted(hash));
        assertError(unknown, 404, "NOT_FOUND");
        assertThat(unknown.jsonPath().getString("errors[0].message")).isEqualTo("PersistedQueryNotFound");

        Map<String, Object> registration =
                Map.of("query", query, "extensions", persisted(hash).get("extensions"));
        assertThat(ask(registration).asString()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        assertThat(ask(persisted(hash)).asString()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @Test
    void a_hash_that_is_not_the_querys_is_refused() {
        Object extensions = persisted(sha256("another")).get("extensions");

        assertError(ask(Map.of("query", "{ __typename }", "extensions", extensions)), 400, "BAD_USER_INPUT");
        assertError(ask(persisted(sha256("another"))), 404, "NOT_FOUND");
    }

    @Test
    void a_document_that_is_not_valid_is_not_registered() {
        String query = "query Invalid { nothing }";
        Object extensions = persisted(sha256(query)).get("extensions");

        assertError(ask(Map.of("query", query, "extensions", extensions)), 400, "BAD_USER_INPUT");
        assertError(ask(persisted(sha256(query))), 404, "NOT_FOUND");
    }

    private static Map<String, Object> persisted(String hash) {
        return Map.of("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
