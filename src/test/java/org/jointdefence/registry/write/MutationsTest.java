package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
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

/** A registrar writes what is public, an originator what is classified and readable to them, and nobody anything else. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutationsTest {

    private static final String CREATE_SYSTEM = """
            mutation($input: CreateWeaponSystemInput!) {
              createWeaponSystem(input: $input) { weaponSystem { id version withheld designation codeName } }
            }""";

    private static final String UPDATE_SYSTEM = """
            mutation write($input: UpdateWeaponSystemInput!) {
              updateWeaponSystem(input: $input) {
                weaponSystem { id version withheld codeName status designation unitCost { amount currency } annualOutput
                  portions { field label { marking } } }
              }
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
    void a_registrar_creates_a_firm_with_its_identifiers_and_reads_what_they_wrote() {
        GraphQLAnswer answer = ask("registrar", """
                mutation register {
                  createPartnerFirm(input: {
                    legalName: "  EXERCISE Pavyzdys, UAB ", jurisdiction: "LT", status: DRAFT
                    names: [{ kind: SHORT, language: "lt", value: "EXERCISE One", from: "2024" }], capabilityCategories: [UAS], website: "https://exercise.example"
                    reason: "applied in writing", identifiers: [{ scheme: LT_RC, value: "111 484 678" }]
                  }) {
                    __typename
                    firm: partnerFirm { legalName jurisdiction { alpha2 } status names { kind language value from until } withheld vettingNotes
                      identifiers { scheme value } label { policy } }
                    warnings { path message }
                  }
                }""");

        JsonNode payload = answer.data().get("createPartnerFirm");
        assertThat(payload.get("__typename").asText()).isEqualTo("CreatePartnerFirmPayload");
        assertThat(payload.get("warnings")).isEmpty();
        JsonNode firm = payload.get("firm");
        assertThat(firm.get("legalName").asText()).isEqualTo("EXERCISE Pavyzdys, UAB");
        assertThat(firm.at("/jurisdiction/alpha2").asText()).isEqualTo("LT");
        assertThat(firm.at("/identifiers/0/value").asText()).isEqualTo("111484678");
        assertThat(firm.at("/label/policy").asText()).isEqualTo("PUBLIC");
        // Its classified fields have the label that Lithuania prescribes, which the registrar is cleared for.
        assertThat(firm.get("withheld")).isEmpty();
        assertThat(Vault.column("""
                        SELECT marking FROM vault.confidentiality_label WHERE id = (
                            SELECT vetting_notes_label FROM vault.partner_firm WHERE legal_name ~ '^EXERCISE Pavyzdys')""")).containsExactly("RIBOTO NAUDOJIMO // REL TO LTU, UKR");
        assertThat(undo.changes())
                .extracting(change -> change.get("concept"), change -> change.get("field"))
                .contains(
                        tuple("partner_firm", null),
                        tuple("partner_firm", "vetting_notes"),
                        tuple("firm_identifier", null));
        String registrar = subject("registrar");
        assertThat(undo.changes()).allSatisfy(change -> {
            assertThat(change.get("subject")).isEqualTo(registrar);
            assertThat(change.get("nation")).isEqualTo("LT");
            assertThat(change.get("reason")).isEqualTo("applied in writing");
            assertThat(change.get("operation_name")).isEqualTo("register");
        });
        assertThat(ask("anonymous", "{ partnerFirms(where: { legalName: { contains: \"Pavyzdys\" } }) { totalCount } }")
                        .data()
                        .at("/partnerFirms/totalCount")
                        .asInt())
                .isOne();
    }

    @Test
    void an_originator_gives_a_classified_value_its_first_label_and_a_registrar_does_not_see_it() {
        JsonNode system = created("EXERCISE first label");
        GraphQLAnswer answer = update(
                "originator",
                Map.of(
                        "id", system.get("id").asText(),
                        "version", versionFor("originator", system),
                        "designation", Map.of("value", "EXERCISE Žaibas", "label", secret()),
                        "annualOutput", Map.of("value", 7)));

        JsonNode written = answer.data().at("/updateWeaponSystem/weaponSystem");
        assertThat(written.get("designation").asText()).isEqualTo("EXERCISE Žaibas");
        assertThat(written.get("annualOutput").asInt()).isEqualTo(7);
        assertThat(written.get("portions").toString())
                .contains("{\"field\":\"designation\",\"label\":{\"marking\":\"SLAPTAI // REL TO LTU, UKR\"}}");
        assertThat(answer.json().at("/extensions/marking").asText()).isEqualTo("SLAPTAI // REL TO LTU, UKR");
        assertThat(String.valueOf(Log.readings("write").getLast().get("reads")))
                .contains("SELECT WeaponSystem.designation");

        JsonNode seen = seen("registrar", system);
        assertThat(seen.get("designation").isNull()).isTrue();
        assertThat(seen.get("withheld").toString()).isEqualTo("[\"designation\"]");
        assertThat(seen("anonymous", system).get("withheld").toString()).contains("designation", "annualOutput");
        assertThat(seen("ua-secret", system).get("designation").asText()).isEqualTo("EXERCISE Žaibas");
        assertThat(undo.changes().getLast().get("label_before"))
                .isEqualTo(undo.changes().getLast().get("label_after"));
    }

    @Test
    void absent_means_unchanged_and_null_means_cleared() {
        JsonNode system = created("EXERCISE absent");
        String id = system.get("id").asText();
        JsonNode first = written(update(
                "originator",
                Map.of(
                        "id", id,
                        "version", versionFor("originator", system),
                        "unitCost", Map.of("value", Map.of("amount", "12.50", "currency", "EUR")),
                        "designation", Map.of("value", "EXERCISE A"))));
        assertThat(first.at("/unitCost/amount").asText()).isEqualTo("12.50");

        JsonNode second = written(update(
                "originator", Map.of("id", id, "version", first.get("version").asText(), "unitCost", nullValue())));
        assertThat(second.get("unitCost").isNull()).isTrue();
        assertThat(second.get("designation").asText()).isEqualTo("EXERCISE A");

        GraphQLAnswer third = new GraphQLDocument("""
                mutation($id: ID!, $version: String!) {
                  updateWeaponSystem(input: { id: $id, version: $version, designation: null }) {
                    weaponSystem { designation codeName } } }""")
                .sentBy(
                        Persona.named("originator"),
                        Map.of("id", id, "version", second.get("version").asText()));
        assertThat(third.data()
                        .at("/updateWeaponSystem/weaponSystem/designation")
                        .isNull())
                .isTrue();
        assertThat(third.data().at("/updateWeaponSystem/weaponSystem/codeName").asText())
                .isEqualTo("EXERCISE absent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anonymous  | UNAUTHENTICATED | codeName: "EXERCISE x"
            lt-secret  | FORBIDDEN       | codeName: "EXERCISE x"
            auditor    | FORBIDDEN       | codeName: "EXERCISE x"
            approver   | FORBIDDEN       | codeName: "EXERCISE x"
            originator | FORBIDDEN       | codeName: "EXERCISE x"
            registrar  | FORBIDDEN       | designation: { value: "x" }
            registrar  | FORBIDDEN       | designation: { label: { classification: "PUBLIC" } }
            originator | FORBIDDEN       | designation: { value: "x", label: { classification: "PUBLIC" } }
            originator | FORBIDDEN       | designation: { value: "x", label: { classification: "LT_VISISKAI_SLAPTAI" } }
            originator | FORBIDDEN       | designation: { value: "x", label: { classification: "UA_TAIEMNO" } }
            originator | FORBIDDEN       | designation: { value: "x", label: { classification: "LT_SLAPTAI", specialHandling: ["AMBER"] } }
            originator | FORBIDDEN       | designation: { value: "x", label: { classification: "LT_SLAPTAI", releasableTo: ["LT", "PL", "UA"] } }
            originator | FORBIDDEN       | designation: { value: "x", label: { classification: "NOT_A_LEVEL" } }
            originator | BAD_USER_INPUT  | designation: { value: "x", label: { classification: "LT_SLAPTAI", releasableTo: ["UA"] } }
            originator | BAD_USER_INPUT  | designation: { value: "x", label: { classification: "LT_SLAPTAI", releasableTo: ["LT", "XX"] } }
            registrar  | BAD_USER_INPUT  | codeName: null
            registrar  | BAD_USER_INPUT  | codeName: "  "
            registrar  | BAD_USER_INPUT  | codeName: "a\\u0007b"
            registrar  | BAD_USER_INPUT  | reason: "nothing else"
            """)
    void nothing_is_written_that_the_caller_may_not_write(String persona, String code, String change) {
        JsonNode system = created("EXERCISE refused");
        int before = undo.changes().size();
        GraphQLAnswer answer =
                ask(persona, """
                mutation { updateWeaponSystem(input: { id: "%s", version: "%s", %s }) { weaponSystem { id } } }""".formatted(system.get("id").asText(), versionFor(persona, system), change));
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.error().at("/path/0").asText()).isEqualTo("updateWeaponSystem");
        if (persona.equals("originator")
                && change.contains("label")
                && !change.contains("PUBLIC")
                && !change.contains("PL")) {
            assertThat(answer.error().get("message").asText()).contains("`input.designation.label`");
        }
        assertThat(undo.changes()).hasSize(before);
    }

    @Test
    void a_withheld_field_is_neither_changed_nor_wiped() {
        JsonNode system = created("EXERCISE withheld");
        written(update(
                "originator",
                Map.of(
                        "id", system.get("id").asText(),
                        "version", versionFor("originator", system),
                        "designation", Map.of("value", "EXERCISE kept", "label", secret()))));
        for (String change : List.of("{ value: \"x\" }", "null", "{ value: null }")) {
            GraphQLAnswer answer =
                    ask("registrar", """
                    mutation { updateWeaponSystem(input: { id: "%s", version: "%s", designation: %s }) { weaponSystem { id } } }""".formatted(system.get("id").asText(), versionFor("registrar", system), change));
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
            assertThat(answer.error().get("message").asText()).isEqualTo("`input.designation` is withheld from you.");
        }
        written(update(
                "registrar",
                Map.of(
                        "id", system.get("id").asText(),
                        "version", versionFor("registrar", system),
                        "status", "IN_DEVELOPMENT")));
        assertThat(seen("originator", system).get("designation").asText()).isEqualTo("EXERCISE kept");
    }

    @Test
    void a_hidden_change_neither_moves_a_version_nor_fails_a_change() {
        JsonNode system = created("EXERCISE versions");
        String version = versionFor("anonymous", system);
        String registrars = versionFor("registrar", system);
        written(update(
                "originator",
                Map.of(
                        "id", system.get("id").asText(),
                        "version", versionFor("originator", system),
                        "designation", Map.of("value", "EXERCISE hidden", "label", secret()))));
        assertThat(versionFor("anonymous", system)).isEqualTo(version);
        // To the registrar the field has become withheld, which is a visible change.
        assertThat(versionFor("registrar", system)).isNotEqualTo(registrars);
        String seen = versionFor("registrar", system);
        written(update(
                "originator",
                Map.of(
                        "id", system.get("id").asText(),
                        "version", versionFor("originator", system),
                        "designation", Map.of("value", "EXERCISE hidden again"))));
        written(update(
                "registrar", Map.of("id", system.get("id").asText(), "version", seen, "status", "IN_DEVELOPMENT")));
    }

    /** To clear a value and give another label would lower it, or take it from the nation that it belongs to. */
    @Test
    void a_field_that_has_had_a_value_keeps_its_label() {
        JsonNode system = created("EXERCISE kept label");
        String id = system.get("id").asText();
        written(update(
                "originator",
                Map.of(
                        "id", id,
                        "version", versionFor("originator", system),
                        "designation", Map.of("value", "EXERCISE", "label", secret()))));
        written(update(
                "originator",
                Map.of("id", id, "version", versionFor("originator", system), "designation", nullValue())));
        GraphQLAnswer again = update(
                "originator",
                Map.of(
                        "id", id,
                        "version", versionFor("originator", system),
                        "designation", Map.of("label", Map.of("classification", "LT_SLAPTAI"))));
        assertThat(again.code()).as("%s", again).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_refused_operation_uses_up_no_number_of_a_label() {
        String last =
                Vault.column("SELECT max(id) FROM vault.confidentiality_label").getFirst();
        for (String nation : List.of("AT", "BE", "BG")) {
            assertThat(ask("originator", """
                    mutation {
                      one: createPerson(input: { name: "EXERCISE", label: { classification: "LT_SLAPTAI", releasableTo: ["LT", "%s"] } }) { person { id } }
                      two: createPerson(input: { name: "EXERCISE" }) { person { id } }
                    }""".formatted(nation)).code()).isEqualTo("FORBIDDEN");
        }
        assertThat(Vault.column("SELECT max(id) FROM vault.confidentiality_label"))
                .containsExactly(last);
        assertThat(ask("originator", """
                mutation { createPerson(input: { name: "EXERCISE", label: { classification: "LT_SLAPTAI", releasableTo: ["LT", "AT"] } }) { person { name } } }""").data().at("/createPerson/person/name").asText())
                .isEqualTo("EXERCISE");
        assertThat(Vault.column("SELECT max(id) FROM vault.confidentiality_label"))
                .containsExactly(String.valueOf(Integer.parseInt(last) + 1));
    }

    @Test
    void an_operation_makes_few_labels() {
        assertThat(ask("originator", "mutation { " + peopleWithLabels(8) + " }").data())
                .hasSize(8);
        undo.run();
        GraphQLAnswer answer = ask("originator", "mutation { " + peopleWithLabels(9) + " }");
        assertThat(answer.code()).as("%s", answer).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.error().at("/path/0").asText()).isEqualTo("p8");
    }

    private static String peopleWithLabels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "p%d: createPerson(input: { name: \"EXERCISE\", label: { classification: \"LT_SLAPTAI\", releasableTo: [\"LT\", \"%s\"] } }) { person { id } }"
                                .formatted(
                                        i,
                                        List.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "ES", "FI")
                                                .get(i)))
                .collect(Collectors.joining(" "));
    }

    /** That a write changes nothing tells what the value is. */
    @Test
    void a_comparison_with_a_classified_value_is_on_record() {
        JsonNode system = created("EXERCISE compared");
        String id = system.get("id").asText();
        written(update(
                "originator",
                Map.of(
                        "id", id,
                        "version", versionFor("originator", system),
                        "designation", Map.of("value", "EXERCISE", "label", secret()))));
        GraphQLAnswer same = ask("originator", """
                mutation compared { updateWeaponSystem(input: { id: "%s", version: "%s", designation: { value: "EXERCISE" } })
                  { warnings { path } } }""".formatted(id, versionFor("originator", system)));
        assertThat(same.data().at("/updateWeaponSystem/warnings")).isEmpty();
        assertThat(same.json().at("/extensions/marking").asText()).isEqualTo("SLAPTAI // REL TO LTU, UKR");
        assertThat(String.valueOf(Log.readings("compared").getLast().get("reads")))
                .contains("FILTER WeaponSystem.designation");
    }

    /** Neither whether a value would be the same, nor whether a record has changed. */
    @Test
    void whoever_may_write_nothing_is_told_nothing() {
        JsonNode system = created("EXERCISE untold");
        for (String version : List.of(versionFor("lt-secret", system), "other")) {
            assertThat(update(
                                    "lt-secret",
                                    Map.of("id", system.get("id").asText(), "version", version, "status", "PROPOSED"))
                            .comparable())
                    .contains("Changes need the role registrar or originator.");
        }
    }

    @Test
    void of_two_changes_of_one_version_one_is_made() throws Exception {
        JsonNode system = created("EXERCISE twice");
        String version = versionFor("registrar", system);
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<GraphQLAnswer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> callers.submit(() -> update(
                            "registrar",
                            Map.of(
                                    "id",
                                    system.get("id").asText(),
                                    "version",
                                    version,
                                    "codeName",
                                    "EXERCISE twice " + i))))
                    .toList();
            int made = 0;
            for (Future<GraphQLAnswer> answer : answers) {
                if (answer.get().json().has("errors")) {
                    assertThat(answer.get().code()).as("%s", answer.get()).isEqualTo("CONFLICT");
                } else {
                    made++;
                }
            }
            assertThat(made).isOne();
        }
    }

    @Test
    void all_faults_are_told_at_once_with_their_paths() {
        GraphQLAnswer answer = ask("registrar", """
                mutation { createPartnerFirm(input: {
                  legalName: "", jurisdiction: "lt", status: DRAFT
                  identifiers: [{ scheme: LT_RC, value: "111484679" }, { scheme: UA_EDR, value: "1" }]
                  sources: [{ id: "bm9uZQ" }]
                }) { partnerFirm { id } } }""");
        assertThat(answer.json().get("errors"))
                .extracting(error -> error.get("message").asText())
                .containsExactly(
                        "`input.legalName` is empty; pass null for an absent text",
                        "`input.jurisdiction` takes two capital letters of ISO 3166-1 alpha-2, such as \"LT\"",
                        "`input.identifiers[0].value` has a wrong check digit for LT_RC: it ends with 9 instead of 8",
                        "`input.identifiers[1].value` is no identifier of UA_EDR: eight digits",
                        "`input.sources[0].id` is not the id of a Source");
    }

    @Test
    void likely_mistakes_are_warned_of() {
        GraphQLAnswer answer = ask("registrar", """
                mutation { createOrganisation(input: {
                  name: "EXERCISE Міністерcтво  ´A´", entityType: STATE_BODY, jurisdiction: "UA"
                }) { organisation { name } warnings { path message } } }""");
        assertThat(answer.data().at("/createOrganisation/warnings"))
                .extracting(warning -> warning.get("path").asText() + " "
                        + warning.get("message").asText())
                .containsExactly(
                        "input.name has doubled or non-breaking blanks",
                        "input.name has signs that look like quotation marks or apostrophes",
                        "input.name mixes Latin and Cyrillic letters in the word `Міністерcтво`");
    }

    @Test
    void all_changes_of_an_operation_are_made_or_none() {
        GraphQLAnswer answer = ask("registrar", """
                mutation {
                  one: createPerson(input: { name: "EXERCISE One" }) { person { id } }
                  two: createPerson(input: { name: "EXERCISE Two", label: { classification: "LT_SLAPTAI" } }) { person { id } }
                }""");
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(answer.error().at("/path/0").asText()).isEqualTo("two");
        assertThat(answer.json().get("data").isNull()).isTrue();
        assertThat(undo.changes()).isEmpty();
    }

    @Test
    void each_change_has_its_own_reason() {
        ask("registrar", """
                mutation {
                  one: createPerson(input: { name: "EXERCISE One", reason: "first" }) { person { id } }
                  two: createPerson(input: { name: "EXERCISE Two" }) { person { id } }
                  three: createPerson(input: { name: "EXERCISE Three", reason: "third" }) { person { id } }
                }""").data();
        assertThat(undo.changes()).extracting(change -> change.get("reason")).containsExactly("first", null, "third");
    }

    @Test
    void a_mutation_of_nothing_writes_nothing() {
        assertThat(ask("anonymous", "mutation { __typename }").data().toString())
                .isEqualTo("{\"__typename\":\"Mutation\"}");
    }

    @Test
    void what_no_text_can_hold_is_bad_input() {
        for (String label : List.of("\\u0000", "\\ud800")) {
            GraphQLAnswer answer = ask(
                    "originator",
                    "mutation { createPerson(input: { name: \"EXERCISE\", label: { classification: \"%s\" } }) { person { id } } }"
                            .formatted(label));
            assertThat(answer.json().has("errors")).as("%s", answer).isTrue();
            assertThat(answer.code()).as("%s", answer).isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void results_are_in_the_order_of_the_fields() {
        GraphQLAnswer answer = ask("registrar", """
                mutation {
                  one: createSource(input: { title: "EXERCISE", publisher: "EXERCISE", kind: OTHER }) { source { title } }
                  two: createSource(input: { title: "EXERCISE 2", publisher: "EXERCISE", kind: OTHER }) { source { title } }
                }""");
        assertThat(answer.data().toString())
                .isEqualTo(
                        "{\"one\":{\"source\":{\"title\":\"EXERCISE\"}},\"two\":{\"source\":{\"title\":\"EXERCISE 2\"}}}");
    }

    /** The hidden firm, and one that does not exist, as the end of a link: the same answer. */
    @Test
    void a_hidden_end_of_a_link_is_as_absent() {
        String hidden = Vault.column("""
                        SELECT registry.global_id('PartnerFirm', id::text)
                        FROM vault.partner_firm WHERE label IN (14, 24, 25) LIMIT 1""").getFirst();
        String absent = "UGFydG5lckZpcm06YzIxODY2MTYtZDY0NS00YzI5LWIwZGItNDc2NmY5YzgyOTk3";
        List<String> answers = List.of(hidden, absent).stream()
                .map(id -> new GraphQLDocument("""
                        mutation($id: ID!) { createWeaponSystem(input: { codeName: "EXERCISE links", status: PROPOSED
                          capabilityCategory: UAS, developers: [{ id: $id }] }) { weaponSystem { id } } }""").sentBy(Persona.named("registrar"), Map.of("id", id)))
                .map(GraphQLAnswer::comparable)
                .toList();
        assertThat(answers.getFirst())
                .contains("NOT_FOUND", "input.developers[0].id")
                .isEqualTo(answers.getLast());
        assertThat(undo.changes()).isEmpty();
    }

    @Test
    void a_hidden_record_cannot_be_changed_and_is_as_absent() {
        String hidden = Vault.column("""
                        SELECT registry.global_id('WeaponSystem', id::text)
                        FROM vault.weapon_system WHERE label IN (13, 14, 24, 25) LIMIT 1""").getFirst();
        String absent = "V2VhcG9uU3lzdGVtOmFiY2RlZmFiLWQ2NDUtNGMyOS1iMGRiLTQ3NjZmOWM4Mjk5Nw";
        assertThat(List.of(hidden, absent).stream()
                        .map(id -> update("registrar", Map.of("id", id, "version", "x", "status", "FIELDED")))
                        .map(GraphQLAnswer::comparable)
                        .distinct())
                .singleElement()
                .asString()
                .contains("NOT_FOUND");
    }

    @Test
    void a_clash_with_a_hidden_record_is_accepted_and_with_a_visible_one_refused() {
        JsonNode secretOne = create(
                "originator",
                Map.of(
                        "codeName",
                        "EXERCISE clash",
                        "capabilityCategory",
                        "UAS",
                        "status",
                        "PROPOSED",
                        "label",
                        secret()));
        assertThat(seen("registrar", secretOne).isNull()).isTrue();
        create("registrar", Map.of("codeName", "EXERCISE clash", "capabilityCategory", "UAS", "status", "PROPOSED"));
        GraphQLAnswer again = new GraphQLDocument(CREATE_SYSTEM)
                .sentBy(
                        Persona.named("registrar"),
                        Map.of(
                                "input",
                                Map.of(
                                        "codeName",
                                        "EXERCISE clash",
                                        "capabilityCategory",
                                        "UAS",
                                        "status",
                                        "PROPOSED")));
        assertThat(again.code()).as("%s", again).isEqualTo("CONFLICT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "createAllocation(input: { purpose: \"EXERCISE\", stage: INITIAL, expectedChange: NONE, value: { amount: \"1.001\", currency: \"EUR\" } }) { allocation { id } }",
                "createAllocation(input: { purpose: \"EXERCISE\", stage: INITIAL, expectedChange: NONE, value: { amount: \"-1\", currency: \"EUR\" } }) { allocation { id } }",
                "createAllocation(input: { purpose: \"EXERCISE\", stage: INITIAL, expectedChange: NONE, announcedOn: \"2025-02-30\", value: { amount: \"1\", currency: \"EUR\" } }) { allocation { id } }",
                "createPartnerFirm(input: { legalName: \"EXERCISE\", jurisdiction: \"XX\", status: DRAFT }) { partnerFirm { id } }",
                "createPartnerFirm(input: { legalName: \"EXERCISE\", status: DRAFT }) { partnerFirm { id } }",
                "createFundraisingCampaign(input: { name: \"EXERCISE\", edition: 0, startsOn: \"2025-01-01\", endsOn: \"2025-02-01\", beneficiary: \"UA\", raised: { amount: \"1\", currency: \"EUR\" } }) { fundraisingCampaign { id } }",
            })
    void what_breaks_a_rule_of_the_database_is_bad_input(String mutation) {
        GraphQLAnswer answer = ask("registrar", "mutation { " + mutation + " }");
        assertThat(answer.code()).as("%s", answer).isEqualTo("BAD_USER_INPUT");
        assertThat(undo.changes()).isEmpty();
    }

    @Test
    void an_input_has_limits() {
        List<Map<String, String>> identifiers = IntStream.range(0, 10_000)
                .mapToObj(i -> Map.of("scheme", "NCAGE", "value", "%05d".formatted(i)))
                .toList();
        GraphQLAnswer many =
                new GraphQLDocument("""
                mutation($identifiers: [FirmIdentifierInput!]) { createPartnerFirm(input: {
                  legalName: "EXERCISE", jurisdiction: "LT", status: DRAFT, identifiers: $identifiers }) { partnerFirm { id } } }""").sentBy(Persona.named("registrar"), Map.of("identifiers", identifiers));
        assertThat(many.code()).as("%s", many).isEqualTo("LIMIT_EXCEEDED");
        String firm =
                "createPartnerFirm(input: { legalName: \"EXERCISE\", jurisdiction: \"LT\", status: DRAFT, identifiers: $ids })"
                        + " { partnerFirm { id } }";
        GraphQLAnswer together = new GraphQLDocument(
                        "mutation($ids: [FirmIdentifierInput!]) { a: " + firm + " b: " + firm + " c: " + firm + " }")
                .sentBy(Persona.named("registrar"), Map.of("ids", identifiers.subList(0, 100)));
        assertThat(together.error().get("message").asText())
                .isEqualTo("An operation may write at most 250 records and links.");
        GraphQLAnswer lengthy =
                new GraphQLDocument("""
                mutation($name: String!) { createPerson(input: { name: $name }) { person { id } } }""").sentBy(Persona.named("registrar"), Map.of("name", "x".repeat(301)));
        assertThat(lengthy.error().get("message").asText()).isEqualTo("`input.name` takes 1 to 300 characters");
    }

    @Test
    void a_repeated_request_is_not_made_again() {
        String document = """
                mutation($name: String!, $key: String) {
                  createPerson(input: { name: $name }, idempotencyKey: $key) { person { id name } } }""";
        Map<String, String> request = Map.of("name", "EXERCISE once", "key", "key-1");
        GraphQLAnswer first = new GraphQLDocument(document).sentBy(Persona.named("registrar"), request);
        GraphQLAnswer again = new GraphQLDocument(document).sentBy(Persona.named("registrar"), request);
        assertThat(first.data().at("/createPerson/person/name").asText()).isEqualTo("EXERCISE once");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Vault.column("SELECT id FROM vault.person WHERE name = 'EXERCISE once'"))
                .hasSize(1);

        GraphQLAnswer other = new GraphQLDocument(document)
                .sentBy(Persona.named("registrar"), Map.of("name", "EXERCISE other", "key", "key-1"));
        assertThat(other.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(other.error().get("message").asText()).contains("belongs to another request");
        GraphQLAnswer malformed = new GraphQLDocument(document)
                .sentBy(Persona.named("registrar"), Map.of("name", "EXERCISE other", "key", "two words"));
        assertThat(malformed.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_key_in_the_header_is_that_of_the_operation() {
        String body =
                "{\"query\":\"mutation { createPerson(input: { name: \\\"EXERCISE header\\\" }) { person { id } } }\"}";
        List<String> answers = IntStream.range(0, 2)
                .mapToObj(i -> Persona.named("registrar")
                        .request()
                        .header("Idempotency-Key", "key-2")
                        .contentType("application/json; charset=utf-8")
                        .body(body)
                        .post("/graphql")
                        .asString())
                .toList();
        assertThat(answers.getFirst()).contains("\"person\"").isEqualTo(answers.getLast());
        assertThat(Vault.column("SELECT id FROM vault.person WHERE name = 'EXERCISE header'"))
                .hasSize(1);
    }

    @Test
    void what_was_refused_may_be_sent_again_with_its_key() {
        String document = """
                mutation($name: String!) { createPerson(input: { name: $name }, idempotencyKey: "key-3") { person { id } } }""";
        assertThat(new GraphQLDocument(document)
                        .sentBy(Persona.named("lt-secret"), Map.of("name", "EXERCISE refused"))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(new GraphQLDocument(document)
                        .sentBy(Persona.named("registrar"), Map.of("name", ""))
                        .code())
                .isEqualTo("BAD_USER_INPUT");
        // The database refuses it after it has kept the key.
        assertThat(ask("registrar", """
                mutation { createPerson(input: { name: "EXERCISE", label: { classification: "LT_SLAPTAI" } }, idempotencyKey: "key-3") { person { id } } }""").code()).isEqualTo("FORBIDDEN");
        assertThat(new GraphQLDocument(document)
                        .sentBy(Persona.named("registrar"), Map.of("name", "EXERCISE accepted"))
                        .data()
                        .at("/createPerson/person/id")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void concurrent_requests_with_one_key_make_one_record() throws Exception {
        String document = """
                mutation { createPerson(input: { name: "EXERCISE twin" }, idempotencyKey: "key-4") { person { id } } }""";
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<GraphQLAnswer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> callers.submit(() -> ask("registrar", document)))
                    .toList();
            for (Future<GraphQLAnswer> answer : answers) {
                assertThat(answer.get().body())
                        .isEqualTo(answers.getFirst().get().body());
            }
        }
        assertThat(Vault.column("SELECT id FROM vault.person WHERE name = 'EXERCISE twin'"))
                .hasSize(1);
    }

    private static JsonNode created(String codeName) {
        return create("registrar", Map.of("codeName", codeName, "capabilityCategory", "UAS", "status", "PROPOSED"));
    }

    private static JsonNode create(String persona, Map<String, ?> input) {
        GraphQLAnswer answer =
                new GraphQLDocument(CREATE_SYSTEM).sentBy(Persona.named(persona), Map.of("input", input));
        assertThat(answer.json().has("errors")).as("%s", answer).isFalse();
        return answer.data().at("/createWeaponSystem/weaponSystem");
    }

    private static GraphQLAnswer update(String persona, Map<String, ?> input) {
        return new GraphQLDocument(UPDATE_SYSTEM).sentBy(Persona.named(persona), Map.of("input", input));
    }

    private static JsonNode written(GraphQLAnswer answer) {
        assertThat(answer.json().has("errors")).as("%s", answer).isFalse();
        return answer.data().at("/updateWeaponSystem/weaponSystem");
    }

    private static Map<String, Object> secret() {
        return Map.of("classification", "LT_SLAPTAI", "releasableTo", List.of("LT", "UA"));
    }

    /** A classified input without a value, since a map of Java's has no null. */
    private static Map<String, Object> nullValue() {
        Map<String, Object> input = new HashMap<>();
        input.put("value", null);
        return input;
    }

    private static String versionFor(String persona, JsonNode system) {
        return seen(persona, system).get("version").asText();
    }

    private static JsonNode seen(String persona, JsonNode system) {
        JsonNode seen = ask(
                        persona,
                        "{ weaponSystem(id: \"%s\") { version withheld designation annualOutput } }"
                                .formatted(system.get("id").asText()))
                .data()
                .get("weaponSystem");
        return seen;
    }

    private static GraphQLAnswer ask(String persona, String document) {
        return new GraphQLDocument(document).sentBy(Persona.named(persona));
    }

    private static String subject(String persona) {
        return ask(persona, "{ viewer { subject } }")
                .data()
                .at("/viewer/subject")
                .asText();
    }
}
