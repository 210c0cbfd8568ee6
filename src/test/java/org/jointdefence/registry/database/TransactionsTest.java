package org.jointdefence.registry.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.RequestBudgets;
import org.jointdefence.registry.error.ClientError;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TransactionsTest {
    @Inject
    DataSource database;

    @Inject
    RequestBudgets budgets;

    @Test
    void nothing_is_done_inside_a_transaction_of_the_containers() {
        AtomicBoolean done = new AtomicBoolean();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .call(() -> Transactions.run(database, connection -> done.getAndSet(true))))
                .hasStackTraceContaining("need autocommit");

        assertThat(done).isFalse();
    }

    @Test
    void a_transaction_that_fails_is_rolled_back_though_the_answer_was_too_long_before() throws SQLException {
        try (Connection connection = database.getConnection();
                AnswerBudget budget = budgets.answer(Party.address("192.0.2.1"))) {
            budget.enter();
            try {
                assertThatThrownBy(() -> budget.extend(0, Integer.MAX_VALUE, Integer.MAX_VALUE))
                        .isInstanceOf(ClientError.class);

                assertThatThrownBy(() -> Transactions.run(SingleConnection.of(connection), borrowed -> {
                            execute(borrowed, "BEGIN");
                            execute(borrowed, "SELECT 1 / 0");
                            return true;
                        }))
                        .isInstanceOf(SQLException.class);
            } finally {
                AnswerBudget.leave();
            }

            assertThatCode(() -> Transactions.requireNone(connection)).doesNotThrowAnyException();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
