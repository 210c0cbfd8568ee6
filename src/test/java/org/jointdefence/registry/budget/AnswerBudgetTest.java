package org.jointdefence.registry.budget;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.error.ClientError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The maximum length of one answer, and its use of the shared memory, on connections of the service's pool. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerBudgetTest {

    private static final int LONGEST = 10_000;
    private static final Party PARTY = Party.address("192.0.2.1");

    private final SharedBudget memory = new SharedBudget("memory", 1_000_000, 1_000_000, 200_000);

    @Inject
    DataSource database;

    @AfterEach
    void nothing_is_charged_to_it_any_more() throws InterruptedException {
        AnswerBudget.leave();
        waitUntilPoolTries();
    }

    /** Unlike the production pool, the test pool notices a closed connection only when it validates an idle one. */
    private static void waitUntilPoolTries() throws InterruptedException {
        Thread.sleep(200);
    }

    @Test
    void rows_that_no_answer_can_hold_are_not_read_to_their_end() throws Exception {
        try (Connection other = database.getConnection()) {
            enter(LONGEST);
            assertThatThrownBy(() -> read(1_000_000)).isInstanceOf(SQLException.class);
            assertThatThrownBy(AnswerBudget::check)
                    .isInstanceOf(ClientError.class)
                    .hasMessage("The response is longer than 10000 bytes; request smaller pages or fewer fields.");
            AnswerBudget.leave();

            assertThat(other.isValid(5)).isTrue();
            waitUntilPoolTries();
            enter(LONGEST);
            assertThat(read(10)).isEqualTo(10);
        }
    }

    @Test
    void rows_take_memory_while_their_answer_is_made() throws SQLException {
        AnswerBudget budget = enter(LONGEST);
        assertThat(read(10)).isEqualTo(10);
        assertThat(memory.taken()).isBetween(6_000L, 12_000L);
        budget.keep(100);
        assertThat(memory.taken()).isEqualTo(100);
        budget.close();
        assertThat(memory.taken()).isZero();
    }

    @Test
    void rows_for_which_there_is_no_memory_are_nobodys_fault() {
        enter(1_000_000);
        assertThatThrownBy(() -> read(1_000)).isInstanceOf(SQLException.class);
        assertThatThrownBy(AnswerBudget::check).isInstanceOf(Overload.class).hasMessage("memory");
    }

    @Test
    void a_buffer_grows_as_far_as_the_answer_may_and_no_further() {
        AnswerBudget budget = enter(LONGEST);
        assertThat(budget.extend(0, 10, 1_024)).isEqualTo(1_024);
        assertThat(budget.extend(8_192, 8_193, 16_384)).isEqualTo(LONGEST);
        assertThat(memory.taken()).isEqualTo(1_024 + LONGEST - 8_192);
        assertThatThrownBy(() -> budget.extend(LONGEST, LONGEST + 1, 2 * LONGEST))
                .isInstanceOf(ClientError.class);
    }

    @Test
    void without_a_budget_nothing_is_charged() {
        assertThatCode(() -> read(1_000)).doesNotThrowAnyException();
        assertThatCode(AnswerBudget::check).doesNotThrowAnyException();
    }

    private AnswerBudget enter(long longest) {
        AnswerBudget budget = new AnswerBudget(longest, memory.reservation(PARTY));
        budget.enter();
        return budget;
    }

    /** Reads this number of rows of a hundred bytes each. */
    private int read(int rows) throws SQLException {
        return Transactions.run(database, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet found =
                            statement.executeQuery("SELECT repeat('x', 100) FROM generate_series(1, " + rows + ")")) {
                int count = 0;
                while (found.next()) {
                    count++;
                }
                return count;
            }
        });
    }
}
