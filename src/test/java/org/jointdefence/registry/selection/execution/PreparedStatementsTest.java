package org.jointdefence.registry.selection.execution;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.database.SingleConnection;
import org.jointdefence.registry.equivalence.Engines;
import org.jointdefence.registry.equivalence.Execution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the server process of a connection keeps in memory is bounded, however many different statements it was sent.
 * {@code -Dprepared.shapes} says how many.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PreparedStatementsTest {
    private static final int SHAPES = Integer.getInteger("prepared.shapes", 600);
    private static final long MOST_BYTES = 100_000_000;
    private static final List<String> FIELDS = List.of("topic", "summary", "madeOn", "version", "withheld");
    private static final List<String> OPERATORS = List.of("eq", "ne", "lt", "lte", "gt", "gte");

    @Inject
    Engines engines;

    @Inject
    DataSource database;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private Execution engine;

    @BeforeEach
    void use_one_connection_for_everything() throws SQLException {
        connection = database.getConnection();
        engine = engines.over(SingleConnection.of(connection));
        for (String grant : List.of(
                "SELECT ON pg_backend_memory_contexts", "EXECUTE ON FUNCTION pg_get_backend_memory_contexts()")) {
            Vault.execute("GRANT " + grant + " TO registry_app");
        }
    }

    @AfterEach
    void give_it_back() throws SQLException {
        for (String grant : List.of(
                "SELECT ON pg_backend_memory_contexts", "EXECUTE ON FUNCTION pg_get_backend_memory_contexts()")) {
            Vault.execute("REVOKE " + grant + " FROM registry_app");
        }
        connection.close();
    }

    @Test
    void ever_other_questions_leave_a_server_process_small() throws SQLException {
        long most = 0;
        for (int i = 0; i < SHAPES; i++) {
            ask(document(i), Map.of());
            if (i % 50 == 49) {
                most = Math.max(most, memory());
            }
        }
        assertThat(most).as("bytes at most, after %d shapes", SHAPES).isLessThan(MOST_BYTES);
        assertThat(most).as("bytes at most: statements are kept").isGreaterThan(MOST_BYTES / 10);
    }

    @Test
    void a_page_size_makes_no_statement_of_its_own() throws SQLException {
        String document = "query($first: Int, $last: Int) { statements(first: $first, last: $last)"
                + " { nodes { topic sources { title } } } }";
        ask(document, Map.of("first", 1));
        ask(document, Map.of("last", 1));
        long known = prepared();
        for (int size = 0; size <= 100; size++) {
            ask(document, Map.of("first", size));
            ask(document, Map.of("last", size));
        }
        assertThat(prepared()).isEqualTo(known);
    }

    /** One of six to the fifth questions of four statements each. */
    private static String document(int number) {
        StringBuilder filter = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        int rest = number;
        for (int i = 0; i < FIELDS.size(); i++) {
            filter.append(" topic: { ").append(OPERATORS.get(rest % 6)).append(": \"x\" } }, {");
            fields.append(rest % 2 == 0 ? FIELDS.get(i) + " " : "");
            rest /= 6;
        }
        return "{ statements(where: { and: [{" + filter + " }] }, last: 1) { totalCount nodes { id " + fields
                + " } } allocations { nodes { provider { name } systemSplits { id } } } }";
    }

    private void ask(String document, Map<String, @Nullable Object> variables) {
        assertThat(engine.answer(document, new HashMap<>(variables), Caller.ANONYMOUS)
                        .errors())
                .isEmpty();
    }

    private long memory() throws SQLException {
        return number("SELECT sum(total_bytes) FROM pg_backend_memory_contexts");
    }

    private long prepared() throws SQLException {
        return number("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%registry.%'");
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }
}
