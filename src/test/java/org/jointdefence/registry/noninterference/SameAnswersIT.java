package org.jointdefence.registry.noninterference;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jointdefence.registry.PackagedRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The executable that {@code -Dregistry.executable} names answers as the package on a JVM does, byte for byte: what is asked
 * at random, and values that no type takes. Without that setting two processes of the package are compared.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SameAnswersIT {

    private static final Logger LOG = Logger.getLogger(SameAnswersIT.class);
    private static final long SEED = 20260317;
    private static final int DOCUMENTS = 150;

    private static TwoRegistries registries;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, SQLException, InterruptedException {
        String jar = System.getProperty("package.jar");
        String executable = PackagedRegistry.executable();
        LOG.warnf(
                executable.equals(jar)
                        ? "No -Dregistry.executable: two processes of %s are compared, and no native executable%s"
                        : "Answers of %s are compared with those of %s",
                jar,
                executable.equals(jar) ? "" : executable);
        registries = new TwoRegistries(directory, SEED, jar);
    }

    @AfterAll
    static void stop() throws IOException {
        registries.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lt-top-secret", "ua-secret", "anonymous"})
    void what_is_asked_at_random_is_answered_alike(String name) throws IOException, SQLException {
        Reader reader = Reader.named(name);

        assertThat(registries.interrogation().run(reader, registries.authorization(reader), DOCUMENTS))
                .isEmpty();
    }

    @Test
    void values_that_a_type_may_not_take_are_answered_alike() throws IOException {
        int[] ports = registries.ports();
        List<Request> requests = HostileValues.requests(Path.of("schema.graphql"));

        assertThat(requests).hasSizeGreaterThan(200);
        for (Request request : requests) {
            Answer one = DifferentialRunner.Registry.at(ports[0]).answer(request.bytes());
            Answer other = DifferentialRunner.Registry.at(ports[1]).answer(request.bytes());
            assertThat(one.difference(other)).as(request.body()).isEmpty();
        }
    }
}
