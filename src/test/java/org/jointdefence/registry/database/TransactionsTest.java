package org.jointdefence.registry.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TransactionsTest {
    @Inject
    DataSource database;

    @Test
    void nothing_is_done_inside_a_transaction_of_the_containers() {
        AtomicBoolean done = new AtomicBoolean();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .call(() -> Transactions.run(database, connection -> done.getAndSet(true))))
                .hasStackTraceContaining("need autocommit");

        assertThat(done).isFalse();
    }
}
