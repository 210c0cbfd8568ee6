package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.jointdefence.registry.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.ask;
import static org.jointdefence.registry.http.Requests.asking;
import static org.jointdefence.registry.http.Requests.assertAnswers;
import static org.jointdefence.registry.http.Requests.assertError;

/** Arguments that are valid and still cannot be answered: an error of their field, with the status of data and errors. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadArgumentsTest {

    private static final String CURSORS = "{ partnerFirms(first: 2) { edges { cursor } } }";

    @AfterEach
    void the_server_answers_the_next_request_as_if_nothing_had_happened() {
        assertAnswers();
        assertThat(ask("{ partnerFirms(first: 1) { nodes { id } } }").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'partnerFirm(id: \"x\")', BAD_USER_INPUT",
        "'node(id: \"Q291bnRyeTpMVA\")', BAD_USER_INPUT",
        "'partnerFirms(first: -1)', BAD_USER_INPUT",
        "'partnerFirms(first: 100000)', LIMIT_EXCEEDED",
        "'partnerFirms(last: 101)', LIMIT_EXCEEDED",
        "'partnerFirms(first: 1, last: 1)', BAD_USER_INPUT",
        "'partnerFirms(after: \"x\")', BAD_USER_INPUT",
        "'partnerFirms(where: { id: { eq: \"x\" } })', BAD_USER_INPUT",
        "'partnerFirms(where: { legalName: { eq: null } })', BAD_USER_INPUT",
        "'partnerFirms(where: { legalName: { eq: \"\\u0000\" } })', BAD_USER_INPUT",
    })
    void what_a_field_cannot_take_is_an_error_of_that_field(String field, String code) {
        Response response = ask("{ one: " + field + " { __typename } other: __typename }");
        assertError(response, 294, code);
        assertThat(response.jsonPath().getList("errors")).hasSize(1);
        assertThat(response.jsonPath().getList("errors[0].path")).isEqualTo(java.util.List.of("one"));
    }

    @Test
    void a_code_of_thousands_of_parts_is_refused_like_any_that_is_none() {
        String tag = "lt" + "-aaaaa".repeat(4_000);
        Response response = ask(
                "{ partnerFirms(where: { names: { some: { language: { eq: \"" + tag + "\" } } } }) { totalCount } }");
        assertError(response, 294, "BAD_USER_INPUT");
    }

    @Test
    void a_cursor_of_another_query_is_refused() {
        String own = ask(CURSORS).path("data.partnerFirms.edges[0].cursor");
        assertThat(after("partnerFirms", own, "").statusCode()).isEqualTo(200);
        assertError(after("organisations", own, ""), 294, "BAD_USER_INPUT");
        assertError(after("partnerFirms", own, ", orderBy: { field: STATUS }"), 294, "BAD_USER_INPUT");
    }

    @Test
    void a_cursor_of_another_caller_is_refused() {
        String other = Persona.named("lt-secret")
                .request()
                .contentType("application/json")
                .body(Map.of("query", CURSORS))
                .post("/graphql")
                .path("data.partnerFirms.edges[0].cursor");
        assertError(after("partnerFirms", other, ""), 294, "BAD_USER_INPUT");
        Response asAnother = asking().auth()
                .oauth2(Persona.named("ua-secret").token())
                .body(Map.of("query", "{ partnerFirms(after: \"" + other + "\") { totalCount } }"))
                .post("/graphql");
        assertError(asAnother, 294, "BAD_USER_INPUT");
    }

    private static Response after(String connection, String cursor, String more) {
        return ask("{ " + connection + "(after: \"" + cursor + "\"" + more + ") { totalCount } }");
    }
}
