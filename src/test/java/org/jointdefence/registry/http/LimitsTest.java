package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.budget.LimitsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.ask;
import static org.jointdefence.registry.http.Requests.assertAnswers;
import static org.jointdefence.registry.http.Requests.assertError;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {

    @Inject
    LimitsConfig limits;

    @AfterEach
    void the_server_answers_the_next_request_as_if_nothing_had_happened() {
        assertAnswers();
    }

    @Test
    void a_document_may_be_so_long_and_no_longer() {
        assertExceeded("# " + "x".repeat(limits.characters()) + "\n{ __typename }");
    }

    @Test
    void a_document_may_have_so_many_tokens_and_no_more() {
        assertExceeded("{" + "__typename ".repeat(limits.tokens()) + "}");
    }

    @Test
    void a_document_may_not_nest_without_end() {
        assertExceeded("{a".repeat(1_000) + "}".repeat(1_000));
        assertExceeded(
                "{ partnerFirms(where: " + "{not:".repeat(1_000) + "{}" + "}".repeat(1_000) + ") { totalCount } }");
    }

    @Test
    void fields_may_stand_so_deep_in_fields_and_no_deeper() {
        // Firms' facilities' firms' facilities' …: two fields a level, and one in the last.
        int levels = (limits.depth() - 1) / 2;
        assertThat(ask(nested(levels, "(first: 0)")).statusCode()).isEqualTo(200);
        assertExceeded(nested(levels + 1, "(first: 0)"));
    }

    @Test
    void introspection_as_tools_do_it_is_not_too_deep() {
        assertThat(ask("{ __schema { types { fields { type { " + "ofType { ".repeat(9) + "name" + " }".repeat(9)
                                + " } } } } }")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void introspection_in_bad_faith_is_refused() {
        assertExceeded("{ __schema { types { fields { type { fields { name } } } } } }");
    }

    @Test
    void an_answer_may_hold_so_many_values_and_no_more() {
        assertExceeded(nested(3, "(first: 100)"));
        assertThat(ask(nested(3, "(first: 2)")).statusCode()).isEqualTo(200);
    }

    @Test
    void the_sizes_of_pages_count_when_they_are_variables_and_when_they_are_the_default_of_one() {
        String query = nested(3, "(first: $n)").replaceFirst("\\{", "query(\\$n: Int = 100) {");

        assertExceeded(query);
        assertThat(ask(Map.of("query", query, "variables", Map.of("n", 2))).statusCode())
                .isEqualTo(200);
        assertError(ask(Map.of("query", query, "variables", Map.of("n", 100))), 400, "LIMIT_EXCEEDED");
    }

    @Test
    void fragments_within_fragments_count_as_often_as_they_are_used() {
        String fragments = IntStream.range(0, 20)
                .mapToObj(i ->
                        "fragment F%d on PartnerFirm { a: productionFacilities(first: 0) { nodes { operators(first: 0) { nodes { ...F%d } } } } b: productionFacilities(first: 0) { nodes { operators(first: 0) { nodes { ...F%d } } } } }"
                                .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining("\n"));
        assertExceeded(
                "{ partnerFirms(first: 0) { nodes { ...F0 } } } fragment F20 on PartnerFirm { id }\n" + fragments);
    }

    @Test
    void a_document_may_have_so_many_aliases_and_no_more() {
        assertThat(ask("{" + aliases(limits.rootFields()) + "}").statusCode()).isEqualTo(200);
        assertExceeded("{ viewer {" + aliases(limits.aliases() + 1) + "} }");
    }

    @Test
    void an_operation_may_have_so_many_fields_at_its_root_and_no_more() {
        assertExceeded("{" + aliases(limits.rootFields() + 1) + "}");
        assertExceeded("{ ...F } fragment F on Query {" + aliases(limits.rootFields() + 1) + "}");
    }

    @Test
    void a_document_may_use_so_many_directives_and_no_more() {
        String field = "subject @include(if: true) ";
        assertThat(ask("{ viewer {" + field.repeat(limits.directives()) + "} }").statusCode())
                .isEqualTo(200);
        assertExceeded("{ viewer {" + field.repeat(limits.directives() + 1) + "} }");
    }

    @Test
    void a_statement_may_take_so_long_and_no_longer() throws SQLException {
        try (Connection administrator = Vault.connect()) {
            administrator.setAutoCommit(false);
            administrator.createStatement().execute("LOCK TABLE vault.programme IN ACCESS EXCLUSIVE MODE");
            Response response = ask("{ programmes { totalCount } }");
            assertError(response, 294, "LIMIT_EXCEEDED");
            administrator.rollback();
        }
        assertThat(ask("{ programmes { totalCount } }").statusCode()).isEqualTo(200);
    }

    private static String nested(int levels, String page) {
        String firms = "{ partnerFirms" + page + " { nodes ";
        String within = "{ productionFacilities" + page + " { nodes { operators" + page + " { nodes ";
        return levels % 2 == 1
                ? firms + within.repeat(levels / 2) + "{ id }" + " } } } }".repeat(levels / 2) + " } }"
                : firms + within.repeat(levels / 2 - 1) + "{ productionFacilities" + page + " { nodes { id } } }"
                        + " } } } }".repeat(levels / 2 - 1) + " } }";
    }

    private static String aliases(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + ": __typename").collect(Collectors.joining(" "));
    }

    private static void assertExceeded(String query) {
        Response response = ask(query);
        assertError(response, 400, "LIMIT_EXCEEDED");
    }
}
