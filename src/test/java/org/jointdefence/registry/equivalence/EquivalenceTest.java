package org.jointdefence.registry.equivalence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.jointdefence.registry.equivalence.data.RandomRegistry;
import org.jointdefence.registry.equivalence.document.Coverage;
import org.jointdefence.registry.equivalence.reference.ReferenceData;
import org.jointdefence.registry.equivalence.reference.ReferenceRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine answers as graphql-java does when it asks for one field after the other, and writes the same bytes whether
 * graphql-java executes an operation or the engine does so directly.
 *
 * <p>{@code -Dequivalence.documents} says on how many documents, {@code -Dequivalence.seed} on which. Two runners ask half of
 * them each, at the same time and each with a sequence of its own, so that which documents there are is no question of time.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class EquivalenceTest {
    private static final long SEED = Long.getLong("equivalence.seed", 20250224);
    private static final int DOCUMENTS = Integer.getInteger("equivalence.documents", 6000);
    private static final int ROUNDS = 60;
    private static final int RUNNERS = 2;

    @Inject
    Engines engines;

    @Inject
    Flyway flyway;

    @Test
    void engine_and_reference_agree_on_random_documents()
            throws ExecutionException, InterruptedException, SQLException {
        RandomRegistry registry = RandomRegistry.of(SEED, flyway);
        try (AgroalDataSource one = registry.connect(Map.of());
                AgroalDataSource other = registry.connect(Map.of());
                ExecutorService threads = Executors.newFixedThreadPool(RUNNERS)) {
            List<EquivalenceRunner> runners = List.of(runner(one, SEED), runner(other, SEED + 1));
            assertThat(differences(threads, runners, runner -> runner.run(DOCUMENTS / RUNNERS)))
                    .as("first differences with -Dequivalence.seed=" + SEED)
                    .isEmpty();
            Coverage.exchange(runners.getFirst().coverage(), runners.getLast().coverage());
            assertThat(differences(threads, runners, runner -> runner.pursue(ROUNDS / RUNNERS)))
                    .as("first differences straight")
                    .isEmpty();
            Coverage.exchange(runners.getFirst().coverage(), runners.getLast().coverage());
            assertThat(runners.stream()
                            .mapToInt(runner -> runner.direct().written())
                            .sum())
                    .as("written without graphql-java")
                    .isGreaterThan(DOCUMENTS / 4);
            assertThat(runners.stream()
                            .mapToInt(runner -> runner.direct().refused())
                            .sum())
                    .as("tried without graphql-java, and refused")
                    .isGreaterThan(DOCUMENTS / 100);
            assertThat(runners.stream().mapToInt(EquivalenceRunner::late).sum())
                    .as("not compared, because they took too long")
                    .isLessThan(DOCUMENTS / 100);
            Coverage coverage = runners.getFirst().coverage();
            assertThat(coverage.missing()).as("never in a document").isEmpty();
            assertThat(coverage.unwitnessed()).as("never met in data").isEmpty();
        }
    }

    private EquivalenceRunner runner(AgroalDataSource database, long seed) {
        return new EquivalenceRunner(
                engines, database, new ReferenceData(database), new ReferenceRules(), UnaryOperator.identity(), seed);
    }

    private interface Run {
        Optional<String> by(EquivalenceRunner runner) throws SQLException;
    }

    /** What they find, each in a thread of its own. */
    private static List<String> differences(ExecutorService threads, List<EquivalenceRunner> runners, Run run)
            throws ExecutionException, InterruptedException {
        List<Callable<Optional<String>>> runs = runners.stream()
                .<Callable<Optional<String>>>map(runner -> () -> run.by(runner))
                .toList();
        List<String> differences = new ArrayList<>();
        for (Future<Optional<String>> difference : threads.invokeAll(runs)) {
            difference.get().ifPresent(differences::add);
        }
        return differences;
    }
}
