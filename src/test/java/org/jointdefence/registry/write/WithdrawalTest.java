package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/** A record that was entered in error is withdrawn, with a reason that everybody who sees it is told, and can be restored. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class WithdrawalTest {

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
    void a_withdrawn_record_is_shown_with_the_day_and_the_reason_and_the_changes_are_on_record() {
        JsonNode person = person("registrar", "");
        int before = undo.changes().size();
        JsonNode withdrawn = write("registrar", "withdrawPerson", person, "reason: \"  EXERCISE twice \"")
                .data()
                .at("/withdrawPerson/person");
        String today = LocalDate.now(ZoneId.of("Europe/Vilnius")).toString();
        assertThat(withdrawn.get("withdrawnOn").asText()).isEqualTo(today);
        assertThat(seen("anonymous", person).toString())
                .contains("\"withdrawnOn\":\"" + today + "\",\"withdrawalReason\":\"EXERCISE twice\"");
        assertThat(undo.changes().subList(before, undo.changes().size()))
                .extracting(
                        change -> change.get("field"), change -> change.get("after"), change -> change.get("reason"))
                .containsExactly(
                        tuple("withdrawn_on", "{\"withdrawn_on\": \"" + today + "\"}", "EXERCISE twice"),
                        tuple("withdrawal_reason", "{\"withdrawal_reason\": \"EXERCISE twice\"}", "EXERCISE twice"));
        assertThat(count("isNull: false")).isOne();
        write("registrar", "restorePerson", person, "reason: \"EXERCISE mistaken\"")
                .data();
        assertThat(count("isNull: false")).isZero();
        assertThat(undo.changes().getLast().get("reason")).isEqualTo("EXERCISE mistaken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updatePerson | name: \"EXERCISE changed\"",
                "updatePerson | addPosts: [{ organisation: \"%s\", title: \"EXERCISE\" }]",
                "withdrawPerson | reason: \"EXERCISE again\"",
            })
    void a_withdrawn_record_is_not_changed_until_it_is_restored(String change) {
        String organisation = Vault.column("""
                SELECT registry.global_id('Organisation', id::text)
                FROM vault.organisation WHERE label = 0 LIMIT 1""").getFirst();
        JsonNode person = person("registrar", "");
        write("registrar", "withdrawPerson", person, "reason: \"EXERCISE\"").data();
        String[] parts = change.formatted(organisation).split(" \\| ", 2);
        GraphQLAnswer refused = write("registrar", parts[0], person, parts[1]);
        assertThat(refused.code()).as("%s", refused).isEqualTo("CONFLICT");
        assertThat(refused.error().get("message").asText()).isEqualTo("The record is withdrawn; restore it first.");
        write("registrar", "restorePerson", person, "").data();
        write("registrar", parts[0], person, parts[1]).data();
    }

    @Test
    void a_withdrawal_has_a_reason_and_a_version() {
        JsonNode person = person("registrar", "");
        assertThat(write("registrar", "withdrawPerson", person, "reason: \" \"").code())
                .isEqualTo("BAD_USER_INPUT");
        GraphQLAnswer stale = ask("registrar", """
                mutation { withdrawPerson(input: { id: "%s", version: "other", reason: "EXERCISE" }) { person { id } } }""".formatted(person.get("id").asText()));
        assertThat(stale.code()).isEqualTo("CONFLICT");
        assertThat(seen("registrar", person).get("withdrawnOn").isNull()).isTrue();
    }

    /** What is hidden is withdrawn by who may write under its label, and to the others there is no such record. */
    @Test
    void a_hidden_record_is_withdrawn_by_an_originator_and_is_as_absent_to_others() {
        JsonNode person = person("originator", ", label: { classification: \"LT_SLAPTAI\" }");
        String absent = "UGVyc29uOmMyMTg2NjE2LWQ2NDUtNGMyOS1iMGRiLTQ3NjZmOWM4Mjk5Nw";
        for (String id : new String[] {person.get("id").asText(), absent}) {
            assertThat(ask("registrar", """
                            mutation { withdrawPerson(input: { id: "%s", version: "x", reason: "EXERCISE" }) { person { id } } }""".formatted(id))
                            .error()
                            .get("message")
                            .asText())
                    .isEqualTo("`input.id` is not the id of a record that you can see");
        }
        write("originator", "withdrawPerson", person, "reason: \"EXERCISE\"").data();
        assertThat(seen("originator", person).get("withdrawalReason").asText()).isEqualTo("EXERCISE");
    }

    /** Past the service, too: the guard lets nothing else change with a withdrawal or under one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE registry.person SET name = 'EXERCISE x', withdrawn_on = 'today', withdrawal_reason = 'EXERCISE' WHERE id = '%s'",
                "UPDATE registry.person SET withdrawn_on = '2020-01-01', withdrawal_reason = 'EXERCISE' WHERE id = '%s';"
                        + " UPDATE registry.person SET name = 'EXERCISE x' WHERE id = '%1$s'",
                "UPDATE registry.person SET withdrawn_on = '2020-01-01', withdrawal_reason = 'EXERCISE' WHERE id = '%s';"
                        + " UPDATE registry.person SET withdrawal_reason = 'EXERCISE y' WHERE id = '%1$s'",
                "INSERT INTO registry.person (id, name, withdrawn_on, withdrawal_reason) VALUES (gen_random_uuid(), 'EXERCISE', 'today', 'EXERCISE')",
            })
    void a_guard_refuses_what_does_not_go_with_a_withdrawal(String statements) {
        person("registrar", "");
        String uuid = Vault.column("SELECT id FROM vault.person WHERE name = 'EXERCISE withdrawn'")
                .getFirst();
        assertThat(Vault.failure(
                        "SELECT registry.set_caller('i', 's', 1, 'LT', '{}')",
                        "SELECT registry.set_writer('i', 's', 1, 'LT', '{}', '{registrar}', NULL, NULL, 'r')",
                        statements.formatted(uuid)))
                .isEqualTo("RG410");
    }

    private static JsonNode person(String persona, String more) {
        return ask(
                        persona,
                        "mutation { createPerson(input: { name: \"EXERCISE withdrawn\"" + more
                                + " }) { person { id } } }")
                .data()
                .at("/createPerson/person");
    }

    private static GraphQLAnswer write(String persona, String mutation, JsonNode person, String more) {
        return ask(persona, """
                mutation { %s(input: { id: "%s", version: "%s", %s }) { person { id version withdrawnOn } } }""".formatted(
                        mutation,
                        person.get("id").asText(),
                        seen(persona, person).get("version").asText(),
                        more));
    }

    private static JsonNode seen(String persona, JsonNode person) {
        return ask(
                        persona,
                        "{ person(id: \"%s\") { version withdrawnOn withdrawalReason } }"
                                .formatted(person.get("id").asText()))
                .data()
                .get("person");
    }

    private static int count(String condition) {
        return ask("anonymous", "{ persons(where: { withdrawnOn: { " + condition + " } }) { totalCount } }")
                .data()
                .at("/persons/totalCount")
                .asInt();
    }

    private static GraphQLAnswer ask(String persona, String document) {
        return new GraphQLDocument(document).sentBy(Persona.named(persona));
    }
}
