package org.jointdefence.registry.database;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
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
    void a_caller_enters_in_one_round_trip_with_the_first_statement() throws SQLException {
        assertThat(readableAfterEntering(CLEARED)).isNotEmpty();
    }

    @Test
    void a_caller_without_a_token_enters_too() throws SQLException {
        assertThat(readableAfterEntering(Caller.ANONYMOUS)).isNotEmpty();
    }

    private byte[] readableAfterEntering(Caller caller) throws SQLException {
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
                    return rows.getBytes(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
