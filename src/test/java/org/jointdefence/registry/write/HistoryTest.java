package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.audit.Log;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Everyone sees the past of what they may see, and nothing more. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryTest {

    private static final String HISTORY = """
            query history($id: ID!) {
              node(id: $id) { ... on Labelled { history(first: 50) {
                totalCount
                nodes { at operation type field before after label { policy marking } reason role author }
              } } }
            }""";

    @SuppressWarnings("NullAway.Init")
    private Undo undo;

    @BeforeEach
    void remember() {
        undo = new Undo();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    @Test
    void the_history_of_a_firm_has_its_own_changes_and_those_of_its_parts_and_links() {
        JsonNode firm = firm();
        update(firm, "status: SCREENED, reason: \"EXERCISE screened\"");
        update(firm, "removeIdentifiers: [\"" + firm.at("/identifiers/0/id").asText() + "\"]");
        JsonNode history = history("anonymous", firm);
        assertThat(summary(history))
                .startsWith("REMOVED FirmIdentifier null", "UPDATED PartnerFirm status")
                .endsWith("CREATED PartnerFirm null");
        assertThat(history.get("totalCount").asInt())
                .isEqualTo(history.get("nodes").size());
        JsonNode screened = history.get("nodes").get(1);
        assertThat(screened.get("before").toString()).isEqualTo("{\"status\":\"DRAFT\"}");
        assertThat(screened.get("after").toString()).isEqualTo("{\"status\":\"SCREENED\"}");
        assertThat(screened.get("reason").asText()).isEqualTo("EXERCISE screened");
        assertThat(screened.get("role").asText()).isEqualTo("REGISTRAR");
        JsonNode created = history.get("nodes").get(history.get("nodes").size() - 1);
        assertThat(created.get("after").get("legalName").asText()).isEqualTo("EXERCISE Praeitis, UAB");
        assertThat(created.get("before").isNull()).isTrue();
        assertThat(history.toString())
                .as("a part's whole is named by its global id")
                .contains("\"partnerFirm\":\"" + firm.get("id").asText() + "\"");
        assertThat(Instant.parse(screened.get("at").asText()))
                .isAfter(Instant.parse(created.get("at").asText()));
    }

    @Test
    void a_classified_change_is_shown_and_logged_where_its_label_is_readable_and_exists_nowhere_else() {
        JsonNode firm = firm();
        ask(
                        "originator",
                        """
                mutation vet($input: UpdatePartnerFirmInput!) { updatePartnerFirm(input: $input) { partnerFirm { id } } }""",
                        Map.of(
                                "input",
                                Map.of(
                                        "id", firm.get("id").asText(),
                                        "version", version("originator", firm),
                                        "vettingNotes",
                                                Map.of(
                                                        "value",
                                                        "EXERCISE vetted",
                                                        "label",
                                                        Map.of(
                                                                "classification",
                                                                "LT_SLAPTAI",
                                                                "releasableTo",
                                                                List.of("LT", "UA"))))))
                .data();
        assertThat(history("anonymous", firm).toString()).doesNotContain("vettingNotes", "ORIGINATOR");
        assertThat(history("lt-confidential", firm).toString()).doesNotContain("EXERCISE vetted");
        JsonNode change = history("lt-secret", firm).get("nodes").get(0);
        assertThat(change.get("field").asText()).isEqualTo("vettingNotes");
        assertThat(change.get("after").toString()).isEqualTo("{\"vettingNotes\":\"EXERCISE vetted\"}");
        assertThat(change.at("/label/marking").asText()).contains("SLAPTAI");
        assertThat(change.get("role").asText()).isEqualTo("ORIGINATOR");
        String subject = ask("originator", "{ viewer { subject } }", Map.of())
                .data()
                .at("/viewer/subject")
                .asText();
        assertThat(change.get("author").asText()).isEqualTo(subject);
        assertThat(history("ua-secret", firm).findValuesAsText("author")).doesNotContain(subject);
        String label = Vault.column(
                        "SELECT label_after FROM vault.change WHERE field = 'vetting_notes' ORDER BY ordinal DESC")
                .getFirst();
        assertThat(Log.entries("history"))
                .anyMatch(entry -> entry.startsWith("SELECT PartnerFirm.history ") && entry.endsWith(" " + label))
                .anyMatch(entry -> entry.startsWith("COUNT PartnerFirm.history ") && entry.endsWith(" " + label));
    }

    @Test
    void what_has_been_classified_since_is_read_under_its_label_of_today_too() {
        String label = secret();
        JsonNode firm = firm();
        Vault.execute("UPDATE vault.firm_identifier SET label = " + label + " WHERE value = '111484678'");
        String creations = """
                query creations($id: ID!) { node(id: $id) { ... on Labelled {
                  history(first: 50, where: { operation: { eq: CREATED }, type: { eq: "FirmIdentifier" } }) { nodes { after } }
                } } }""";
        Map<String, Object> id = Map.of("id", firm.get("id").asText());
        assertThat(ask("anonymous", creations, id).data().toString()).doesNotContain("111484678");
        assertThat(ask("lt-secret", creations, id).data().toString()).contains("111484678");
        assertThat(Log.entries("creations"))
                .anyMatch(entry -> entry.startsWith("SELECT PartnerFirm.history ") && entry.endsWith(" " + label));
    }

    @Test
    void what_was_public_then_and_is_classified_now_is_read_under_its_label_of_today() {
        String label = secret();
        JsonNode firm = firm();
        String source = ask("anonymous", "{ sources(first: 1) { nodes { id } } }", Map.of())
                .data()
                .at("/sources/nodes/0/id")
                .asText();
        update(firm, "addSources: [{ id: \"" + source + "\" }]");
        String uuid = Vault.column("SELECT id FROM vault.partner_firm WHERE legal_name = 'EXERCISE Praeitis, UAB'")
                .getFirst();
        Vault.execute("UPDATE vault.partner_firm SET vetting_notes_label = 0 WHERE id = '" + uuid + "'");
        String then = now();
        Vault.execute("UPDATE vault.partner_firm SET vetting_notes_label = " + label + " WHERE id = '" + uuid + "'");
        Vault.execute("UPDATE vault.partner_firm_source SET label = " + label + " WHERE partner_firm = '" + uuid + "'");
        String document = """
                query %s($id: ID!, $at: DateTime!) { partnerFirm(id: $id, asOf: $at) { %s } }""";
        Map<String, Object> variables = Map.of("id", firm.get("id").asText(), "at", then);
        assertThat(ask("lt-secret", document.formatted("portions", "portions { field }"), variables)
                        .data()
                        .toString())
                .contains("vettingNotes");
        assertThat(Log.entries("portions")).anyMatch(entry -> entry.endsWith(" " + label));
        assertThat(ask("lt-secret", document.formatted("links", "sources { id }"), variables)
                        .data()
                        .toString())
                .contains(source);
        assertThat(Log.entries("links")).anyMatch(entry -> entry.endsWith(" " + label));
        assertThat(ask("anonymous", document.formatted("links", "sources { id } portions { field }"), variables)
                        .data()
                        .toString())
                .doesNotContain(source, "vettingNotes");
    }

    @Test
    void records_are_shown_as_they_stood_with_their_parts() {
        String early = now();
        JsonNode firm = firm();
        String drafted = now();
        update(firm, "status: SCREENED, website: \"https://exercise.example\"");
        update(firm, "removeIdentifiers: [\"" + firm.at("/identifiers/0/id").asText() + "\"]");
        String document = """
                query asOf($id: ID!, $at: DateTime, $name: String!) {
                  partnerFirm(id: $id, asOf: $at) { status website identifiers { value } history { totalCount } }
                  partnerFirms(asOf: $at, where: { legalName: { eq: $name } }) { totalCount nodes { status } }
                  today: partnerFirm(id: $id) { status identifiers { value } }
                }""";
        JsonNode then = asOf(document, firm, drafted);
        assertThat(then.at("/partnerFirm/status").asText()).isEqualTo("DRAFT");
        assertThat(then.at("/partnerFirm/website").isNull()).isTrue();
        assertThat(then.at("/partnerFirm/identifiers/0/value").asText()).isEqualTo("111484678");
        assertThat(then.at("/partnerFirms/nodes/0/status").asText()).isEqualTo("DRAFT");
        assertThat(then.at("/today/status").asText()).isEqualTo("SCREENED");
        assertThat(then.at("/today/identifiers")).isEmpty();
        JsonNode today = asOf(document, firm, "2999-01-01T00:00:00Z");
        assertThat(today.at("/partnerFirm/status").asText()).isEqualTo("SCREENED");
        assertThat(then.at("/partnerFirm/history/totalCount").asInt())
                .isLessThan(today.at("/partnerFirm/history/totalCount").asInt());
        JsonNode before = asOf(document, firm, early);
        assertThat(before.get("partnerFirm").isNull()).isTrue();
        assertThat(before.at("/partnerFirms/totalCount").asInt()).isZero();
    }

    @Test
    void two_instants_in_one_operation_are_two_answers() {
        JsonNode firm = firm();
        String drafted = now();
        update(firm, "status: SCREENED");
        String screened = now();
        update(firm, "website: \"https://exercise.example\"");
        JsonNode data = ask("anonymous", """
                query($id: ID!, $one: DateTime!, $other: DateTime!) {
                  one: partnerFirm(id: $id, asOf: $one) { status website }
                  now: partnerFirm(id: $id) { status website }
                  other: partnerFirm(id: $id, asOf: $other) { status website }
                }""", Map.of("id", firm.get("id").asText(), "one", drafted, "other", screened))
                .data();
        assertThat(data.toString())
                .isEqualTo("{\"one\":{\"status\":\"DRAFT\",\"website\":null},"
                        + "\"now\":{\"status\":\"SCREENED\",\"website\":\"https://exercise.example\"},"
                        + "\"other\":{\"status\":\"SCREENED\",\"website\":null}}");
    }

    @Test
    void a_withdrawal_is_in_the_history() {
        JsonNode firm = firm();
        ask(
                        "registrar",
                        """
                mutation($input: WithdrawInput!) { withdrawPartnerFirm(input: $input) { partnerFirm { id } } }""",
                        Map.of(
                                "input",
                                Map.of(
                                        "id", firm.get("id").asText(),
                                        "version", version("registrar", firm),
                                        "reason", "EXERCISE entered in error")))
                .data();
        assertThat(summary(history("anonymous", firm))).contains("WITHDRAWN PartnerFirm withdrawnOn");
    }

    private JsonNode firm() {
        return ask("registrar", """
                mutation { createPartnerFirm(input: { legalName: "EXERCISE Praeitis, UAB", jurisdiction: "LT", status: DRAFT
                    identifiers: [{ scheme: LT_RC, value: "111484678" }] }) {
                  partnerFirm { id version identifiers { id } } } }""", Map.of()).data().at("/createPartnerFirm/partnerFirm");
    }

    private void update(JsonNode firm, String changes) {
        ask("registrar", """
                mutation { updatePartnerFirm(input: { id: "%s", version: "%s", %s }) { partnerFirm { id } } }""".formatted(firm.get("id").asText(), version("registrar", firm), changes), Map.of())
                .data();
    }

    private String version(String persona, JsonNode firm) {
        return ask(
                        persona,
                        "query($id: ID!) { partnerFirm(id: $id) { version } }",
                        Map.of("id", firm.get("id").asText()))
                .data()
                .at("/partnerFirm/version")
                .asText();
    }

    private JsonNode history(String persona, JsonNode firm) {
        return ask(persona, HISTORY, Map.of("id", firm.get("id").asText()))
                .data()
                .at("/node/history");
    }

    private JsonNode asOf(String document, JsonNode firm, String instant) {
        return ask(
                        "anonymous",
                        document,
                        Map.of("id", firm.get("id").asText(), "at", instant, "name", "EXERCISE Praeitis, UAB"))
                .data();
    }

    private static List<String> summary(JsonNode history) {
        List<String> summary = new ArrayList<>();
        history.get("nodes")
                .forEach(change -> summary.add(change.get("operation").asText() + " "
                        + change.get("type").asText() + " "
                        + change.get("field").asText()));
        return summary;
    }

    /** A label that lt-secret may read, and the public may not. */
    private static String secret() {
        return Vault.column("""
                SELECT id FROM vault.confidentiality_label
                WHERE classification = 'LT_SLAPTAI' AND special_handling = '{}' AND 'LT' = ANY (releasable_to)""").getFirst();
    }

    private static String now() {
        return Vault.column("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .getFirst();
    }

    private static GraphQLAnswer ask(String persona, String document, Map<String, Object> variables) {
        return new GraphQLDocument(document).sentBy(Persona.named(persona), variables);
    }
}
