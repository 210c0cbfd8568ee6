package org.jointdefence.registry.database;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallerSessionTest {

    private static final Caller CLEARED = new Caller(
            "https://issuer.example",
            "somebody",
            Set.of(),
            new Clearance(ClearanceLevel.TOP_SECRET, "LT", Set.of("AMBER")));

    @Inject
    DataSource database;

    @Test
    void a_callers_labels_are_readable_in_the_round_trip_that_sets_the_caller() throws SQLException {
        Caller other = new Caller(
                "https://issuer.example",
                "somebody",
                Set.of(),
                new Clearance(ClearanceLevel.RESTRICTED, "UA", Set.of()));
        assertThat(readable(CLEARED)).containsAll(readable(Caller.ANONYMOUS)).hasSizeGreaterThan(1);
        assertThat(readable(CLEARED)).isNotEqualTo(readable(other));
    }

    @Test
    void without_a_token_the_public_label_is_readable_as_without_any_caller() throws SQLException {
        assertThat(readable(Caller.ANONYMOUS)).containsExactly(0);
    }

    @Test
    void the_compartments_that_the_caller_holds_are_returned_for_the_log() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(CallerSession.SQL)) {
                CallerSession.bind(statement, 1, CLEARED);
                assertThat(CallerSession.compartments(statement.executeQuery())).isEqualTo("{AMBER}");
            } finally {
                connection.rollback();
            }
        }
    }

    /** The numbers of the labels that a caller can read. */
    private Set<Integer> readable(Caller caller) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement(CallerSession.SQL + "; SELECT registry.readable() WHERE ? = 'x'")) {
                int next = CallerSession.bind(statement, 1, caller);
                statement.setString(next, "x");
                statement.execute();
                assertThat(statement.getMoreResults()).isTrue();
                try (ResultSet rows = statement.getResultSet()) {
                    assertThat(rows.next()).isTrue();
                    return bits(rows.getBytes(1));
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** The bits that are set, as {@code get_bit} counts them: the first bit of a byte is its lowest. */
    private static Set<Integer> bits(byte[] bytes) {
        Set<Integer> bits = new TreeSet<>();
        BitSet.valueOf(bytes).stream().forEach(bits::add);
        return bits;
    }
}
