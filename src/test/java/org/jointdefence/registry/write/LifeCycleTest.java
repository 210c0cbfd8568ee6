package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
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
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Which status of a record may follow another, and when a firm may be approved. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LifeCycleTest {

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

    @ParameterizedTest
    @CsvSource({
        "PartnerFirm, partner_firm",
        "ProductionFacility, production_facility",
        "WeaponSystem, weapon_system",
        "Agreement, agreement",
    })
    void every_step_is_between_statuses_of_the_table(String type, String table) {
        String rule = Vault.column("""
                        SELECT string_agg(pg_get_constraintdef(oid), ' ') FROM pg_constraint
                        WHERE conrelid = 'vault.%s'::regclass AND pg_get_constraintdef(oid) LIKE '%%status%%'""".formatted(table)).getFirst();
        assertThat(Vault.column("SELECT unnest(ARRAY[status, next_status]) FROM vault.life_cycle WHERE concept = '%s'"
                        .formatted(table)))
                .isNotEmpty()
                .allSatisfy(status -> assertThat(rule).as(type).contains("'" + status + "'"));
    }

    @Test
    void the_statuses_that_may_follow_are_shown() {
        JsonNode firms = ask("anonymous", "{ partnerFirms { nodes { status nextStatuses } } }")
                .data()
                .at("/partnerFirms/nodes");
        assertThat(firms.toString())
                .contains(
                        "{\"status\":\"DRAFT\",\"nextStatuses\":[\"SCREENED\"]}",
                        "{\"status\":\"APPROVED\",\"nextStatuses\":[\"SUSPENDED\"]}",
                        "{\"status\":\"SUSPENDED\",\"nextStatuses\":[\"APPROVED\",\"REVOKED\"]}");
        assertThat(ask("anonymous", "{ weaponSystems(where: { status: { eq: FIELDED } }) { nodes { nextStatuses } } }")
                        .data()
                        .at("/weaponSystems/nodes/0/nextStatuses"))
                .isEmpty();
    }

    @Test
    void a_status_that_does_not_follow_is_refused_with_those_that_do() {
        String id = create("PartnerFirm", "legalName: \"EXERCISE steps\", jurisdiction: \"LT\", status: DRAFT");

        GraphQLAnswer refused = update("PartnerFirm", id, "status: SUSPENDED");
        assertThat(refused.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(refused.error().get("message").asText())
                .isEqualTo("`input.status` cannot follow the present status; what can is SCREENED");
        assertThat(update("PartnerFirm", id, "status: DRAFT").data()).isNotNull();
        assertThat(update("PartnerFirm", id, "status: SCREENED").data()).isNotNull();
        assertThat(update("PartnerFirm", id, "status: DRAFT").code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void nothing_follows_the_last_status() {
        String id = create("WeaponSystem", "codeName: \"EXERCISE end\", capabilityCategory: UAS, status: FIELDED");
        assertThat(update("WeaponSystem", id, "status: PROPOSED")
                        .error()
                        .get("message")
                        .asText())
                .isEqualTo("`input.status` cannot change: no status follows the present one");
    }

    @Test
    void a_firm_is_approved_with_an_identifier_and_a_source_of_the_same_operation() {
        String source = Vault.column("""
                        SELECT registry.global_id('Source', id::text)
                        FROM vault.source WHERE label = 0 ORDER BY id LIMIT 1""").getFirst();
        String id = create("PartnerFirm", "legalName: \"EXERCISE approval\", jurisdiction: \"LT\", status: SCREENED");

        assertThat(update("PartnerFirm", id, "status: APPROVED")
                        .error()
                        .get("message")
                        .asText())
                .isEqualTo("`input.status` cannot be APPROVED: the firm needs an identifier and a source");
        String identifier = "addIdentifiers: [{ scheme: LT_RC, value: \"111484678\" }]";
        assertThat(update("PartnerFirm", id, "status: APPROVED, " + identifier).code())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(update(
                                "PartnerFirm",
                                id,
                                "status: APPROVED, " + identifier + ", addSources: [{ id: \"" + source + "\" }]")
                        .data())
                .isNotNull();
    }

    /** To count them would tell of them. */
    @Test
    void a_hidden_identifier_and_a_hidden_source_do_not_count() {
        String id = create("PartnerFirm", "legalName: \"EXERCISE hidden\", jurisdiction: \"LT\", status: SCREENED");
        String uuid = new String(Base64.getUrlDecoder().decode(id), UTF_8).split(":", -1)[1];
        Vault.execute("""
                INSERT INTO vault.firm_identifier (label, partner_firm, scheme, value) VALUES (13, '%1$s', 'NCAGE', 'ZZ999');
                INSERT INTO vault.partner_firm_source (label, partner_firm, source)
                    SELECT 13, '%1$s', id FROM vault.source WHERE label = 0 ORDER BY id LIMIT 1""".formatted(uuid));
        assertThat(update("PartnerFirm", id, "status: APPROVED").code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void the_error_names_the_field_whose_firm_is_not_approved() {
        JsonNode error = ask("registrar", """
                mutation {
                  a: createPartnerFirm(input: { legalName: "EXERCISE a", jurisdiction: "LT", status: APPROVED }) { partnerFirm { id } }
                  b: createPartnerFirm(input: { legalName: "EXERCISE b", jurisdiction: "LT", status: DRAFT }) { partnerFirm { id } }
                }""").error();
        assertThat(error.at("/path/0").asText()).isEqualTo("a");
        assertThat(undo.changes()).isEmpty();
    }

    private static String create(String type, String input) {
        String record = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        return ask("registrar", "mutation { create%s(input: { %s }) { %s { id } } }".formatted(type, input, record))
                .data()
                .at("/create%s/%s/id".formatted(type, record))
                .asText();
    }

    private static GraphQLAnswer update(String type, String id, String input) {
        String record = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        String version = ask("registrar", "{ %s(id: \"%s\") { version } }".formatted(record, id))
                .data()
                .at("/" + record + "/version")
                .asText();
        return ask(
                "registrar",
                "mutation { update%s(input: { id: \"%s\", version: \"%s\", %s }) { %s { id } } }"
                        .formatted(type, id, version, input, record));
    }

    private static GraphQLAnswer ask(String persona, String document) {
        return new GraphQLDocument(document).sentBy(Persona.named(persona));
    }
}
