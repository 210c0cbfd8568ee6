package org.jointdefence.registry.selection.execution;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jointdefence.registry.database.SingleConnection;
import org.jointdefence.registry.equivalence.Engines;
import org.jointdefence.registry.equivalence.Execution;
import org.jointdefence.registry.equivalence.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A query takes one statement for each association that it selects and one round trip for each level, and nothing of it
 * is parsed again when it is asked again.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementCountTest {
    private static final String THREE_LEVELS =
            "{ partnerFirms { nodes { legalName productionFacilities { nodes { name weaponSystems { nodes { codeName } } } } } } }";
    private static final String SEARCH =
            "query($text: String, $after: String) { partnerFirms(where: { legalName: { contains: $text } }, after: $after) { totalCount edges { cursor node { legalName sources { title } } } } }";
    private static final String COUNTED = "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } ";

    /** What frames the statements of a transaction that reads the public record: BEGIN and COMMIT. */
    private static final int FRAME = 2;

    /** The same where the caller is set. */
    private static final int CALLER_FRAME = 3;

    private static final String CLASSIFIED = "{ weaponSystems { totalCount nodes { designation"
            + " productionFacilities { nodes { name annualCapacity } } } } }";

    private static final Caller CLEARED = new Caller(
            "https://issuer.example", "counted", Set.of(), new Clearance(ClearanceLevel.SECRET, "LT", Set.of()));

    @Inject
    Engines engines;

    @Inject
    DataSource database;

    /** What was sent, one entry for each round trip. */
    private final List<String> sent = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private Execution engine;

    @BeforeEach
    void use_one_connection_for_everything() throws SQLException {
        connection = database.getConnection();
        engine = engines.over(SingleConnection.of(connection, sent::add));
    }

    @AfterEach
    void give_it_back() throws SQLException {
        connection.close();
    }

    @Test
    void three_levels_are_three_round_trips_with_a_statement_each() {
        ask(THREE_LEVELS, Map.of());

        assertThat(sent).hasSize(3);
        assertThat(sent.get(0))
                .startsWith("BEGIN READ ONLY; SELECT ")
                .doesNotContain("set_caller")
                .contains("FROM registry.partner_firm t");
        assertThat(sent.get(1)).contains("FROM registry.production_facility t").doesNotContain(";");
        assertThat(sent.get(2)).contains("FROM registry.weapon_system t").endsWith("; COMMIT");
        assertThat(statements()).hasSize(FRAME + 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partnerFirms { nodes { legalName website } } }",
                "{ weaponSystem(id: \"V2VhcG9uU3lzdGVtOjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA\") { codeName designation } }",
                "{ countries { name } }"
            })
    void one_statement_for_the_public_is_sent_alone(String question) {
        ask(question, Map.of());

        assertThat(statements())
                .singleElement()
                .asString()
                .startsWith("SELECT ")
                .doesNotContain("set_caller");
    }

    @Test
    void every_selected_association_is_one_statement_however_many_records_have_it() {
        ask(
                "{ partnerFirms { nodes { legalName jurisdiction { name } productionFacilities { nodes { name } }"
                        + " weaponSystems { nodes { codeName } } sources { title } } } }",
                Map.of());

        assertThat(sent).hasSize(2);
        assertThat(statements()).hasSize(FRAME + 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_chain_of_connections_is_a_round_trip_a_level_with_its_counts_and_page_information(int levels) {
        String chain = "{ partnerFirms { " + COUNTED + "nodes { legalName ";
        for (int level = 2; level <= levels; level++) {
            chain += (level % 2 == 0 ? "productionFacilities" : "operators") + " { " + COUNTED + "nodes { id ";
        }

        ask(chain + "} }".repeat(levels) + " }", Map.of());

        assertThat(sent).hasSize(levels);
        assertThat(statements()).hasSize(FRAME + 2 * levels);
    }

    @Test
    void what_is_recorded_takes_one_round_trip_more_and_nothing_from_those_who_cannot_read_it() {
        ask(CLASSIFIED, Map.of());
        assertThat(sent).hasSize(2).noneMatch(text -> text.contains("label") || text.contains("record_reading"));
        assertThat(statements()).hasSize(FRAME + 3);

        sent.clear();
        assertThat(engine.answer(CLASSIFIED, Map.of(), CLEARED).errors()).isEmpty();
        assertThat(sent).hasSize(3);
        assertThat(sent.get(1)).endsWith("; COMMIT");
        assertThat(sent.get(2)).startsWith("SELECT recorded, marking FROM registry.record_reading(");
        assertThat(sent.get(0)).startsWith("BEGIN READ ONLY; SELECT registry.set_caller(");
        assertThat(statements()).hasSize(CALLER_FRAME + 3 + 1);

        sent.clear();
        assertThat(engine.answer("{ countries { name } }", Map.of(), CLEARED).errors())
                .isEmpty();
        assertThat(sent).hasSize(1);
    }

    @Test
    void what_a_filter_looks_at_is_one_statement_more_in_the_same_round_trip_and_only_where_it_is_classified() {
        String question = "{ weaponSystems(where: { %s }) { totalCount nodes { codeName } } }";
        String classified = question.formatted("maximumRangeKm: { gt: 9000 }");
        ask(classified, Map.of());
        assertThat(statements()).hasSize(FRAME + 2);

        sent.clear();
        assertThat(engine.answer(classified, Map.of(), CLEARED).errors()).isEmpty();
        assertThat(sent).hasSize(2);
        assertThat(statements()).hasSize(CALLER_FRAME + 2 + 1 + 1);

        sent.clear();
        String unclassified = question.formatted("codeName: { eq: \"none\" }");
        assertThat(engine.answer(unclassified, Map.of(), CLEARED).errors()).isEmpty();
        assertThat(statements()).hasSize(CALLER_FRAME + 2);
    }

    @Test
    void what_was_asked_once_is_not_parsed_again() throws SQLException {
        Map<String, @Nullable Object> first = Map.of("text", "a");
        Map<String, @Nullable Object> other = Map.of("text", "e", "after", cursor(first));
        ask(THREE_LEVELS, Map.of());
        ask(SEARCH, other);
        Map<String, Long> known = executions();
        Set<String> texts = Collections.newSetFromMap(new IdentityHashMap<>());
        texts.addAll(sent);
        sent.clear();

        for (int i = 0; i < 3; i++) {
            ask(THREE_LEVELS, Map.of());
            ask(SEARCH, other);
        }

        Map<String, Long> now = executions();
        assertThat(now.keySet()).as("prepared statements of the connection").isEqualTo(known.keySet());
        long executed = total(now) - total(known);
        assertThat(executed)
                .as("executions of prepared statements")
                .isEqualTo(statements().size());
        // Text that was made anew would be equal, and would not be the same.
        assertThat(sent).allMatch(texts::contains);
    }

    private String cursor(Map<String, @Nullable Object> variables) {
        Object value = ask(SEARCH, variables).data();
        for (Object step : List.of("partnerFirms", "edges", 0, "cursor")) {
            value = step instanceof Integer index
                    ? ((List<?>) Objects.requireNonNull(value)).get(index)
                    : ((Map<?, ?>) Objects.requireNonNull(value)).get(step);
        }
        return (String) Objects.requireNonNull(value);
    }

    private Response ask(String query, Map<String, @Nullable Object> variables) {
        Response response = engine.answer(query, variables, Caller.ANONYMOUS);
        assertThat(response.errors()).isEmpty();
        return response;
    }

    private List<String> statements() {
        return sent.stream()
                .map(text -> text.split("; ", -1))
                .flatMap(Arrays::stream)
                .toList();
    }

    /** The statements that the connection's server process keeps prepared, and how often it has run each. */
    private Map<String, Long> executions() throws SQLException {
        Map<String, Long> executions = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet prepared = statement.executeQuery(
                        "SELECT name || ' ' || statement, generic_plans + custom_plans FROM pg_prepared_statements"
                                + " WHERE statement NOT LIKE '%pg_prepared_statements%'")) {
            while (prepared.next()) {
                executions.put(prepared.getString(1), prepared.getLong(2));
            }
        }
        return executions;
    }

    private static long total(Map<String, Long> executions) {
        return executions.values().stream().mapToLong(Long::longValue).sum();
    }
}
