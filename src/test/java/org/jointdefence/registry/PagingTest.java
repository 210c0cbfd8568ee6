package org.jointdefence.registry;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.funding.SystemSplit;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.selection.model.EntityCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A cursor is a place: paging goes on from there, whatever has become of the record that stood at it. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagingTest {
    private static final Persona LT = Persona.named("lt-secret");
    private static final GraphQLDocument FIRMS = GraphQLDocument.named("input/firms");
    private static final String NAMES = "EXERCISE Paging ";
    private static final List<Map<String, String>> BY_NAME = List.of(Map.of("field", "LEGAL_NAME"));

    /** What can happen to the record at a cursor before the next page is asked for. */
    enum Event {
        MOVED_TO_THE_END("UPDATE vault.partner_firm SET legal_name = 'EXERCISE Paging Z' WHERE id = '%s'"),
        MOVED_TO_THE_FRONT("UPDATE vault.partner_firm SET legal_name = 'EXERCISE Paging 0' WHERE id = '%s'"),
        HIDDEN("UPDATE vault.partner_firm SET label = 18 WHERE id = '%s'"),
        REMOVED("DELETE FROM vault.partner_firm WHERE id = '%s'");

        private final String sql;

        Event(String sql) {
            this.sql = sql;
        }
    }

    @Inject
    GraphQLSchema schema;

    @Inject
    EntityCatalogue catalogue;

    @BeforeEach
    void insert_firms() {
        Vault.execute("INSERT INTO vault.partner_firm (legal_name, jurisdiction, facility_security_clearance_label,"
                + " foreign_ownership_assessment_label, vetting_notes_label, vetting_notes, website)"
                + " SELECT 'EXERCISE Paging ' || chr(65 + i), 'LT', 0, 0, 0, CASE WHEN i % 3 > 0 THEN 'note ' || i % 2 END,"
                + " CASE WHEN i % 2 > 0 THEN 'https://' || i || '.example' END FROM generate_series(0, 7) AS i");
    }

    @AfterEach
    void remove_them() {
        Vault.execute("DELETE FROM vault.partner_firm WHERE legal_name LIKE 'EXERCISE Paging %'");
    }

    @ParameterizedTest
    @EnumSource
    void paging_goes_on_whatever_has_become_of_the_record_at_the_cursor(Event event) {
        List<String> all = ids(firms(Map.of("orderBy", BY_NAME)));
        GraphQLAnswer first = firms(Map.of("orderBy", BY_NAME, "first", 3));
        assertThat(ids(first)).isEqualTo(all.subList(0, 3));

        Vault.execute(event.sql.formatted(uuid(all.get(2))));

        List<String> following = new ArrayList<>(all.subList(3, all.size()));
        List<String> preceding = new ArrayList<>(all.subList(0, 2));
        if (event == Event.MOVED_TO_THE_END) {
            following.add(all.get(2));
        }
        if (event == Event.MOVED_TO_THE_FRONT) {
            preceding.addFirst(all.get(2));
        }
        Map<String, Object> after = Map.of("orderBy", BY_NAME, "after", endCursor(first));
        assertThat(ids(firms(after))).isEqualTo(following);
        Map<String, Object> before = Map.of("orderBy", BY_NAME, "before", endCursor(first));
        assertThat(ids(firms(before))).isEqualTo(preceding);
    }

    @Test
    void page_after_page_has_every_record_once_in_any_order() {
        for (List<Map<String, String>> order : List.of(
                List.<Map<String, String>>of(),
                List.of(Map.of("field", "WEBSITE")),
                List.of(Map.of("field", "WEBSITE", "direction", "DESC")),
                List.of(Map.of("field", "VETTING_NOTES"), Map.of("field", "LEGAL_NAME", "direction", "DESC")),
                List.of(Map.of("field", "STATUS", "direction", "DESC"), Map.of("field", "VETTING_NOTES")),
                List.of(Map.of("field", "LEGAL_NAME", "direction", "DESC"), Map.of("field", "WEBSITE")))) {
            List<String> all = ids(firms(Map.of("orderBy", order)));
            assertThat(all).hasSize(8);
            assertThat(turned(order, "first", "after")).as("%s", order).isEqualTo(all);
            assertThat(turned(order, "last", "before")).as("%s", order).isEqualTo(all.reversed());
        }
    }

    @Test
    void equal_places_have_equal_cursors_and_no_value_in_clear() {
        String cursor = endCursor(firms(Map.of("orderBy", BY_NAME, "first", 3)));

        assertThat(endCursor(firms(Map.of("orderBy", BY_NAME, "first", 3)))).isEqualTo(cursor);
        assertThat(endCursor(firms(Map.of("first", 3)))).as("the natural order").isEqualTo(cursor);
        assertThat(endCursor(firms(Map.of("orderBy", BY_NAME, "first", 4)))).isNotEqualTo(cursor);
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), UTF_8)).doesNotContain("Paging");
    }

    /** Of each connection that the schema has. */
    private static final Map<String, String> NATURAL_ORDERS = Map.ofEntries(
            Map.entry("agreements", "TITLE ASC"),
            Map.entry("allocations", "ANNOUNCED_ON DESC"),
            Map.entry("disclosures", "AT DESC"),
            Map.entry("fundraisingCampaigns", "STARTS_ON DESC"),
            Map.entry("organisations", "NAME ASC"),
            Map.entry("partnerFirms", "LEGAL_NAME ASC"),
            Map.entry("persons", "NAME ASC"),
            Map.entry("productionFacilities", "NAME ASC"),
            Map.entry("programmes", "NAME ASC"),
            Map.entry("sources", "TITLE ASC"),
            Map.entry("statements", "MADE_ON DESC"),
            Map.entry("weaponSystems", "CODE_NAME ASC"));

    List<String> connections() {
        return schema.getQueryType().getFieldDefinitions().stream()
                .map(GraphQLFieldDefinition::getName)
                .filter(name -> schema.getQueryType().getFieldDefinition(name).getArgument("orderBy") != null)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("connections")
    void the_default_order_is_the_natural_one(String connection) {
        assertThat(NATURAL_ORDERS).containsKey(connection);
        String[] order = NATURAL_ORDERS.getOrDefault(connection, "").split(" ", -1);
        String page = "%s(first: 100%s) { edges { cursor node { id } } }";
        String asked = ", orderBy: { field: %s, direction: %s }".formatted(order[0], order[1]);
        JsonNode data = new GraphQLDocument("{ unasked: " + page.formatted(connection, "") + " asked: "
                        + page.formatted(connection, asked) + " }")
                .sentBy(connection.equals("disclosures") ? Persona.named("auditor") : LT)
                .data();
        assertThat(data.at("/unasked/edges")).isNotEmpty().isEqualTo(data.at("/asked/edges"));
    }

    /** Ids are random: what has nothing else to be ordered by comes as it pleases. */
    @Test
    void every_record_has_a_natural_order_where_it_has_anything_to_be_ordered_by() {
        assertThat(catalogue.entities().stream()
                        .filter(RegistryRecord.class::isAssignableFrom)
                        .filter(entity -> !entity.isAnnotationPresent(NaturalOrder.class)))
                .containsExactly(SystemSplit.class);
    }

    @Test
    void what_belongs_to_a_record_comes_in_its_natural_order() {
        JsonNode data = new GraphQLDocument("""
                        {
                          fundraisingCampaigns { nodes {
                            milestones { reachedBy } splits { origin { alpha2 } } donorShares { donorType } } }
                          agreements { nodes { parties { role } } }
                          partnerFirms { nodes { identifiers { scheme } } }
                          classificationLevels { equivalents { nation { alpha2 } } }
                        }""").sentBy(LT).data();
        for (String path : List.of(
                "milestones/reachedBy",
                "splits/alpha2",
                "donorShares/donorType",
                "parties/role",
                "identifiers/scheme",
                "equivalents/alpha2")) {
            String[] parts = path.split("/", -1);
            List<List<String>> lists = data.findValues(parts[0]).stream()
                    .map(list -> list.findValuesAsText(parts[1]))
                    .toList();
            assertThat(lists).as(path).anyMatch(list -> list.size() > 1).allSatisfy(list -> assertThat(list)
                    .isSorted());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASC", "DESC"})
    void what_a_record_refers_to_orders_it_and_comes_last_where_it_is_hidden(String direction) {
        Vault.execute("""
                INSERT INTO vault.organisation (name, entity_type, jurisdiction, label) VALUES
                    ('EXERCISE Paging A', 'STATE_BODY', 'LT', 0), ('EXERCISE Paging B', 'STATE_BODY', 'LT', 18),
                    ('EXERCISE Paging C', 'STATE_BODY', 'LT', 0);
                INSERT INTO vault.allocation (value_amount, value_currency, stage, expected_change, purpose)
                    SELECT 1, 'EUR', 'INITIAL', 'NONE', name FROM vault.organisation WHERE name LIKE 'EXERCISE Paging _';
                INSERT INTO vault.allocation_provider (label, allocation, organisation)
                    SELECT organisation.label, allocation.id, organisation.id FROM vault.allocation JOIN vault.organisation ON name = purpose""");
        try {
            JsonNode nodes = new GraphQLDocument(
                            "{ allocations(where: { purpose: { startsWith: \"EXERCISE Paging\" } },"
                                    + " orderBy: { field: PROVIDER_NAME, direction: " + direction
                                    + " }) { nodes { purpose provider"
                                    + " { name } } } }")
                    .sentBy(LT)
                    .data()
                    .at("/allocations/nodes");
            List<String> shown = direction.equals("ASC") ? List.of("A", "C", "B") : List.of("C", "A", "B");
            assertThat(nodes.findValuesAsText("purpose"))
                    .isEqualTo(shown.stream().map(NAMES::concat).toList());
            assertThat(nodes.at("/2/provider").isNull()).isTrue();
        } finally {
            Vault.execute("""
                    DELETE FROM vault.allocation_provider USING vault.allocation
                        WHERE allocation.id = allocation AND purpose LIKE 'EXERCISE Paging _';
                    DELETE FROM vault.allocation WHERE purpose LIKE 'EXERCISE Paging _';
                    DELETE FROM vault.organisation WHERE name LIKE 'EXERCISE Paging _'""");
        }
    }

    private static GraphQLAnswer firms(Map<String, ?> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("where", Map.of("legalName", Map.of("startsWith", NAMES)));
        GraphQLAnswer answer = FIRMS.sentBy(LT, all);
        answer.data();
        return answer;
    }

    /** The ids of page after page of three, in the order in which they are met. */
    private static List<String> turned(List<Map<String, String>> order, String size, String from) {
        List<String> met = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("orderBy", order, size, 3));
        List<String> page;
        do {
            GraphQLAnswer answer = firms(variables);
            page = ids(answer);
            if (!page.isEmpty()) {
                variables.put(from, from.equals("after") ? endCursor(answer) : cursor(answer, 0));
            }
            met.addAll(from.equals("after") ? page : page.reversed());
        } while (!page.isEmpty() && met.size() < 100);
        return met;
    }

    private static List<String> ids(GraphQLAnswer answer) {
        return answer.data().at("/partnerFirms/edges").findValuesAsText("id");
    }

    private static String endCursor(GraphQLAnswer answer) {
        return cursor(answer, ids(answer).size() - 1);
    }

    private static String cursor(GraphQLAnswer answer, int edge) {
        return answer.data().at("/partnerFirms/edges/" + edge + "/cursor").asText();
    }

    private static String uuid(String id) {
        return new String(Base64.getUrlDecoder().decode(id), UTF_8).replaceFirst(".*:", "");
    }
}
