package org.jointdefence.registry.selection.execution;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jointdefence.registry.database.CallerSession;
import org.jointdefence.registry.database.SingleConnection;
import org.jointdefence.registry.equivalence.Engines;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A public caller reads without a transaction of a caller's, and never inside that of another. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicReadTest {
    private static final Caller CLEARED = new Caller(
            "https://issuer.example",
            "left behind",
            Set.of(),
            new Clearance(ClearanceLevel.TOP_SECRET, "LT", Set.of()));

    @Inject
    Engines engines;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ weaponSystems { nodes { codeName designation } } }",
                "{ weaponSystems { totalCount nodes { codeName designation productionFacilities { nodes { name } } } } }"
            })
    void a_connection_that_was_left_in_a_cleared_callers_transaction_is_refused(String question) throws SQLException {
        try (Connection left = database.getConnection()) {
            begin(left, CLEARED);

            assertThatThrownBy(
                            () -> engines.over(SingleConnection.of(left)).answer(question, Map.of(), Caller.ANONYMOUS))
                    .hasMessageContaining("outside of transactions");
            // The transaction was rolled back, and the connection is good for a public reader again.
            assertThat(engines.over(SingleConnection.of(left))
                            .answer(question, Map.of(), Caller.ANONYMOUS)
                            .data())
                    .isEqualTo(engines.over(database)
                            .answer(question, Map.of(), Caller.ANONYMOUS)
                            .data());
        }
    }

    private static void begin(Connection connection, Caller caller) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("BEGIN; " + CallerSession.SQL)) {
            CallerSession.bind(statement, 1, caller);
            statement.execute();
        }
    }
}
