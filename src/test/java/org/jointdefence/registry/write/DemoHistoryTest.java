package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.ScratchDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The content of the demo, which SQL loads, has the same record of changes as what is written by mutations. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoHistoryTest {

    private static final String GANDRAS = globalId("PartnerFirm:9482776b-cdc2-443c-8457-1a1af8c6c405");

    @Test
    void every_record_of_the_demo_is_as_its_changes_say() throws SQLException {
        try (ScratchDatabase database = new ScratchDatabase()) {
            database.migrateWithDemo();
            try (Connection connection = database.administrator();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("SELECT registry.set_caller(NULL, NULL, NULL, NULL, '{}', '{LT,UA}')");
                assertThat(rows(statement, """
                                SELECT concat_ws(' ', name, fault) FROM registry.recorded_tables() AS name,
                                    registry.verify_state(name) WHERE faults > 0
                                UNION ALL SELECT fault FROM registry.verify_state(NULL) WHERE faults > 0""")).isEmpty();
                assertThat(rows(statement, """
                                SELECT name FROM registry.recorded_tables() AS name, registry.verify_state(name)
                                WHERE compared = 0""")).as("tables without content").isEmpty();
            }
        }
    }

    /** Other tests may have changed the firm since, so only its creation is looked at. */
    @Test
    void the_history_of_a_firm_begins_with_what_an_operator_entered() {
        List<JsonNode> all = creation("lt-secret");
        assertThat(all).allSatisfy(change -> {
            assertThat(change.get("role").asText()).isEqualTo("OPERATOR");
            assertThat(change.get("author").isNull()).isTrue();
            assertThat(change.get("before").isNull()).isTrue();
        });
        assertThat(all)
                .extracting(change ->
                        change.get("type").asText() + " " + change.get("field").asText())
                .contains(
                        "PartnerFirm null",
                        "PartnerFirm facilitySecurityClearance",
                        "FirmName null",
                        "FirmIdentifier null",
                        "FirmAddress null",
                        "PartnerFirmSource null");
        assertThat(creation("anonymous"))
                .hasSizeLessThan(all.size())
                .allSatisfy(change ->
                        assertThat(change.at("/label/marking").asText()).isEqualTo("PUBLIC"))
                .first()
                .extracting(change -> change.at("/after/legalName").asText())
                .isEqualTo("EXERCISE Gandras Aviation Works, UAB");
    }

    @Test
    void a_firm_of_the_demo_is_absent_before_it_was_entered_and_complete_afterwards() {
        String entered = creation("lt-secret").getLast().get("at").asText();
        String document = """
                query($id: ID!, $entered: DateTime!) {
                  before: partnerFirm(id: $id, asOf: "2001-01-01T00:00:00Z") { id }
                  then: partnerFirm(id: $id, asOf: $entered) { ...Firm }
                  now: partnerFirm(id: $id) { ...Firm }
                }
                fragment Firm on PartnerFirm {
                  legalName status website facilitySecurityClearance { level issuingAuthority validUntil } withheld
                  names { value } identifiers { scheme value } addresses { lines locality } sources { title } }""";
        JsonNode data = new GraphQLDocument(document)
                .sentBy(Persona.named("lt-secret"), Map.of("id", GANDRAS, "entered", entered))
                .data();
        assertThat(data.get("before").isNull()).isTrue();
        assertThat(data.get("then")).isEqualTo(data.get("now"));
    }

    /** The changes of when the firm was created, the earliest first. */
    private static List<JsonNode> creation(String persona) {
        List<JsonNode> changes = new ArrayList<>();
        new GraphQLDocument("""
                query($id: ID!) { partnerFirm(id: $id) { history(last: 30) {
                  nodes { at operation type field before after role author label { marking } } } } }""")
                .sentBy(Persona.named(persona), Map.of("id", GANDRAS))
                .data()
                .at("/partnerFirm/history/nodes")
                .forEach(changes::addFirst);
        changes.removeIf(change -> !change.get("operation").asText().equals("CREATED"));
        return changes;
    }

    private static String globalId(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
