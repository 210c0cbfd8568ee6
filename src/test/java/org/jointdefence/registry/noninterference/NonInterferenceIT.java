package org.jointdefence.registry.noninterference;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two registries whose databases differ in nothing but what a caller may not read answer that caller with the same
 * bytes, whatever they ask. There are no writes yet, so none is tried.
 *
 * <p>{@code -Dinterference.documents} says on how many documents of each caller, {@code -Dinterference.seed} on which.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class NonInterferenceIT {
    private static final Logger LOG = Logger.getLogger(NonInterferenceIT.class);
    private static final long SEED = Long.getLong("interference.seed", 20250224);
    private static final int DOCUMENTS = Integer.getInteger("interference.documents", 300);
    private static final int REMAINDER = 2000;

    private static TwoRegistries registries;
    private static DifferentialRunner interrogation;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, SQLException, InterruptedException {
        registries = new TwoRegistries(directory, SEED);
        interrogation = registries.interrogation();
    }

    @AfterAll
    static void stop() throws IOException {
        registries.close();
    }

    static List<Reader> readers() throws IOException {
        return Reader.all();
    }

    @ParameterizedTest
    @MethodSource("readers")
    @Order(1)
    void what_a_reader_may_not_read_changes_no_byte_of_any_answer(Reader reader) throws SQLException {
        Map<HiddenDataMutator.Change, Integer> changes = registries.part(reader);
        assertThat(HiddenDataMutator.missing(changes))
                .as("kinds of differences that the databases lack: %s", changes)
                .isEmpty();
        assertThat(interrogation.run(reader, registries.authorization(reader), DOCUMENTS))
                .as("first difference with -Dinterference.seed=%d -Dinterference.documents=%d", SEED, DOCUMENTS)
                .isEmpty();
        LOG.infof("%s: %s; answers to all so far: %s", reader, changes, interrogation.outcomes());
    }

    /** What nobody has come to so far, the one who sees most is asked about. */
    @Test
    @Order(2)
    void the_documents_have_every_type_field_and_argument_of_the_schema() throws IOException, SQLException {
        Reader reader = readers().getFirst();
        registries.part(reader);
        assertThat(interrogation.complete(reader, registries.authorization(reader), REMAINDER))
                .as("first difference with -Dinterference.seed=%d -Dinterference.documents=%d", SEED, DOCUMENTS)
                .isEmpty();
        assertThat(interrogation.coverage().missing())
                .as("never in a document that was answered")
                .isEmpty();
    }
}
