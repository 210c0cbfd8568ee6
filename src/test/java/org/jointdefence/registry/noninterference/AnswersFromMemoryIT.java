package org.jointdefence.registry.noninterference;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is hidden from the public changes neither what is answered from memory, nor whether it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class AnswersFromMemoryIT {

    private static final long SEED = Long.getLong("interference.seed", 20250224);

    private static TwoRegistries registries;
    private static Reader reader;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, SQLException, InterruptedException {
        registries = new TwoRegistries(directory, SEED);
        reader = Reader.named("anonymous");
        registries.part(reader);
    }

    @AfterAll
    static void stop() throws IOException {
        registries.close();
    }

    @Test
    @Order(1)
    void hidden_writes_change_neither_answers_nor_hits_nor_misses() throws Exception {
        ask();
        ask();
        List<String> counts = registries.publicAnswers();
        assertThat(counts.getFirst())
                .as("hits and misses")
                .matches("(?s).*hit.* [1-9][0-9]*\\.0.*miss.* [1-9][0-9]*\\.0.*");
        assertThat(counts.getLast()).isEqualTo(counts.getFirst());
        for (int i = 0; i < 3; i++) {
            registries.alter(reader, i);
            ask();
            assertThat(registries.publicAnswers())
                    .allMatch(registries.publicAnswers().getFirst()::equals);
        }
    }

    @Test
    @Order(2)
    void an_epoch_that_hidden_changes_move_is_found() throws Exception {
        registries.execute("""
                DO 'BEGIN EXECUTE replace(pg_get_functiondef(''vault.move_public_epoch''::regproc),
                    ''current_setting(''''registry.public_change'''', true) = pg_current_xact_id()::text'', ''true''); END'""");
        ask();
        registries.alter(reader, 9);
        ask();
        List<String> counts = registries.publicAnswers();
        assertThat(counts.getLast()).isNotEqualTo(counts.getFirst());
    }

    private static void ask() throws SQLException {
        assertThat(registries.interrogation().askTrusted(reader)).isEmpty();
    }
}
