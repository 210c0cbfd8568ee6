package org.jointdefence.registry.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every classified read is recorded in the log before the response; no public read is. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadLogTest {

    private static final String RECORD_READING =
            "registry.record_reading(uuid, text, text, text, integer, text[], text, text,"
                    + " text, text, text[], bytea, integer[])";

    private static final String HERON = "c2186616-d645-4c29-b0db-4766f9c82997";

    /** A weapon system with a link that is not public. */
    private static final String LANTERN = "2afea80b-abcf-4419-9a3e-c99ea6631af2";

    /** A record that is not public; its id is the lowest of all weapon systems. */
    private static final String HIDDEN = "0fa73b89-6651-48ea-8994-33657c7b7cbb";

    /** {@code read-log.csv}: documents on the demo data, and what the log records of them. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/read-log.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 5000)
    void a_question_leaves_these_entries_and_no_others(String what, String persona, String question, String entries) {
        String operation = "entries_" + Integer.toHexString(what.hashCode());
        ask(persona, operation, question);

        List<String> expected =
                entries == null ? List.of() : List.of(entries.strip().split("\\s*;\\s*"));
        assertThat(Log.entries(operation)).as(what).isEqualTo(Log.sorted(expected));
        assertThat(Log.readings(operation)).hasSize(expected.isEmpty() ? 0 : 1);
    }

    @Test
    void a_reading_says_who_read_under_which_clearance_and_what_was_asked() {
        String question = "query who_reads { weaponSystem(id: \"%s\") { designation } }".formatted(id(HERON));
        new GraphQLDocument(question).sentBy(Persona.named("lt-top-secret")).data();

        assertThat(Log.readings("who_reads")).singleElement().satisfies(reading -> {
            assertThat(reading)
                    .containsEntry("nation", "LT")
                    .containsEntry("level", "4")
                    .containsEntry("compartments", "{AMBER}")
                    .containsEntry("operation_hash", sha256(question))
                    .containsEntry("refusal", null);
            assertThat(reading.get("subject"))
                    .isEqualTo(new GraphQLDocument("{ viewer { subject } }")
                            .sentBy(Persona.named("lt-top-secret"))
                            .data()
                            .at("/viewer/subject")
                            .asText());
            assertThat(reading.get("request_id")).matches("[0-9a-f]{16}");
            assertThat(reading.get("issuer")).startsWith("http");
        });
    }

    @Test
    void a_grant_shows_among_the_compartments_that_were_used() {
        Persona reader = Persona.named("lt-secret");
        String subject = new GraphQLDocument("{ viewer { subject } }")
                .sentBy(reader)
                .data()
                .at("/viewer/subject")
                .asText();
        ask("lt-secret", "before_the_grant", "weaponSystems { nodes { designation } }");
        String issuer = Log.readings("before_the_grant").getFirst().get("issuer");
        Vault.execute("""
                INSERT INTO vault.need_to_know (issuer, subject, compartment, purpose, granted_by, valid_until)
                VALUES ('%s', '%s', 'AMBER', 'test of the log', 'test', now() + interval '1 hour')""".formatted(issuer, subject));
        try {
            ask("lt-secret", "with_the_grant", "weaponSystems { nodes { designation } }");
        } finally {
            Vault.execute("DELETE FROM vault.need_to_know WHERE purpose = 'test of the log'");
        }
        assertThat(Log.readings("before_the_grant").getFirst()).containsEntry("compartments", "{}");
        assertThat(Log.readings("with_the_grant").getFirst()).containsEntry("compartments", "{AMBER}");
        assertThat(Log.entries("with_the_grant"))
                .contains("SELECT WeaponSystem.designation ac7ebe5b-25b0-4521-ac11-c297a5240012 17");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/read-log-refusals.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 5000)
    void a_refused_request_of_a_cleared_caller_is_recorded(String what, String body, String code) {
        String mark = "refused_" + Integer.toHexString(what.hashCode());
        for (Persona persona : List.of(Persona.named("lt-secret"), Persona.ANONYMOUS)) {
            persona.request()
                    .contentType("application/json")
                    .body(body.replace("MARK", mark))
                    .post("/graphql");
        }
        assertThat(Log.readings(mark)).singleElement().satisfies(reading -> assertThat(reading)
                .containsEntry("refusal", code)
                .containsEntry("nation", "LT")
                .containsEntry("entries", "\\x"));
    }

    @Test
    void a_failure_of_our_own_is_recorded_for_a_cleared_caller() {
        Vault.execute("REVOKE SELECT ON registry.weapon_system FROM registry_app");
        GraphQLAnswer answer;
        try {
            answer = new GraphQLDocument("{ weaponSystems { nodes { codeName } } }").sentBy(Persona.named("lt-secret"));
        } finally {
            Vault.execute("GRANT SELECT ON registry.weapon_system TO registry_app");
        }
        assertThat(answer.code()).isEqualTo("INTERNAL");
        String id = answer.json().at("/errors/0/extensions/requestId").asText();
        assertThat(Vault.rows("SELECT * FROM vault.reading WHERE request_id = '%s'".formatted(id)))
                .singleElement()
                .satisfies(reading -> assertThat(reading)
                        .containsEntry("refusal", "INTERNAL")
                        .containsEntry("nation", "LT")
                        .containsEntry("entries", "\\x"));
    }

    /** Otherwise the entry, and with it the marking, would reveal the physical order of the rows. */
    @Test
    void what_tells_of_a_previous_page_is_the_first_record_in_the_order_of_the_pages() {
        String order = "orderBy: { field: CODE_NAME, direction: DESC }";
        String end = ask(
                        "lt-secret",
                        "to_the_end",
                        "weaponSystems(last: 1, %s) { pageInfo { endCursor } }".formatted(order))
                .json()
                .at("/data/weaponSystems/pageInfo/endCursor")
                .asText();
        String past =
                "weaponSystems(first: 1, after: \"%s\", %s) { pageInfo { hasPreviousPage } }".formatted(end, order);
        assertThat(ask("lt-secret", "previous_page", past)
                        .json()
                        .at("/data/weaponSystems/pageInfo/hasPreviousPage")
                        .asBoolean())
                .isTrue();
        assertThat(Log.entries("previous_page")).containsExactly("PRESENCE WeaponSystem " + HIDDEN + " 13");
    }

    @Test
    void a_page_beside_a_cursor_tells_how_values_compare_and_is_recorded() {
        String cursor = cursor("weaponSystems(orderBy: { field: MAXIMUM_RANGE_KM }, first: 1)");
        ask(
                "lt-secret",
                "compared",
                ("weaponSystems(where: { id: { eq: \"%s\" } }, orderBy: { field: MAXIMUM_RANGE_KM }, after: \"%s\")"
                                + " { pageInfo { hasPreviousPage hasNextPage } }")
                        .formatted(id(HERON), cursor));
        assertThat(Log.entries("compared"))
                .contains(
                        "ORDER WeaponSystem.maximumRangeKm all any",
                        "ORDER WeaponSystem.maximumRangeKm " + HERON + " 13");
        ask(
                "lt-secret",
                "compared_with",
                ("weaponSystems(where: { codeName: { eq: \"none\" } }, orderBy: { field: MAXIMUM_RANGE_KM }, after:"
                                + " \"%s\") { pageInfo { hasPreviousPage } }")
                        .formatted(cursor(
                                "weaponSystems(where: { id: { eq: \"%s\" } }, orderBy: { field: MAXIMUM_RANGE_KM })"
                                        .formatted(id(HERON)))));
        assertThat(Log.entries("compared_with"))
                .as("a cursor is what was told, and recorded, before; nothing is read of the record that stood there")
                .containsExactly("ORDER WeaponSystem.maximumRangeKm all any");
    }

    @Test
    void a_link_that_tells_of_a_page_beside_a_cursor_is_recorded() {
        String connection = "weaponSystem(id: \"%s\") { productionFacilities(%s) { pageInfo { %s } } }";
        String cursor = ask("lt-confidential", "linked", connection.formatted(id(LANTERN), "last: 1", "endCursor"))
                .json()
                .at("/data/weaponSystem/productionFacilities/pageInfo/endCursor")
                .asText();
        String linked = "where: { id: { eq: \"%s\" } }, after: \"%s\""
                .formatted(id("ProductionFacility", "f6237b36-6042-4da5-ade4-ec69cc54453c"), cursor);
        ask("lt-confidential", "linked_before", connection.formatted(id(LANTERN), linked, "hasPreviousPage"));
        assertThat(Log.entries("linked_before"))
                .containsExactly("PRESENCE WeaponSystem.productionFacilities " + LANTERN + " 12");
    }

    /** An auditor sees the order in which entries were written. */
    @Test
    void the_log_does_not_tell_how_values_compare() {
        ask(
                "lt-top-secret",
                "ranked",
                "weaponSystems(orderBy: { field: MAXIMUM_RANGE_KM }) { nodes { maximumRangeKm } }");
        List<String> records = Vault.column("""
                SELECT entry.record FROM vault.reading, registry.reading_entry(entries) AS entry
                WHERE operation_name = 'ranked' AND reads[entry.read] = 'SELECT WeaponSystem.maximumRangeKm'
                ORDER BY ordinal""");
        assertThat(records).hasSizeGreaterThan(3).isSorted();
    }

    @Test
    void a_verification_of_the_log_is_recorded() {
        ask("auditor", "whole", "readLog(newest: 1) { nation }");
        assertThat(Log.entries("whole")).containsExactly("SELECT ReadLog all any");
    }

    private static String cursor(String connection) {
        return ask("lt-secret", "cursor", "found: " + connection + " { pageInfo { endCursor } }")
                .json()
                .at("/data/found/pageInfo/endCursor")
                .asText();
    }

    @Test
    void what_cannot_be_recorded_is_not_disclosed() {
        Vault.execute("REVOKE EXECUTE ON FUNCTION " + RECORD_READING + " FROM registry_app");
        GraphQLAnswer answer;
        GraphQLAnswer unclassified;
        GraphQLAnswer refused;
        try {
            answer = new GraphQLDocument("query unrecorded { weaponSystems { nodes { codeName designation } } }")
                    .sentBy(Persona.named("lt-secret"));
            unclassified = new GraphQLDocument("query harmless { partnerFirm(id: \"%s\") { legalName } }"
                            .formatted(id("PartnerFirm", "9482776b-cdc2-443c-8457-1a1af8c6c405")))
                    .sentBy(Persona.named("lt-secret"));
            refused = new GraphQLDocument("query refused { nothing }").sentBy(Persona.named("lt-secret"));
        } finally {
            Vault.execute("GRANT EXECUTE ON FUNCTION " + RECORD_READING + " TO registry_app");
        }
        assertThat(answer.code()).isEqualTo("INTERNAL");
        assertThat(answer.json().hasNonNull("data")).as(answer.toString()).isFalse();
        assertThat(answer.body()).doesNotContain("Gandras", "EXERCISE");
        assertThat(unclassified.data().at("/partnerFirm/legalName").asText()).startsWith("EXERCISE");
        assertThat(refused.code()).isEqualTo("INTERNAL");
        assertThat(new GraphQLDocument("query recorded_again { weaponSystems { nodes { designation } } }")
                        .sentBy(Persona.named("lt-secret"))
                        .body())
                .contains("Gandras");
    }

    @Test
    void what_was_recorded_but_not_committed_is_not_disclosed() {
        Vault.execute("CREATE FUNCTION vault.refuse_commit() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'refused at the end of the transaction'; END $$");
        Vault.execute("CREATE CONSTRAINT TRIGGER refuse_commit AFTER INSERT ON vault.unsealed_reading"
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vault.refuse_commit()");
        GraphQLAnswer answer;
        try {
            answer = new GraphQLDocument("query uncommitted { weaponSystems { nodes { designation } } }")
                    .sentBy(Persona.named("lt-secret"));
        } finally {
            Vault.execute("DROP FUNCTION vault.refuse_commit() CASCADE");
        }
        assertThat(answer.code()).isEqualTo("INTERNAL");
        assertThat(answer.body()).doesNotContain("Gandras", "EXERCISE");
    }

    @Test
    void the_service_can_neither_change_nor_remove_what_it_has_written() {
        for (String attempt : List.of(
                "UPDATE vault.reading SET subject = 'nobody'",
                "DELETE FROM vault.reading",
                "TRUNCATE vault.reading",
                "SELECT * FROM vault.reading",
                "DELETE FROM vault.reading_seal",
                "DELETE FROM vault.unsealed_reading")) {
            assertThat(Vault.failure("SET LOCAL ROLE registry_app", attempt))
                    .as(attempt)
                    .isEqualTo("42501");
        }
        for (String attempt : List.of(
                "UPDATE vault.reading SET subject = 'nobody'",
                "DELETE FROM vault.reading_seal",
                "TRUNCATE vault.reading")) {
            assertThat(Vault.failure(attempt)).as(attempt + " by its owner").isEqualTo("23001");
        }
    }

    @Test
    void a_response_is_marked_with_the_join_of_the_labels_in_it() {
        assertThat(marking("lt-secret", "weaponSystem(id: \"%s\") { designation }".formatted(id(HERON))))
                .isEqualTo("SLAPTAI // REL TO LTU, UKR");
        assertThat(marking("ua-secret", "weaponSystem(id: \"%s\") { designation }".formatted(id(HERON))))
                .as("in the words of the reader's nation, and of the label's own")
                .isEqualTo("ЦІЛКОМ ТАЄМНО // LTU SLAPTAI // REL TO LTU, UKR");
        assertThat(marking(
                        "lt-secret",
                        "weaponSystem(id: \"%s\") { designation description unitCost { amount } }"
                                .formatted(id(HERON))))
                .isEqualTo("SLAPTAI // REL TO LTU");
        assertThat(marking("lt-top-secret", "weaponSystems { nodes { designation } }"))
                .isEqualTo("VISIŠKAI SLAPTAI // NATO SECRET, UKR ЦІЛКОМ ТАЄМНО // REL TO LTU // AMBER");
        assertThat(marking("lt-secret", "weaponSystems { nodes { codeName } }"))
                .as("a hidden record is there")
                .isEqualTo("SLAPTAI // REL TO LTU, UKR");
        assertThat(marking("lt-secret", "weaponSystem(id: \"%s\") { codeName }".formatted(id(HERON))))
                .isEmpty();
        assertThat(marking("anonymous", "weaponSystems { nodes { designation } }"))
                .isEmpty();
    }

    @Test
    void the_root_field_marking_says_what_the_extension_says_and_leaves_no_row_of_its_own() {
        String document = "first: marking weaponSystem(id: \"%s\") { designation } viewer { subject } ...Last }"
                + " fragment Last on Query { marking";
        JsonNode marked = ask("lt-secret", "marked_at_the_root", document.formatted(id(HERON)))
                .json();
        assertThat(marked.at("/data/marking").asText())
                .isEqualTo("SLAPTAI // REL TO LTU, UKR")
                .isEqualTo(marked.at("/data/first").asText())
                .isEqualTo(marked.at("/extensions/marking").asText());
        assertThat(marked.get("data").fieldNames().next()).isEqualTo("first");
        assertThat(Log.readings("marked_at_the_root")).hasSize(1);
        assertThat(Log.entries("marked_at_the_root"))
                .containsExactly("SELECT WeaponSystem.designation " + HERON + " 13");

        JsonNode unmarked =
                ask("anonymous", "unmarked", document.formatted(id(HERON))).json();
        assertThat(unmarked.at("/data/marking").isNull()).isTrue();
        assertThat(unmarked.at("/data/first").isNull()).isTrue();
        assertThat(ask("lt-secret", "alone", "marking viewer { subject }")
                        .json()
                        .at("/data/marking")
                        .isNull())
                .isTrue();
        assertThat(Log.readings("alone")).isEmpty();
    }

    @Test
    void what_is_derived_from_classified_values_is_marked_though_none_is_found() {
        String every = "SLAPTAI // NATO CONFIDENTIAL, UKR ТАЄМНО // REL TO LTU";
        for (String filter : List.of(
                "maximumRangeKm: { gt: 9000 }",
                "not: { maximumRangeKm: { lt: 9000 } }",
                "or: [{ maximumRangeKm: { gt: 9000 } }, { maximumRangeKm: { in: [] } }]",
                "maximumRangeKm: { ne: 1 }",
                "maximumRangeKm: { isNull: true }")) {
            for (String asked : List.of("totalCount", "nodes { codeName }", "pageInfo { hasNextPage }")) {
                String question = "weaponSystems(where: { %s }) { %s }".formatted(filter, asked);
                assertThat(marking("lt-secret", question)).as(question).isEqualTo(every);
                assertThat(marking("anonymous", question)).as(question).isEmpty();
            }
        }
    }

    private static String marking(String persona, String question) {
        GraphQLAnswer answer = ask(persona, "marked", question);
        return answer.json().at("/extensions/marking").asText("");
    }

    private static GraphQLAnswer ask(String persona, String operation, String question) {
        GraphQLAnswer answer = new GraphQLDocument("query %s { %s }".formatted(operation, question))
                .sentBy(persona.equals("anonymous") ? Persona.ANONYMOUS : Persona.named(persona), Map.of());
        answer.data();
        return answer;
    }

    private static String id(String weaponSystem) {
        return id("WeaponSystem", weaponSystem);
    }

    private static String id(String entityType, String uuid) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((entityType + ":" + uuid).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        return Vault.column("SELECT encode(sha256(convert_to('%s', 'UTF8')), 'hex')".formatted(text))
                .getFirst();
    }
}
