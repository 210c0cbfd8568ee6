package org.jointdefence.registry.request.document;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jointdefence.registry.Configured;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.http.Requests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.assertError;

/** Where the configuration lets clients register documents by their hash. */
@QuarkusTest
@TestProfile(Configured.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisteredDocumentsTest {

    private static final Persona LT = Persona.named("lt-secret");

    @Test
    void a_client_registers_a_document_as_it_goes() {
        String query = "query Registered { __typename }";

        Response unknown = ask(Persona.ANONYMOUS, null, query);
        assertError(unknown, 404, "NOT_FOUND");
        assertThat(unknown.jsonPath().getString("errors[0].message")).isEqualTo("PersistedQueryNotFound");

        assertThat(ask(Persona.ANONYMOUS, query, query).asString()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        assertThat(ask(Persona.ANONYMOUS, null, query).asString()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @Test
    void nobody_learns_by_its_hash_that_another_has_sent_a_document() {
        String query =
                "query Guessed { weaponSystems(where: { designation: { eq: \"EXERCISE HERON\" } }) { totalCount } }";

        assertThat(ask(LT, query, query).statusCode()).isEqualTo(200);
        assertError(ask(Persona.ANONYMOUS, null, query), 404, "NOT_FOUND");
        assertError(ask(Persona.named("ua-secret"), null, query), 404, "NOT_FOUND");
        assertThat(ask(LT, null, query).statusCode()).isEqualTo(200);

        assertThat(ask(Persona.ANONYMOUS, query, query).statusCode()).isEqualTo(200);
        assertError(ask(Persona.named("ua-secret"), null, query), 404, "NOT_FOUND");
    }

    @Test
    void a_hash_that_is_not_the_querys_is_refused() {
        String query = "query Named { __typename }";
        assertError(ask(LT, "{ __typename }", query), 400, "BAD_USER_INPUT");
        assertError(ask(LT, null, query), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "sha256:", "\u0000", "../../etc/passwd"})
    void what_is_no_hash_names_nothing(String hash) {
        assertError(send(LT, null, hash), 404, "NOT_FOUND");
        assertError(send(LT, "{ __typename }", hash), 400, "BAD_USER_INPUT");
        assertError(
                send(
                        LT,
                        "{ __typename }",
                        TrustedDocuments.sha256("{ __typename }").toUpperCase(Locale.ROOT)),
                400,
                "BAD_USER_INPUT");
    }

    @Test
    void a_document_that_is_not_valid_is_not_registered() {
        String query = "query Invalid { nothing }";
        assertError(ask(LT, query, query), 400, "BAD_USER_INPUT");
        assertError(ask(LT, null, query), 404, "NOT_FOUND");
    }

    private static Response ask(Persona persona, @Nullable String query, String hashed) {
        return send(persona, query, TrustedDocuments.sha256(hashed));
    }

    private static Response send(Persona persona, @Nullable String query, String hash) {
        Map<String, @Nullable Object> request = new HashMap<>();
        request.put("query", query);
        request.put("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
        return persona.request()
                .contentType("application/json")
                .accept(Requests.RESPONSE_JSON)
                .body(request)
                .post("/graphql");
    }
}
