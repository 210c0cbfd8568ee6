package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** Names, identifiers, addresses, dates and successors of firms and organisations. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LegalEntitiesTest {

    private static final String FIRM = """
            mutation($input: CreatePartnerFirmInput!) {
              createPartnerFirm(input: $input) { partnerFirm { id version registeredOn
                names { kind language value from until } addresses { kind lines locality region postalCode country { alpha2 } }
                successor { id } } } }""";

    private static final String UPDATE = """
            mutation($input: UpdatePartnerFirmInput!) {
              updatePartnerFirm(input: $input) { partnerFirm { id version successor { id } predecessors { totalCount } } } }""";

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
    void a_firm_is_created_with_names_and_addresses() {
        JsonNode firm = created(Map.of(
                "registeredOn",
                "2025-02",
                "names",
                List.of(Map.of(
                        "kind",
                        "FORMER",
                        "language",
                        "uk",
                        "value",
                        "EXERCISE Було",
                        "from",
                        "1998",
                        "until",
                        "2024-02-29")),
                "addresses",
                List.of(Map.of(
                        "kind",
                        "SITE",
                        "lines",
                        List.of("EXERCISE 1", "EXERCISE 2"),
                        "region",
                        "UA-30",
                        "country",
                        "UA"))));

        assertThat(firm.get("registeredOn").asText()).isEqualTo("2025-02");
        assertThat(firm.get("names").toString())
                .isEqualTo("[{\"kind\":\"FORMER\",\"language\":\"uk\",\"value\":\"EXERCISE Було\",\"from\":\"1998\","
                        + "\"until\":\"2024-02-29\"}]");
        assertThat(firm.get("addresses").toString())
                .isEqualTo("[{\"kind\":\"SITE\",\"lines\":[\"EXERCISE 1\",\"EXERCISE 2\"],\"locality\":null,"
                        + "\"region\":\"UA-30\",\"postalCode\":null,\"country\":{\"alpha2\":\"UA\"}}]");
    }

    @Test
    void one_legal_name_is_in_force_in_a_language() {
        JsonNode firm = created(Map.of("names", List.of(legal("lt", "EXERCISE A"), legal("uk", "EXERCISE A"))));

        assertThat(update(firm, Map.of("addNames", List.of(legal("lt", "EXERCISE B"))))
                        .code())
                .isEqualTo("CONFLICT");
        assertThat(update(firm, Map.of("addNames", List.of(legal("en", "EXERCISE C"))))
                        .data())
                .isNotNull();
        Map<String, Object> ended = Map.of("kind", "LEGAL", "language", "lt", "value", "EXERCISE D", "until", "2020");
        assertThat(update(firm, Map.of("addNames", List.of(ended))).data()).isNotNull();
    }

    /** The refusal would tell of the hidden name. */
    @Test
    void a_hidden_legal_name_is_no_obstacle_to_a_public_one() {
        JsonNode firm = created(Map.of());
        Vault.execute(
                "INSERT INTO vault.firm_name (label, partner_firm, kind, language, value) VALUES (13, '%s', 'LEGAL', 'lt', 'EXERCISE hidden')"
                        .formatted(uuid(firm)));

        assertThat(update(firm, Map.of("addNames", List.of(legal("lt", "EXERCISE shown"))))
                        .data())
                .isNotNull();
    }

    @Test
    void no_firm_succeeds_itself_or_the_firms_that_succeed_it() {
        JsonNode last = created(Map.of());
        JsonNode middle = created(Map.of("successor", Map.of("id", id(last))));
        JsonNode first = created(Map.of("successor", Map.of("id", id(middle))));

        for (JsonNode successor : List.of(first, middle, last)) {
            GraphQLAnswer refused = update(last, Map.of("addSuccessor", Map.of("id", id(successor))));
            assertThat(refused.code()).isEqualTo("BAD_USER_INPUT");
            assertThat(refused.error().get("message").asText())
                    .isEqualTo(
                            "`input.addSuccessor.id` leads back to the record itself; name one that does not follow it");
        }
    }

    @Test
    void no_organisation_succeeds_itself_or_those_that_succeed_it() {
        String create = """
                mutation($successor: LinkInput) { createOrganisation(input: { name: "EXERCISE body", entityType: STATE_BODY,
                    jurisdiction: "LT", successor: $successor }) {
                  organisation { id version successor { id } predecessors { totalCount } } } }""";
        JsonNode last = organisation(create, Map.of());
        JsonNode first = organisation(create, Map.of("successor", Map.of("id", id(last))));
        assertThat(first.at("/successor/id").asText()).isEqualTo(id(last));

        for (JsonNode successor : List.of(first, last)) {
            GraphQLAnswer refused = new GraphQLDocument("""
                    mutation($id: ID!, $version: String!, $successor: ID!) {
                      updateOrganisation(input: { id: $id, version: $version, addSuccessor: { id: $successor } }) {
                        organisation { id } } }""")
                    .sentBy(
                            Persona.named("registrar"),
                            Map.of(
                                    "id", id(last),
                                    "version", last.get("version").asText(),
                                    "successor", id(successor)));
            assertThat(refused.error().get("message").asText())
                    .isEqualTo(
                            "`input.addSuccessor.id` leads back to the record itself; name one that does not follow it");
        }
    }

    /** The refusal would tell of the hidden link; who sees it is refused. */
    @Test
    void a_hidden_successor_closes_no_circle() {
        JsonNode one = created(Map.of());
        JsonNode other = created(Map.of());
        Vault.execute("INSERT INTO vault.firm_successor (label, partner_firm, successor) VALUES (13, '%s', '%s')"
                .formatted(uuid(one), uuid(other)));

        Map<String, Object> secret = Map.of("classification", "LT_SLAPTAI", "releasableTo", List.of("LT", "UA"));
        GraphQLAnswer refused = new GraphQLDocument(UPDATE)
                .sentBy(
                        Persona.named("originator"),
                        Map.of(
                                "input",
                                Map.of(
                                        "id", id(other),
                                        "version", version("originator", other),
                                        "addSuccessor", Map.of("id", id(one), "label", secret))));
        assertThat(refused.code()).as("%s", refused).isEqualTo("BAD_USER_INPUT");
        assertThat(update(other, Map.of("addSuccessor", Map.of("id", id(one)))).data())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            registeredOn: "2025-02-29"                                                    | registeredOn
            registeredOn: "2025-13"                                                       | registeredOn
            registeredOn: "2025-02", dissolvedOn: "2025-01-31"                            | dissolved_not_before_registered
            unspecifiedReason: UNKNOWN                                                    | reason_only_if_unspecified
            names: [{ kind: LEGAL, language: "Lithuanian", value: "x" }]                  | input.names[0].language
            names: [{ kind: LEGAL, language: "lt", value: "x", from: "2025", until: "2024" }] | until_is_not_before_from
            addresses: [{ kind: SITE, country: "LT", region: "UA-30" }]                   | region_is_of_country
            identifiers: [{ scheme: RA, value: "RA12 123" }]                              | RA and six digits
            identifiers: [{ scheme: CAGE, value: "ABC" }]                                 | five letters and digits
            """)
    void what_cannot_be_is_refused(String part, String named) {
        GraphQLAnswer answer = new GraphQLDocument("""
                mutation { createPartnerFirm(input: { legalName: "EXERCISE x", jurisdiction: "LT", status: DRAFT, %s }) {
                  partnerFirm { id } } }""".formatted(part)).sentBy(Persona.named("registrar"));
        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.error().get("message").asText()).contains(named);
        assertThat(undo.changes()).isEmpty();
    }

    @Test
    void a_date_that_does_not_exist_is_answered_with_what_is_accepted() {
        GraphQLAnswer answer = new GraphQLDocument(
                        "{ partnerFirms(where: { registeredOn: { eq: \"2025-02-30\" } }) { totalCount } }")
                .sentBy(Persona.named("anonymous"));
        assertThat(answer.error().get("message").asText()).contains("\"2025\"", "\"2025-02\"", "\"2025-02-24\"");
    }

    /** Of the demo: 1998, 2014-03-11, 2016, 2019-05, 2021-10-04 and none. */
    @Test
    void dates_that_are_known_in_part_are_ordered_and_compared_by_their_first_days() {
        assertThat(registrations("orderBy: [{ field: REGISTERED_ON }]"))
                .containsExactly("1998", "2014-03-11", "2016", "2019-05", "2021-10-04", "null");
        assertThat(registrations("orderBy: [{ field: REGISTERED_ON, direction: DESC }]"))
                .containsExactly("2021-10-04", "2019-05", "2016", "2014-03-11", "1998", "null");
        assertThat(registrations("where: { registeredOn: { gt: \"2014-03\", lte: \"2019-05\" } }"))
                .containsExactlyInAnyOrder("2014-03-11", "2016", "2019-05");
        assertThat(registrations("where: { registeredOn: { in: [\"2016\", \"2016-01\"] } }"))
                .containsExactly("2016");
    }

    private static Stream<String> registrations(String arguments) {
        List<JsonNode> nodes = new ArrayList<>();
        new GraphQLDocument("{ partnerFirms(%s) { nodes { registeredOn } } }".formatted(arguments))
                .sentBy(Persona.named("anonymous"))
                .data()
                .at("/partnerFirms/nodes")
                .forEach(nodes::add);
        return nodes.stream().map(node -> node.get("registeredOn").asText());
    }

    private static Map<String, Object> legal(String language, String value) {
        return Map.of("kind", "LEGAL", "language", language, "value", value);
    }

    private static JsonNode organisation(String document, Map<String, ?> variables) {
        return new GraphQLDocument(document)
                .sentBy(Persona.named("registrar"), variables)
                .data()
                .at("/createOrganisation/organisation");
    }

    private static JsonNode created(Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("legalName", "EXERCISE entity");
        input.put("jurisdiction", "LT");
        input.put("status", "DRAFT");
        return new GraphQLDocument(FIRM)
                .sentBy(Persona.named("registrar"), Map.of("input", input))
                .data()
                .at("/createPartnerFirm/partnerFirm");
    }

    private static GraphQLAnswer update(JsonNode firm, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("id", id(firm));
        input.put("version", version("registrar", firm));
        return new GraphQLDocument(UPDATE).sentBy(Persona.named("registrar"), Map.of("input", input));
    }

    private static String version(String persona, JsonNode firm) {
        return new GraphQLDocument("{ partnerFirm(id: \"%s\") { version } }".formatted(id(firm)))
                .sentBy(Persona.named(persona))
                .data()
                .at("/partnerFirm/version")
                .asText();
    }

    private static String id(JsonNode firm) {
        return firm.get("id").asText();
    }

    private static String uuid(JsonNode firm) {
        return new String(Base64.getUrlDecoder().decode(id(firm)), UTF_8).split(":", -1)[1];
    }
}
