package org.jointdefence.registry.selection.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.Engines;
import org.jointdefence.registry.equivalence.Response;
import org.jointdefence.registry.selection.statement.PagingConfig;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A read takes so long as a whole, and no longer. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExecutionTimeTest {
    private static final String TWO_LEVELS =
            "{ partnerFirms { nodes { weaponSystems { totalCount nodes { codeName } } } } }";

    /** What a statement alone may take is {@code registry.limits.statement-time}, 5 seconds. */
    private static final Duration LESS_THAN_A_STATEMENT = Duration.ofMillis(4_500);

    @Inject
    Engines engines;

    @Inject
    DataSource database;

    record Limited(Duration executionTime) implements PagingConfig {
        @Override
        public int defaultPageSize() {
            return 20;
        }

        @Override
        public int maximumPageSize() {
            return 100;
        }

        @Override
        public MemorySize preparedSize() {
            return new MemorySize(BigInteger.valueOf(48 << 20));
        }
    }

    private Response answer(Duration longest) {
        return engines.over(database, new Limited(longest)).answer(TWO_LEVELS, Map.of(), Caller.ANONYMOUS);
    }

    @Test
    void a_level_that_takes_longer_is_cancelled() throws SQLException {
        assertThat(answer(Duration.ofSeconds(1)).errors()).isEmpty();
        try (Connection administrator = Vault.connect()) {
            administrator.setAutoCommit(false);
            administrator.createStatement().execute("LOCK TABLE vault.weapon_system IN ACCESS EXCLUSIVE MODE");
            Instant start = Instant.now();
            assertThat(answer(Duration.ofSeconds(1)).errors())
                    .singleElement()
                    .asString()
                    .contains("LIMIT_EXCEEDED");
            assertThat(Duration.between(start, Instant.now())).isLessThan(LESS_THAN_A_STATEMENT);
            administrator.rollback();
        }
        assertThat(answer(Duration.ofSeconds(10)).errors()).isEmpty();
    }

    /** Relay's rule for the boundaries of errors: the page shows what could be read. */
    @Test
    void a_root_field_that_takes_too_long_does_not_empty_the_others() throws SQLException {
        String document = "{ fast: partnerFirms(first: 1) { nodes { legalName } }"
                + " slow: weaponSystems(first: 1) { nodes { codeName } } }";
        try (Connection administrator = Vault.connect()) {
            administrator.setAutoCommit(false);
            administrator.createStatement().execute("LOCK TABLE vault.weapon_system IN ACCESS EXCLUSIVE MODE");
            Response response = engines.over(database, new Limited(Duration.ofSeconds(9)))
                    .answer(document, Map.of(), Caller.ANONYMOUS);
            assertThat(response.errors()).singleElement().asString().startsWith("[slow] LIMIT_EXCEEDED");
            assertThat(response.data())
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("slow", null)
                    .extractingByKey("fast")
                    .asString()
                    .contains("legalName");
            administrator.rollback();
        }
    }

    @Test
    void no_level_is_begun_when_the_time_is_over() {
        assertThat(answer(Duration.ofNanos(1)).errors())
                .singleElement()
                .asString()
                .contains("LIMIT_EXCEEDED");
        assertThat(answer(Duration.ofSeconds(10)).errors()).isEmpty();
    }
}
