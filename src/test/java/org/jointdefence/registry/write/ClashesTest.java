package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.audit.Log;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is there already under the same label is refused with the record that has it; what is hidden clashes with nothing. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClashesTest {

    private static final String SECRET = ", label: { classification: \"LT_SLAPTAI\", releasableTo: [\"LT\", \"UA\"] }";

    @Inject
    SchemaModel model;

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
    void an_identifier_that_another_firm_has_is_refused_with_the_id_of_that_firm() {
        JsonNode first = firm("registrar", "First", "EX101", "").data().at("/createPartnerFirm/partnerFirm");
        GraphQLAnswer clash = firm("registrar", "Second", "EX101", "");
        assertThat(clash.code()).as("%s", clash).isEqualTo("CONFLICT");
        assertThat(clash.error().at("/extensions/record").asText())
                .isEqualTo(first.get("id").asText());
        assertThat(clash.error().get("message").asText()).contains("`input.identifiers[0]`");

        JsonNode third = firm("registrar", "Third", "EX102", "").data().at("/createPartnerFirm/partnerFirm");
        GraphQLAnswer changed = ask("registrar", """
                mutation { updatePartnerFirm(input: { id: "%s", version: "%s", changeIdentifiers: [
                  { id: "%s", version: "%s", scheme: NCAGE, value: "EX101" }] }) { warnings { path } } }""".formatted(
                        third.get("id").asText(),
                        third.get("version").asText(),
                        third.at("/identifiers/0/id").asText(),
                        third.at("/identifiers/0/version").asText()));
        assertThat(changed.code()).as("%s", changed).isEqualTo("CONFLICT");
        assertThat(changed.error().at("/extensions/record").asText())
                .isEqualTo(first.get("id").asText());
    }

    @Test
    void a_record_with_the_same_name_is_refused_with_its_id() {
        String id = system("registrar", "EXERCISE same")
                .data()
                .at("/createWeaponSystem/weaponSystem/id")
                .asText();
        GraphQLAnswer clash = system("registrar", "EXERCISE same");
        assertThat(clash.code()).isEqualTo("CONFLICT");
        assertThat(clash.error().at("/extensions/record").asText()).isEqualTo(id);
        assertThat(clash.error().get("extensions").size()).isEqualTo(3);
    }

    /** Neither refused nor told: the registrar cannot see the other firm. */
    @Test
    void an_identifier_that_a_hidden_firm_has_is_accepted() {
        firm("originator", "Hidden", "EX103", SECRET).data();
        firm("registrar", "Visible", "EX103", "").data();
        assertThat(Vault.column("SELECT label <> 0 FROM vault.firm_identifier WHERE value = 'EX103' ORDER BY label"))
                .containsExactly("f", "t");
        String conflicts = """
                query conflicts { partnerFirms(where: { legalName: { eq: "EXERCISE Visible" } })
                  { nodes { identifiers { conflicts { partnerFirm { legalName } } } } } }""";
        JsonNode cleared = ask("originator", conflicts).data();
        assertThat(cleared.at("/partnerFirms/nodes/0/identifiers/0/conflicts/0/partnerFirm/legalName")
                        .asText())
                .isEqualTo("EXERCISE Hidden");
        assertThat(String.valueOf(Log.readings("conflicts").getLast().get("reads")))
                .contains("PRESENCE FirmIdentifier.conflicts", "PRESENCE PartnerFirm");
        for (String persona : List.of("registrar", "anonymous")) {
            assertThat(ask(persona, conflicts).data().at("/partnerFirms/nodes/0/identifiers/0/conflicts"))
                    .as(persona)
                    .isEmpty();
        }
    }

    /** What an entity declares as unique is what the database keeps unique, beside links. */
    @Test
    void every_type_that_is_unique_for_a_label_shows_its_conflicts() {
        assertThat(Vault.column("SELECT name FROM vault.generated_view WHERE name ~ '_conflict$' ORDER BY name"))
                .containsExactlyElementsOf(model.entityTypes().stream()
                        .filter(type -> type.member("conflicts") != null)
                        .map(type -> type.view().replace("registry.", "") + "_conflict")
                        .sorted()
                        .toList())
                .isNotEmpty();
    }

    @Test
    void of_several_who_enter_one_identifier_at_once_one_succeeds_under_each_label() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            List<Future<GraphQLAnswer>> answers = IntStream.range(0, 12)
                    .mapToObj(i -> callers.submit(() -> i % 2 == 0
                            ? firm("registrar", "Twin " + i, "EX104", "")
                            : firm("originator", "Twin " + i, "EX104", SECRET)))
                    .toList();
            int[] made = new int[2];
            for (int i = 0; i < answers.size(); i++) {
                GraphQLAnswer answer = answers.get(i).get();
                if (answer.json().has("errors")) {
                    assertThat(answer.code()).as("%s", answer).isEqualTo("CONFLICT");
                } else {
                    made[i % 2]++;
                }
            }
            assertThat(made).containsExactly(1, 1);
        }
        assertThat(Vault.column("SELECT count(*) FROM vault.partner_firm WHERE legal_name ~ '^EXERCISE Twin'"))
                .containsExactly("2");
    }

    @Test
    void of_many_root_fields_of_which_the_last_fails_nothing_is_written() {
        GraphQLAnswer answer = ask(
                "registrar",
                "mutation { " + people(19) + " last: createPerson(input: { name: \"EXERCISE\"" + SECRET
                        + " }) { person { id } } }");
        assertThat(answer.code()).as("%s", answer).isEqualTo("FORBIDDEN");
        assertThat(answer.error().at("/path/0").asText()).isEqualTo("last");
        assertThat(answer.json().get("data").isNull()).isTrue();
        assertThat(ask("registrar", "mutation { " + people(50) + " }").code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(undo.changes()).isEmpty();
        assertThat(ask("registrar", "mutation { " + people(19) + " }").data()).hasSize(19);
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "p%d: createPerson(input: { name: \"EXERCISE %d\" }) { person { id } }".formatted(i, i))
                .collect(Collectors.joining(" "));
    }

    private static GraphQLAnswer firm(String persona, String name, String identifier, String label) {
        return ask(persona, """
                mutation { createPartnerFirm(input: { legalName: "EXERCISE %s", jurisdiction: "LT", status: DRAFT
                  identifiers: [{ scheme: NCAGE, value: "%s"%s }]%s })
                  { partnerFirm { id version identifiers { id version } } } }""".formatted(name, identifier, label, label));
    }

    private static GraphQLAnswer system(String persona, String name) {
        return new GraphQLDocument("""
                mutation($name: String!) { createWeaponSystem(input: { codeName: $name, capabilityCategory: UAS, status: PROPOSED })
                  { weaponSystem { id } } }""").sentBy(Persona.named(persona), Map.of("name", name));
    }

    private static GraphQLAnswer ask(String persona, String document) {
        return new GraphQLDocument(document).sentBy(Persona.named(persona));
    }
}
