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
 * bytes, whatever they ask and write, and whatever others write that they may not read.
 *
 * <p>{@code -Dinterference.documents} says on how many documents of each caller, {@code -Dinterference.seed} on which.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class NonInterferenceIT {
    private static final Logger LOG = Logger.getLogger(NonInterferenceIT.class);
    private static final long SEED = Long.getLong("interference.seed", 20250224);
    private static final int DOCUMENTS = Integer.getInteger("interference.documents", 120);
    private static final int REMAINDER = 2000;

    /** Documents from one write to the next, of those who may write, and of others, who are refused. */
    private static final int TO_WRITE = 3;

    private static final int TO_BE_REFUSED = 12;

    private static final int WRITES = 200;
    private static final int SELDOM = 2;
    private static final int CREATIONS = 24;

    private static TwoRegistries registries;
    private static DifferentialRunner interrogation;

    /** For whom the databases differ. */
    private static String parted = "";

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
    void what_a_reader_may_not_read_changes_no_byte_of_any_answer(Reader reader) throws IOException, SQLException {
        part(reader);
        DifferentialWriter writer = registries.writer(reader);
        assertThat(interrogation.run(
                        reader,
                        registries.authorization(reader),
                        DOCUMENTS,
                        writer::write,
                        reader.writes() ? TO_WRITE : TO_BE_REFUSED))
                .as("first difference with -Dinterference.seed=%d -Dinterference.documents=%d", SEED, DOCUMENTS)
                .isEmpty();
        if (reader.writes()) {
            completeWrites(writer);
        }
        registries.requireSame(reader);
        LOG.infof("%s; answers to all so far: %s", reader, interrogation.outcomes());
        if (reader.writes()) {
            parted = "";
            create(reader, writer);
        }
    }

    /** Has the databases differ for this reader, unless they do so for another one who may read the same. */
    private static void part(Reader reader) throws SQLException {
        if (parted.equals(reader.sight())) {
            return;
        }
        Map<HiddenDataMutator.Change, Integer> changes = registries.part(reader);
        assertThat(HiddenDataMutator.missing(changes))
                .as("kinds of differences that the databases lack: %s", changes)
                .isEmpty();
        LOG.infof("%s: %s", reader, changes);
        parted = reader.sight();
    }

    /** Goes on until each mutation has been compared. */
    private static void completeWrites(DifferentialWriter writer) throws IOException, SQLException {
        for (int i = 0; i < WRITES && !writer.missing().isEmpty(); i++) {
            assertThat(writer.write()).isEmpty();
        }
    }

    /** What is created gets other ids in the two databases, so nothing can be compared after it. */
    private static void create(Reader reader, DifferentialWriter writer) throws IOException, SQLException {
        for (int i = 0; i < CREATIONS; i++) {
            assertThat(writer.create()).isEmpty();
        }
        LOG.infof("%s writes: %s; %d hidden writes", reader, writer.outcomes(), writer.hiddenWrites());
        assertThat(writer.missing()).as("mutations that were not compared").isEmpty();
        assertThat(writer.outcomes()).containsKeys("200", "200 NOT_FOUND");
        assertThat(writer.hiddenWrites()).isGreaterThan(CREATIONS / 4);
    }

    /** What nobody has come to so far, the one who sees most is asked about. */
    @Test
    @Order(2)
    void the_documents_have_every_type_field_and_argument_of_the_schema() throws IOException, SQLException {
        Reader reader = readers().getFirst();
        part(reader);
        assertThat(interrogation.complete(reader, registries.authorization(reader), REMAINDER))
                .as("first difference with -Dinterference.seed=%d -Dinterference.documents=%d", SEED, DOCUMENTS)
                .isEmpty();
        assertThat(interrogation.tooSlow())
                .as("requests that took too long to be compared")
                .isLessThan(DOCUMENTS / SELDOM);
        assertThat(interrogation.coverage().missing())
                .as("never in a document that was answered")
                .isEmpty();
    }
}
