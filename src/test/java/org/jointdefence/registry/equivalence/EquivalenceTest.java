package org.jointdefence.registry.equivalence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.jointdefence.registry.equivalence.data.RandomRegistry;
import org.jointdefence.registry.equivalence.reference.ReferenceRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine answers as graphql-java does when it asks for one field after the other, and writes the same bytes whether
 * graphql-java executes an operation or the engine does so directly.
 *
 * <p>{@code -Dequivalence.documents} says on how many documents, {@code -Dequivalence.seed} on which.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class EquivalenceTest {
    private static final long SEED = Long.getLong("equivalence.seed", 20250224);
    private static final int DOCUMENTS = Integer.getInteger("equivalence.documents", 6000);
    private static final int ROUNDS = 60;

    @Inject
    Engines engines;

    @Inject
    Flyway flyway;

    @Test
    void engine_and_reference_agree_on_random_documents() throws SQLException {
        try (AgroalDataSource database = RandomRegistry.of(SEED, flyway).connect(Map.of())) {
            EquivalenceRunner contest =
                    new EquivalenceRunner(engines, database, new ReferenceRules(), UnaryOperator.identity(), SEED);
            assertThat(contest.run(DOCUMENTS))
                    .as("first difference with -Dequivalence.seed=" + SEED)
                    .isEmpty();
            assertThat(contest.pursue(ROUNDS)).as("first difference straight").isEmpty();
            assertThat(contest.direct().written())
                    .as("written without graphql-java")
                    .isGreaterThan(DOCUMENTS / 4);
            assertThat(contest.direct().refused())
                    .as("tried without graphql-java, and refused")
                    .isGreaterThan(DOCUMENTS / 100);
            assertThat(contest.coverage().missing()).as("never in a document").isEmpty();
            assertThat(contest.coverage().unwitnessed()).as("never met in data").isEmpty();
        }
    }
}
