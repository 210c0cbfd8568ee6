package org.jointdefence.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Questions that nobody can answer get a clear error that tells nothing else. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedArgumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Persona LT = Persona.named("lt-secret");
    private static final Persona UA = Persona.named("ua-secret");
    private static final GraphQLDocument FIRMS = GraphQLDocument.named("input/firms");
    private static final List<Map<String, String>> BY_NAME =
            List.of(Map.of("field", "LEGAL_NAME", "direction", "DESC"));

    /** What no error may speak of: how the service is made inside. */
    private static final String INSIDE = "(?s).*(Exception|\\bat [a-z]+\\.|org\\.|java|graphql\\.|SELECT|SQLSTATE|"
            + "vault|registry\\.|pg_|postgres|null pointer|SRGQL).*";

    private static GraphQLAnswer refused(GraphQLAnswer answer) {
        return refused(answer, "BAD_USER_INPUT");
    }

    private static GraphQLAnswer refused(GraphQLAnswer answer, String code) {
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.error().at("/extensions/requestId").asText())
                .as("%s", answer)
                .matches("[0-9a-f]{16}");
        assertThat(answer.error().get("message").asText()).as("%s", answer).isNotBlank();
        assertThat(answer.body()).doesNotMatch(INSIDE);
        assertThat(answer.json().path("data").findValues("id")).as("%s", answer).isEmpty();
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-argument", "unknown-field", "unknown-order", "wrong-type"})
    void a_document_that_does_not_fit_the_schema_is_refused(String document) {
        refused(GraphQLDocument.named("input/" + document).sentBy(LT));
    }

    static List<String> noIds() {
        String uuid = "9482776b-cdc2-443c-8457-1a1af8c6c405";
        return List.of(
                "",
                "x",
                "%%%",
                uuid,
                encoded(uuid),
                encoded("PartnerFirm:"),
                encoded("PartnerFirm:" + uuid.toUpperCase(java.util.Locale.ROOT)),
                encoded("PartnerFirm:" + uuid + " "),
                encoded("PartnerFirm:9482776b-cdc2-443c-8457-1a1af8c6c40x"),
                encoded("PartnerFirm:1' OR '1'='1"),
                encoded("Nonsense:" + uuid),
                encoded("Country:LT"),
                encoded("ConfidentialityLabel:13"),
                "A".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("noIds")
    void what_is_no_id_of_a_record_is_refused(String id) {
        GraphQLAnswer one = refused(GraphQLDocument.named("input/firm").sentBy(LT, Map.of("id", id)));
        refused(GraphQLDocument.named("input/node").sentBy(LT, Map.of("id", id)));
        refused(FIRMS.sentBy(LT, Map.of("where", Map.of("id", Map.of("eq", id)))));
        refused(FIRMS.sentBy(LT, Map.of("where", Map.of("id", Map.of("in", List.of(id))))));
        if (id.length() > 1) {
            assertThat(one.body()).doesNotContain(id);
        }
    }

    @Test
    void the_id_of_another_type_is_refused() {
        String system = encoded("WeaponSystem:c2186616-d645-4c29-b0db-4766f9c82997");
        refused(GraphQLDocument.named("input/firm").sentBy(LT, Map.of("id", system)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void a_page_of_less_than_nothing_is_refused(int size) {
        assertThat(refused(FIRMS.sentBy(LT, Map.of("first", size))).body()).contains("`first`");
        assertThat(refused(FIRMS.sentBy(LT, Map.of("last", size))).body()).contains("`last`");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 100_000, Integer.MAX_VALUE})
    void a_page_may_be_so_large_and_no_larger(int size) {
        assertThat(refused(FIRMS.sentBy(LT, Map.of("first", size)), "LIMIT_EXCEEDED")
                        .body())
                .contains("`first` must be between 0 and 100");
        assertThat(refused(FIRMS.sentBy(LT, Map.of("last", size)), "LIMIT_EXCEEDED")
                        .body())
                .contains("`last` must be between 0 and 100");
        assertThat(FIRMS.sentBy(LT, Map.of("first", 100)).data().at("/partnerFirms/edges"))
                .isNotEmpty();
    }

    @Test
    void a_page_is_at_one_end_only() {
        refused(FIRMS.sentBy(LT, Map.of("first", 1, "last", 1)));
    }

    /** What is null, and an operator that this field has. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"legalName": {"eq": null}}                                    | where.legalName.eq                  | isNull: true
            {"legalName": {"isNull": null}}                                | where.legalName.isNull              | it must be
            {"legalName": null}                                            | where.legalName                     | isNull: true
            {"addresses": {"some": {"lines": {"has": null}}}}              | where.addresses.some.lines.has      | isEmpty: true
            {"addresses": {"some": {"lines": {"isEmpty": null}}}}          | where.addresses.some.lines.isEmpty  | it must be
            {"capabilityCategories": null}                                 | where.capabilityCategories          | isEmpty: true
            {"jurisdiction": null}                                         | where.jurisdiction                  | isNull: true
            {"identifiers": null}                                          | where.identifiers                   | none: {}
            {"identifiers": {"some": null}}                                | where.identifiers.some              | omit it
            {"identifiers": {"none": {"value": null}}}                     | where.identifiers.none.value        | isNull: true
            {"facilitySecurityClearance": null}                            | where.facilitySecurityClearance     | isNull: true
            {"facilitySecurityClearance": {"level": null}}                 | where.facilitySecurityClearance.level | isNull: true
            {"not": {"legalName": null}}                                   | where.not.legalName                 | isNull: true
            {"not": null}                                                  | where.not                           | omit it
            {"and": null}                                                  | where.and                           | omit it
            {"or": null}                                                   | where.or                            | omit it
            {"or": [{"status": {"in": ["DRAFT"]}}, {"not": {"and": [{"website": null}]}}]} | where.or[1].not.and[0].website | isNull: true
            """)
    void null_in_a_filter_is_refused_wherever_it_stands(String where, String path, String advice) throws IOException {
        Map<?, ?> filter = JSON.readValue(where, Map.class);
        for (String document : List.of("firms", "firms-nothing")) {
            GraphQLAnswer answer =
                    refused(GraphQLDocument.named("input/" + document).sentBy(LT, Map.of("where", filter)));
            assertThat(answer.error().get("message").asText())
                    .startsWith("`" + path + "` is null; ")
                    .contains(advice);
        }
        String literal = where.replaceAll("\"(\\w+)\":", "$1:").replace("\"DRAFT\"", "DRAFT");
        refused(new GraphQLDocument("{ partnerFirms(where: " + literal + ") { totalCount } }").sentBy(LT));
    }

    @Test
    void a_condition_whose_variable_is_left_out_is_none() {
        GraphQLDocument document = new GraphQLDocument(
                "query($name: StringFilter, $text: String) { partnerFirms(where: { legalName: $name, not: { legalName: { eq: $text }"
                        + " status: { eq: DRAFT } } }) { totalCount } }");
        assertThat(document.sentBy(LT).data().at("/partnerFirms/totalCount").asInt())
                .isPositive();
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("name", null);
        refused(document.sentBy(LT, nothing));
    }

    /** A driver would send a question mark in its place, and find another record. */
    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00", "\udc00\ud800", "\ud800\ud800\udc00"})
    void half_a_surrogate_pair_is_refused(String text) {
        for (Map<String, Object> where : List.<Map<String, Object>>of(
                Map.of("legalName", Map.of("eq", text)),
                Map.of("legalName", Map.of("contains", text)),
                Map.of("legalName", Map.of("in", List.of("x", text))),
                Map.of("addresses", Map.of("some", Map.of("lines", Map.of("has", text)))),
                Map.of("jurisdiction", Map.of("eq", text)),
                Map.of("id", Map.of("eq", text)))) {
            refused(FIRMS.sentBy(LT, Map.of("where", where)));
        }
        refused(FIRMS.sentBy(LT, Map.of("after", text)));
        refused(new GraphQLDocument("{ partnerFirms(where: { legalName: { eq: \"" + text + "\" } }) { totalCount } }")
                .sentBy(LT));
        refused(GraphQLDocument.named("input/firm").sentBy(LT, Map.of("id", text)));
        assertThat(FIRMS.sentBy(LT, Map.of("where", Map.of("legalName", Map.of("eq", "\ud83d\ude00"))))
                        .data())
                .isNotNull();
    }

    static List<Map<String, ?>> badArguments() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("eq", null);
        return List.of(
                Map.of("where", Map.of("id", Map.of("eq", "x"))),
                Map.of("where", Map.of("not", Map.of("id", Map.of("in", List.of(encoded("WeaponSystem:x")))))),
                Map.of("where", Map.of("legalName", Map.of("contains", "a\0"))),
                Map.of(
                        "where",
                        Map.of("addresses", Map.of("some", Map.of("lines", Map.of("hasAny", List.of("a", "\0")))))),
                Map.of("where", Map.of("legalName", nothing)),
                Map.of("where", Map.of("productionFacilities", Map.of("some", Map.of("name", Map.of("eq", "\0"))))),
                Map.of("first", -1),
                Map.of("first", 1, "last", 1),
                Map.of("after", "x"),
                Map.of("before", ""));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void an_argument_is_refused_whatever_is_selected(Map<String, ?> arguments) {
        for (String document : List.of("firms", "firms-typename", "firms-nothing", "firms-of-hidden")) {
            refused(GraphQLDocument.named("input/" + document).sentBy(LT, arguments));
        }
    }

    @Test
    void a_cursor_is_refused_whatever_is_selected() {
        for (String cursor : List.of(cursor(UA, Map.of()), cursor(LT, Map.of("orderBy", BY_NAME)))) {
            for (String document : List.of("firms", "firms-typename", "firms-nothing", "firms-of-hidden")) {
                refused(GraphQLDocument.named("input/" + document).sentBy(LT, Map.of("after", cursor)));
            }
        }
    }

    @Test
    void malformed_forged_and_foreign_cursors_are_refused_all_in_the_same_words() {
        String own = cursor(LT, Map.of("orderBy", BY_NAME));
        byte[] bytes = Base64.getUrlDecoder().decode(own);
        byte[] otherRecord = bytes.clone();
        otherRecord[3] ^= 1;
        byte[] otherSeal = bytes.clone();
        otherSeal[20] ^= 1;
        byte[] shorter = java.util.Arrays.copyOf(bytes, bytes.length - 1);
        String ofConnection = GraphQLDocument.named("input/organisations")
                .sentBy(LT)
                .data()
                .at("/organisations/edges/0/cursor")
                .asText();
        List<String> cursors = List.of(
                "",
                "x",
                "%%%",
                "A".repeat(10_000),
                own + "A",
                own.substring(1),
                text(otherRecord),
                text(otherSeal),
                text(shorter),
                encoded("9482776b-cdc2-443c-8457-1a1af8c6c405"),
                cursor(UA, Map.of("orderBy", BY_NAME)),
                cursor(Persona.ANONYMOUS, Map.of("orderBy", BY_NAME)),
                cursor(LT, Map.of()),
                cursor(LT, Map.of("orderBy", List.of(Map.of("field", "LEGAL_NAME", "direction", "ASC")))),
                cursor(LT, Map.of("orderBy", List.of(Map.of("field", "STATUS")))),
                ofConnection);
        assertThat(cursors)
                .allSatisfy(
                        cursor -> assertThat(refused(turn(LT, "after", cursor)).comparable())
                                .isEqualTo(refused(turn(LT, "after", "y")).comparable()))
                .allSatisfy(
                        cursor -> assertThat(refused(turn(LT, "before", cursor)).comparable())
                                .isEqualTo(refused(turn(LT, "before", "y")).comparable()));
        assertThat(turn(LT, "after", own).data().at("/partnerFirms/edges")).isNotEmpty();
    }

    @Test
    void all_invalid_arguments_are_reported_and_nothing_is_read() {
        GraphQLAnswer answer =
                GraphQLDocument.named("input/several-faults").sentBy(LT, Map.of("size", 101, "id", "x", "cursor", "y"));

        assertThat(answer.json().path("data").isNull()).as("%s", answer).isTrue();
        assertThat(answer.json().get("errors"))
                .extracting(error -> error.get("path").get(0).asText() + " "
                        + error.at("/extensions/code").asText())
                .containsExactlyInAnyOrder(
                        "large LIMIT_EXCEEDED",
                        "large BAD_USER_INPUT",
                        "one BAD_USER_INPUT",
                        "nested BAD_USER_INPUT",
                        "both BAD_USER_INPUT");
    }

    @Test
    void a_field_to_order_by_that_was_there_before_makes_no_other_order() {
        List<Map<String, String>> order = List.of(
                Map.of("field", "LEGAL_NAME", "direction", "DESC"), Map.of("field", "LEGAL_NAME", "direction", "ASC"));
        assertThat(FIRMS.sentBy(LT, Map.of("orderBy", order)).body())
                .isEqualTo(FIRMS.sentBy(LT, Map.of("orderBy", BY_NAME)).body());
    }

    @Test
    void a_hidden_record_and_an_absent_one_get_the_same_bytes() {
        String hidden = encoded("PartnerFirm:5c058742-8543-4b4b-ac5f-7d8c385cada0");
        String absent = encoded("PartnerFirm:" + UUID.randomUUID());
        for (String document : List.of("input/firm", "input/node")) {
            GraphQLAnswer answer = GraphQLDocument.named(document).sentBy(LT, Map.of("id", hidden));
            assertThat(answer.data()).as("%s", answer).isNotNull();
            assertThat(answer.body())
                    .isEqualTo(GraphQLDocument.named(document)
                            .sentBy(LT, Map.of("id", absent))
                            .body());
        }
        for (String operator : List.of("eq", "ne")) {
            assertThat(FIRMS.sentBy(LT, Map.of("where", Map.of("id", Map.of(operator, hidden))))
                            .body())
                    .isEqualTo(FIRMS.sentBy(LT, Map.of("where", Map.of("id", Map.of(operator, absent))))
                            .body());
        }
    }

    @Test
    void a_hidden_record_leads_nowhere_whatever_is_asked_of_it() {
        GraphQLDocument systems = GraphQLDocument.named("input/facility-systems");
        String hidden = encoded("ProductionFacility:3334adf7-85e7-4e5e-ba03-ee5b5d107c9c");
        String absent = encoded("ProductionFacility:" + UUID.randomUUID());
        for (String cursor : List.of("", "y", cursor(LT, Map.of()))) {
            assertThat(systems.sentBy(LT, Map.of("facility", hidden, "after", cursor))
                            .comparable())
                    .isEqualTo(systems.sentBy(LT, Map.of("facility", absent, "after", cursor))
                            .comparable());
        }
    }

    private static GraphQLAnswer turn(Persona persona, String side, String cursor) {
        return FIRMS.sentBy(persona, Map.of("orderBy", BY_NAME, side, cursor));
    }

    /** The cursor of the second of the firms, in some order. */
    private static String cursor(Persona persona, Map<String, ?> order) {
        return FIRMS.sentBy(persona, order)
                .data()
                .at("/partnerFirms/edges/1/cursor")
                .asText();
    }

    private static String encoded(String plain) {
        return text(plain.getBytes(UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
