package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/** Parts and links are changed, added and removed inside the input of an update; what is removed stays on record. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartsAndLinksTest {

    private static final String SECRET = "{ classification: \"LT_SLAPTAI\", releasableTo: [\"LT\", \"UA\"] }";
    private static final String RESTRICTED =
            "{ classification: \"LT_RIBOTO_NAUDOJIMO\", releasableTo: [\"LT\", \"UA\"] }";

    @Inject
    GraphQLSchema schema;

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
    void parts_are_changed_removed_and_added_in_one_input_and_the_changes_are_on_record() {
        JsonNode firm = firm("One", "NCAGE: EX001", "NCAGE: EX002");
        int before = undo.changes().size();
        JsonNode first = part(firm, "EX001");
        JsonNode written = written(update("registrar", firm, """
                changeIdentifiers: [{ id: "%s", version: "%s", scheme: LT_RC, value: "111 484 678" }]
                removeIdentifiers: ["%s"], addIdentifiers: [{ scheme: NCAGE, value: "EX002" }, { scheme: NCAGE, value: "EX001" }]
                """.formatted(
                        first.get("id").asText(), first.get("version").asText(), idOf(firm, "EX002"))));

        assertThat(written.get("identifiers"))
                .extracting(identifier -> identifier.get("value").asText())
                .containsExactlyInAnyOrder("111484678", "EX001", "EX002");
        assertThat(undo.changes().subList(before, undo.changes().size()))
                .extracting(
                        change -> change.get("concept"),
                        change -> change.get("field"),
                        change -> change.get("before"),
                        change -> change.get("label_before"),
                        change -> change.get("label_after"))
                .startsWith(
                        tuple("firm_identifier", "removed", "{\"removed\": false}", "0", "0"),
                        tuple("firm_identifier", "scheme", "{\"scheme\": \"NCAGE\"}", "0", "0"),
                        tuple("firm_identifier", "value", "{\"value\": \"EX001\"}", "0", "0"));
        assertThat(undo.changes().get(before).get("after")).isEqualTo("{\"removed\": true}");
        // Another firm may have what the first has no longer.
        firm("Two", "NCAGE: EX003");
        JsonNode third =
                written(update("registrar", written, "removeIdentifiers: [\"" + idOf(written, "EX002") + "\"]"));
        assertThat(third.get("identifiers")).hasSize(2);
        firm("Three", "NCAGE: EX002");
    }

    @Test
    void links_are_added_and_removed_in_the_input_of_either_end() {
        JsonNode firm = firm("Linked");
        JsonNode source = source();
        JsonNode linked = written(update(
                "registrar", firm, "addSources: [{ id: \"" + source.get("id").asText() + "\" }]"));
        assertThat(linked.get("sources")).hasSize(1);
        GraphQLAnswer removed = ask("registrar", """
                mutation { updateSource(input: { id: "%s", version: "%s", removePartnerFirms: ["%s"] })
                  { source { partnerFirms { totalCount } } } }""".formatted(
                        source.get("id").asText(),
                        source.get("version").asText(),
                        firm.get("id").asText()));
        assertThat(removed.data()
                        .at("/updateSource/source/partnerFirms/totalCount")
                        .asInt())
                .isZero();
        assertThat(seen("anonymous", firm).get("sources")).isEmpty();
        JsonNode again = written(update(
                "registrar", firm, "addSources: [{ id: \"" + source.get("id").asText() + "\" }]"));
        assertThat(again.get("sources")).hasSize(1);
        JsonNode none = written(update(
                "registrar", firm, "removeSources: [\"" + source.get("id").asText() + "\"]"));
        assertThat(none.get("sources")).isEmpty();
    }

    @Test
    void a_single_link_is_replaced_in_one_input() {
        List<JsonNode> organisations = Stream.of("EXERCISE provider", "EXERCISE other provider")
                .map(name -> ask("registrar", """
                        mutation { createOrganisation(input: { name: "%s", entityType: STATE_BODY, jurisdiction: "LT" })
                          { organisation { id } } }""".formatted(name)).data().at("/createOrganisation/organisation/id"))
                .toList();
        JsonNode allocation = ask(
                        "registrar", """
                mutation { createAllocation(input: { purpose: "EXERCISE", stage: INITIAL, expectedChange: NONE
                  value: { amount: "1", currency: "EUR" }, provider: { id: "%s" } }) { allocation { id version } } }""".formatted(organisations.getFirst().asText()))
                .data()
                .at("/createAllocation/allocation");
        GraphQLAnswer replaced = ask("registrar", """
                mutation { updateAllocation(input: { id: "%s", version: "%s", removeProvider: "%s", addProvider: { id: "%s" } })
                  { allocation { provider { name } } } }""".formatted(
                        allocation.get("id").asText(),
                        allocation.get("version").asText(),
                        organisations.getFirst().asText(),
                        organisations.getLast().asText()));
        assertThat(replaced.data()
                        .at("/updateAllocation/allocation/provider/name")
                        .asText())
                .isEqualTo("EXERCISE other provider");
    }

    /** Hidden, of another firm, absent, or removed: the same answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "removeIdentifiers: [\"%s\"]",
                "changeIdentifiers: [{ id: \"%s\", version: \"x\", scheme: NCAGE, value: \"EX009\" }]",
            })
    void a_part_that_is_not_seen_in_this_whole_is_as_absent(String change) {
        JsonNode firm = firm("Whole", "NCAGE: EX001", "NCAGE: EX002");
        JsonNode other = firm("Other", "NCAGE: EX003");
        written(update(
                "originator", firm, "addIdentifiers: [{ scheme: NCAGE, value: \"EX004\", label: " + SECRET + " }]"));
        JsonNode current = written(update(
                "registrar",
                firm,
                "removeIdentifiers: [\"" + firm.at("/identifiers/1/id").asText() + "\"]"));
        String hidden = idOf(seen("originator", firm), "EX004");
        int before = undo.changes().size();
        assertThat(Stream.of(
                                hidden,
                                other.at("/identifiers/0/id").asText(),
                                firm.at("/identifiers/1/id").asText(),
                                "RmlybUlkZW50aWZpZXI6YzIxODY2MTYtZDY0NS00YzI5LWIwZGItNDc2NmY5YzgyOTk3")
                        .map(id -> update("registrar", current, change.formatted(id)))
                        .map(GraphQLAnswer::comparable)
                        .distinct())
                .singleElement()
                .asString()
                .contains("NOT_FOUND", "Identifiers[0]");
        assertThat(undo.changes()).hasSize(before);
    }

    @Test
    void a_link_that_is_not_seen_is_as_absent() {
        JsonNode firm = firm("Unlinked");
        JsonNode secret = source();
        written(update(
                "originator",
                firm,
                "addSources: [{ id: \"%s\", label: %s }]"
                        .formatted(secret.get("id").asText(), SECRET)));
        assertThat(Stream.of(
                                secret.get("id").asText(),
                                source().get("id").asText(),
                                "U291cmNlOmMyMTg2NjE2LWQ2NDUtNGMyOS1iMGRiLTQ3NjZmOWM4Mjk5Nw")
                        .map(id -> update("registrar", firm, "removeSources: [\"" + id + "\"]"))
                        .map(GraphQLAnswer::comparable)
                        .distinct())
                .singleElement()
                .asString()
                .contains("NOT_FOUND", "`input.removeSources[0]` is not the id of a record that you can see");
        assertThat(seen("originator", firm).get("sources")).hasSize(1);
    }

    @Test
    void a_link_is_removed_only_by_who_may_write_under_its_label() {
        JsonNode firm = firm("Labelled");
        String source = source().get("id").asText();
        JsonNode both = written(
                update("originator", firm, "addSources: [{ id: \"%s\", label: %s }]".formatted(source, RESTRICTED)));
        assertThat(both.get("sources")).hasSize(1);
        String remove = "removeSources: [\"" + source + "\"]";
        assertThat(update("registrar", firm, remove).code()).isEqualTo("FORBIDDEN");
        written(update("registrar", firm, "addSources: [{ id: \"" + source + "\" }]"));
        // The registrar sees both links, and removes the public one.
        written(update("registrar", firm, remove));
        assertThat(seen("anonymous", firm).get("sources")).isEmpty();
        assertThat(seen("registrar", firm).get("sources")).hasSize(1);
        GraphQLAnswer last = new GraphQLDocument("""
                mutation remove($id: ID!, $version: String!, $source: ID!) {
                  updatePartnerFirm(input: { id: $id, version: $version, removeSources: [$source] }) { warnings { path } } }""")
                .sentBy(
                        Persona.named("originator"),
                        Map.of(
                                "id", firm.get("id").asText(),
                                "version", version("originator", firm),
                                "source", source));
        assertThat(last.data()).isNotNull();
        assertThat(seen("registrar", firm).get("sources")).isEmpty();
        // That there was a link is classified, and has been told.
        assertThat(String.valueOf(Log.readings("remove").getLast().get("reads")))
                .contains("PRESENCE PartnerFirm.sources");
        assertThat(last.json().at("/extensions/marking").asText()).contains("RIBOTO NAUDOJIMO");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            removeIdentifiers: ["0", "0"]                                                                      | `input.removeIdentifiers[1]` is named twice
            removeIdentifiers: ["0"], changeIdentifiers: [{ id: "0", version: "0", scheme: NCAGE, value: "EX009" }] | `input.changeIdentifiers[0].id` is named twice
            changeIdentifiers: [{ id: "0", version: "0", scheme: NCAGE, value: "EX009" }, { id: "0", version: "0", scheme: NCAGE, value: "EX008" }] | `input.changeIdentifiers[1].id` is named twice
            removeSources: ["s", "s"]                                                                          | `input.removeSources[1]` is named twice
            changeIdentifiers: [{ id: "0", version: "0" }]                                                     | `input.changeIdentifiers[0]` changes nothing
            changeIdentifiers: [{ id: "0", version: "0", value: "EX009" }]                                     | `input.changeIdentifiers[0].scheme` is missing: an identifier is changed together with its scheme
            changeIdentifiers: [{ id: "0", version: "0", scheme: LT_RC, value: "111484679" }]                  | `input.changeIdentifiers[0].value` has a wrong check digit for LT_RC: it ends with 9 instead of 8
            changeIdentifiers: [{ id: "0", version: "0", scheme: null, value: null }]                          | `input.changeIdentifiers[0].scheme` cannot be null
            removeIdentifiers: ["s"]                                                                           | `input.removeIdentifiers[0]` is not the id of a FirmIdentifier
            """)
    void faults_of_changes_and_removals_are_told_with_their_paths(String change, String message) {
        JsonNode firm = firm("Faults", "NCAGE: EX001");
        GraphQLAnswer answer = update(
                "registrar",
                firm,
                change.replace(
                                "id: \"0\"",
                                "id: \"" + firm.at("/identifiers/0/id").asText() + "\"")
                        .replace(
                                "version: \"0\"",
                                "version: \""
                                        + firm.at("/identifiers/0/version").asText() + "\"")
                        .replace("\"0\"", firm.at("/identifiers/0/id").toString())
                        .replace("\"s\"", "\"U291cmNlOmMyMTg2NjE2LWQ2NDUtNGMyOS1iMGRiLTQ3NjZmOWM4Mjk5Nw\""));
        assertThat(answer.json().at("/errors/0/message").asText())
                .as("%s", answer)
                .isEqualTo(message);
        assertThat(answer.json().at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_part_that_has_changed_meanwhile_is_a_conflict() {
        JsonNode firm = firm("Versions", "NCAGE: EX001");
        String change = "changeIdentifiers: [{ id: \"%s\", version: \"%s\", scheme: NCAGE, value: \"EX00%d\" }]";
        String id = firm.at("/identifiers/0/id").asText();
        String version = firm.at("/identifiers/0/version").asText();
        written(update("registrar", firm, change.formatted(id, version, 5)));
        GraphQLAnswer stale = update("registrar", firm, change.formatted(id, version, 6));
        assertThat(stale.code()).isEqualTo("CONFLICT");
        assertThat(stale.error().get("message").asText())
                .isEqualTo("`input.changeIdentifiers[0]` has changed meanwhile; read it again.");
        assertThat(seen("anonymous", firm).at("/identifiers/0/value").asText()).isEqualTo("EX005");
    }

    /** Where a part is public and its value is not. */
    @Test
    void a_withheld_value_of_a_part_is_neither_changed_nor_wiped() {
        String system = ask("registrar", """
                mutation { createWeaponSystem(input: { codeName: "EXERCISE split", capabilityCategory: UAS, status: PROPOSED })
                  { weaponSystem { id } } }""")
                .data()
                .at("/createWeaponSystem/weaponSystem/id")
                .asText();
        String allocation = ask("registrar", """
                mutation { createAllocation(input: { purpose: "EXERCISE", stage: INITIAL, expectedChange: NONE
                  value: { amount: "9", currency: "EUR" }, systemSplits: [{ weaponSystem: "%s" }] }) { allocation { id } } }""".formatted(system))
                .data()
                .at("/createAllocation/allocation/id")
                .asText();
        split("originator", allocation, "value: { value: { amount: \"5\", currency: \"EUR\" }, label: " + SECRET + " }")
                .data();
        for (String value : List.of("value: null", "value: { value: { amount: \"6\", currency: \"EUR\" } }")) {
            GraphQLAnswer refused = split("registrar", allocation, value);
            assertThat(refused.code()).as("%s", refused).isEqualTo("FORBIDDEN");
            assertThat(refused.error().get("message").asText())
                    .isEqualTo("`input.changeSystemSplits[0].value` is withheld from you.");
        }
        assertThat(splits("originator", allocation).at("/0/value/amount").asText())
                .isEqualTo("5.00");
    }

    /** A statement is made in a post, and would be lost with it. */
    @Test
    void a_part_that_other_records_refer_to_can_be_changed_and_not_removed() {
        GraphQLInputObjectType person =
                (GraphQLInputObjectType) Objects.requireNonNull(schema.getType("UpdatePersonInput"));
        assertThat(person.getFieldDefinition("changePosts")).isNotNull();
        assertThat(person.getFieldDefinition("removePosts")).isNull();
    }

    @Test
    void what_is_removed_cannot_be_changed_past_the_views() {
        JsonNode firm = firm("Past", "NCAGE: EX001");
        written(update(
                "registrar",
                firm,
                "removeIdentifiers: [\"" + firm.at("/identifiers/0/id").asText() + "\"]"));
        assertThat(Vault.column("SELECT removed::text FROM vault.firm_identifier WHERE value = 'EX001' ORDER BY 1"))
                .containsExactly("true");
        assertThat(Vault.column("SELECT count(*) FROM registry.firm_identifier WHERE value = 'EX001'"))
                .containsExactly("0");
    }

    private static GraphQLAnswer split(String persona, String allocation, String change) {
        JsonNode split = splits(persona, allocation).get(0);
        return ask(persona, """
                mutation { updateAllocation(input: { id: "%s", version: "%s"
                  changeSystemSplits: [{ id: "%s", version: "%s", %s }] }) { warnings { path } } }""".formatted(
                        allocation,
                        ask(persona, "{ allocation(id: \"" + allocation + "\") { version } }")
                                .data()
                                .at("/allocation/version")
                                .asText(),
                        split.get("id").asText(),
                        split.get("version").asText(),
                        change));
    }

    private static JsonNode splits(String persona, String allocation) {
        return ask(
                        persona,
                        "{ allocation(id: \"" + allocation + "\") { systemSplits { id version value { amount } } } }")
                .data()
                .at("/allocation/systemSplits");
    }

    private static JsonNode firm(String name, String... identifiers) {
        String parts = Stream.of(identifiers)
                .map(identifier -> identifier.split(": "))
                .map(identifier -> "{ scheme: %s, value: \"%s\" }".formatted(identifier[0], identifier[1]))
                .toList()
                .toString();
        return ask("registrar", """
                mutation { createPartnerFirm(input: { legalName: "EXERCISE %s", jurisdiction: "LT", status: DRAFT, identifiers: %s })
                  { partnerFirm { id version identifiers { id version value } } } }""".formatted(name, parts)).data().at("/createPartnerFirm/partnerFirm");
    }

    private static JsonNode source() {
        return ask("registrar", """
                mutation { createSource(input: { title: "EXERCISE", publisher: "EXERCISE", kind: OTHER }) { source { id version } } }""").data().at("/createSource/source");
    }

    private static GraphQLAnswer update(String persona, JsonNode firm, String changes) {
        return ask(persona, """
                mutation { updatePartnerFirm(input: { id: "%s", version: "%s", %s })
                  { partnerFirm { id version identifiers { id version value } sources { id } } } }""".formatted(firm.get("id").asText(), version(persona, firm), changes));
    }

    private static String version(String persona, JsonNode firm) {
        return seen(persona, firm).get("version").asText();
    }

    private static JsonNode seen(String persona, JsonNode firm) {
        return ask(
                        persona,
                        "{ partnerFirm(id: \"%s\") { version identifiers { id version value } sources { id } } }"
                                .formatted(firm.get("id").asText()))
                .data()
                .get("partnerFirm");
    }

    private static String idOf(JsonNode firm, String value) {
        return part(firm, value).get("id").asText();
    }

    private static JsonNode part(JsonNode firm, String value) {
        for (JsonNode identifier : firm.get("identifiers")) {
            if (identifier.get("value").asText().equals(value)) {
                return identifier;
            }
        }
        throw new AssertionError(value + " is not in " + firm);
    }

    private static JsonNode written(GraphQLAnswer answer) {
        return answer.data().at("/updatePartnerFirm/partnerFirm");
    }

    private static GraphQLAnswer ask(String persona, String document) {
        return new GraphQLDocument(document).sentBy(Persona.named(persona));
    }
}
