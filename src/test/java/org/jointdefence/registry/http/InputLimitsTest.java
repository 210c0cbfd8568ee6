package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.budget.LimitsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.ask;
import static org.jointdefence.registry.http.Requests.assertAnswers;
import static org.jointdefence.registry.http.Requests.assertError;

/** Lists, orders and filters have limits, the same ones in the document and in its variables. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class InputLimitsTest {

    private static final String WHERE =
            "query($where: PartnerFirmFilter) { partnerFirms(where: $where) { totalCount } }";
    private static final String ORDER = "query($o: [PartnerFirmOrder!]) { partnerFirms(orderBy: $o) { totalCount } }";

    @Inject
    LimitsConfig limits;

    @AfterEach
    void the_server_answers_the_next_request_as_if_nothing_had_happened() {
        assertAnswers();
    }

    @Test
    void an_order_has_so_many_fields_and_no_more() {
        int most = limits.orderFields();
        assertThat(order(most).statusCode()).isEqualTo(200);
        assertError(order(most + 1), 294, "LIMIT_EXCEEDED");
        assertThat(ask("{ partnerFirms(orderBy: [" + "{field: STATUS}".repeat(most) + "]) { totalCount } }")
                        .statusCode())
                .isEqualTo(200);
        assertError(
                ask("{ partnerFirms(orderBy: [" + "{field: STATUS}".repeat(most + 1) + "]) { totalCount } }"),
                294,
                "LIMIT_EXCEEDED");
    }

    private static Response order(int fields) {
        return ask(Map.of(
                "query", ORDER, "variables", Map.of("o", Collections.nCopies(fields, Map.of("field", "STATUS")))));
    }

    @Test
    void a_list_has_so_many_elements_and_no_more() {
        int most = limits.listLength();
        for (String operator : List.of("legalName: { in: ", "addresses: { some: { lines: { hasAny: ")) {
            assertThat(ask(list(operator, most)).statusCode()).isEqualTo(200);
            assertError(ask(list(operator, most + 1)), 400, "LIMIT_EXCEEDED");
        }
        String field = "legalName";
        assertThat(where(Map.of(field, Map.of("in", Collections.nCopies(most, "x"))))
                        .statusCode())
                .isEqualTo(200);
        assertError(where(Map.of(field, Map.of("in", Collections.nCopies(most + 1, "x")))), 400, "LIMIT_EXCEEDED");
        assertError(where(Map.of("or", Collections.nCopies(most + 1, Map.of()))), 400, "LIMIT_EXCEEDED");
    }

    private static String list(String operator, int length) {
        return "{ partnerFirms(where: { " + operator + "[" + "\"x\" ".repeat(length) + "]"
                + operator.replaceAll("[^{]", "").replace('{', '}') + " }) { totalCount } }";
    }

    @Test
    void a_filter_has_so_many_parts_and_no_more() {
        int conditions = limits.filterSize() / 2;
        Map<String, ?> one = Map.of("legalName", Map.of("eq", "x"));
        assertThat(where(Map.of("or", Collections.nCopies(conditions - 1, one))).statusCode())
                .isEqualTo(200);
        assertError(where(Map.of("or", Collections.nCopies(conditions, one))), 294, "LIMIT_EXCEEDED");
        assertError(
                ask("{ partnerFirms(where: { and: [" + "{legalName:{eq:\"x\"}}".repeat(conditions)
                        + "] }) { totalCount } }"),
                294,
                "LIMIT_EXCEEDED");
    }

    @Test
    void a_filter_is_so_deep_and_no_deeper() {
        int levels = limits.filterDepth();
        assertThat(where(nested(levels - 1)).statusCode()).isEqualTo(200);
        assertError(where(nested(levels)), 294, "LIMIT_EXCEEDED");
        assertError(
                ask("{ partnerFirms(where: " + "{not:".repeat(levels) + "{}" + "}".repeat(levels)
                        + ") { totalCount } }"),
                294,
                "LIMIT_EXCEEDED");
    }

    @Test
    void a_filter_goes_through_so_many_associations_and_no_more() {
        int most = limits.filterAssociations();
        Map<String, ?> one = Map.of("productionFacilities", Map.of("some", Map.of()));
        assertThat(where(Map.of("or", Collections.nCopies(most, one))).statusCode())
                .isEqualTo(200);
        assertError(where(Map.of("or", Collections.nCopies(most + 1, one))), 294, "LIMIT_EXCEEDED");
    }

    @Test
    void JSON_has_so_many_values_and_levels_and_no_more() {
        Map<String, ?> many = Map.of(
                "a",
                Collections.nCopies(
                        limits.inputValues() / limits.listLength() + 1, Collections.nCopies(limits.listLength(), 1)));
        assertError(ask(Map.of("query", "{ __typename }", "variables", many)), 400, "LIMIT_EXCEEDED");
        assertError(where(nested(limits.inputDepth())), 400, "LIMIT_EXCEEDED");
        assertError(
                ask("{ partnerFirms(where: " + "{not:".repeat(limits.inputDepth() + 1) + "{}"
                        + "}".repeat(limits.inputDepth() + 1) + ") { totalCount } }"),
                400,
                "LIMIT_EXCEEDED");
    }

    @Test
    void an_operation_has_so_many_variables_and_no_more() {
        assertError(
                ask("query(" + "$a: Int ".repeat(limits.variables() + 1) + ") { __typename }"), 400, "LIMIT_EXCEEDED");
    }

    @Test
    void an_operation_has_so_many_fields_and_no_more() {
        int most = limits.fields();
        String fragments = "fragment F on Country {" + "alpha2 ".repeat(most / 4) + "}";
        String document = "{ countries { ...F ...F ...F ...F } }" + fragments;
        assertError(ask(document), 400, "LIMIT_EXCEEDED");
    }

    private static Map<String, ?> nested(int levels) {
        Map<String, ?> value = Map.of();
        for (int i = 0; i < levels; i++) {
            value = Map.of("not", value);
        }
        return value;
    }

    private static Response where(Map<String, ?> filter) {
        return ask(Map.of("query", WHERE, "variables", Map.of("where", filter)));
    }
}
