package org.jointdefence.registry.write;

import java.sql.SQLException;
import org.jointdefence.registry.error.Unavailable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a failure that is not the database's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WriteFailureTest {

    @Test
    void a_failure_of_the_pool_has_no_state_and_means_unavailable() {
        SQLException failure = new SQLException("Sorry, acquisition timeout!");
        assertThat(WriteFailure.isTransient(failure)).isFalse();
        assertThat(WriteFailure.of(failure)).isInstanceOf(Unavailable.class);
    }
}
