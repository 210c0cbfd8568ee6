package org.jointdefence.registry.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.write.Undo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The verification detects changed, removed and moved readings and writes, even if a superuser changed them. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadLogChainTest {

    private static final String SET_AUDITOR = "SELECT registry.set_caller(NULL, NULL, NULL, NULL, '{}', '{LT,UA}')";

    /** Disables the triggers, as a superuser can. */
    private static final String TAMPER = "SET LOCAL session_replication_role = replica";

    private static final String FIRST_THAT_READ_SOMETHING = "(SELECT seal.reading FROM vault.reading_seal AS seal"
            + " JOIN vault.reading AS sealed ON sealed.id = seal.reading"
            + " WHERE seal.nation = 'LT' AND sealed.entries <> '' ORDER BY seal.position LIMIT 1)";

    private static final String LAST_WRITE = "(SELECT max(ordinal) FROM vault.write WHERE nation = 'LT')";

    @Inject
    AgroalDataSource database;

    @SuppressWarnings("NullAway.Init")
    private Undo undo;

    @BeforeEach
    void one_has_written_and_some_have_read_and_all_is_sealed() throws SQLException {
        undo = new Undo();
        new GraphQLDocument("mutation { createPerson(input: { name: \"EXERCISE\" }) { person { id } } }")
                .sentBy(Persona.named("registrar"))
                .data();
        for (String persona : List.of("lt-secret", "ua-secret", "lt-top-secret", "lt-secret", "ua-secret")) {
            read(persona);
        }
        seal();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    @Test
    void the_chains_of_all_nations_are_whole() throws SQLException {
        assertThat(verified()).hasSize(2).allMatch(state -> state.endsWith("null null null"));
        assertThat(Vault.column(
                        "SELECT nation FROM vault.reading_seal GROUP BY nation HAVING count(*) = max(position)"))
                .containsExactlyInAnyOrder("LT", "UA");
    }

    /**
     * {@code tampering.csv}: the statements that a superuser executes, and the verification's result for the chain of
     * LT.
     */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/tampering.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 5000)
    void tampering_is_found_and_the_first_fault_is_named(String what, String tampering, String found)
            throws SQLException {
        String sql = tampering
                .replace("{first that read something}", FIRST_THAT_READ_SOMETHING)
                .replace("{last write}", LAST_WRITE);
        assertThat(verified(TAMPER, sql)).as(what).anyMatch(state -> state.matches("LT " + found));
        assertThat(verified()).as("nothing stays").allMatch(state -> state.endsWith("null null null"));
    }

    @Test
    void a_chain_that_was_cut_off_is_found_by_a_head_that_was_kept_elsewhere() throws SQLException {
        String head = Vault.column("SELECT position || ', ''' || encode(hash, 'hex') || '''' FROM vault.reading_seal"
                        + " WHERE nation = 'LT' ORDER BY position DESC LIMIT 1")
                .getFirst();
        String contains = "SELECT registry.contains_head('LT', " + head + ")";
        String[] cut = {
            TAMPER,
            "DELETE FROM vault.reading WHERE id = (SELECT reading FROM vault.reading_seal WHERE nation = 'LT'"
                    + " ORDER BY position DESC LIMIT 1)",
            "DELETE FROM vault.reading_seal WHERE nation = 'LT' AND position = (SELECT max(position)"
                    + " FROM vault.reading_seal WHERE nation = 'LT')"
        };
        assertThat(verified(cut)).as("the chain alone").allMatch(state -> state.endsWith("null null null"));
        assertThat(answer(contains, cut)).containsExactly("f");
        assertThat(answer(contains)).containsExactly("t");
        read("lt-secret");
        seal();
        assertThat(answer(contains)).as("later").containsExactly("t");
    }

    @Test
    void readers_do_not_wait_while_the_log_is_sealed() throws SQLException {
        try (Connection sealing = Vault.connect()) {
            sealing.setAutoCommit(false);
            beginSealing(sealing);
            new GraphQLDocument("query while_sealing { weaponSystems { nodes { designation } } }")
                    .sentBy(Persona.named("lt-secret"))
                    .data();
            assertThat(Log.readings("while_sealing")).hasSize(1);
            assertThat(ChainAppender.seal(database))
                    .as("a second process seals nothing")
                    .isZero();
            sealing.rollback();
        }
        seal();
        assertThat(verified()).allMatch(state -> state.endsWith("null null null"));
    }

    /** Seals in a transaction that stays open; again if the service was about to seal the same. */
    private static void beginSealing(Connection connection) throws SQLException {
        int sealed = 0;
        while (sealed == 0) {
            connection.rollback();
            read("lt-secret");
            try (ResultSet row = connection.createStatement().executeQuery("SELECT registry.seal_readings(1000)")) {
                row.next();
                sealed = row.getInt(1);
            }
        }
    }

    @Test
    void only_the_audited_nations_are_shown() throws SQLException {
        assertThat(answer("SELECT nation FROM registry.verify_readings(NULL)", "SET LOCAL registry.audited = '{UA}'"))
                .containsExactly("UA");
        assertThat(answer("SELECT nation FROM registry.verify_readings(NULL)", "SET LOCAL registry.audited = ''"))
                .isEmpty();
        assertThat(answer(
                        "SELECT coalesce(registry.contains_head('LT', 1, '00')::text, 'untold')",
                        "SET LOCAL registry.audited = '{UA}'"))
                .containsExactly("untold");
    }

    private static void read(String persona) {
        new GraphQLDocument("{ weaponSystems { nodes { designation } } }")
                .sentBy(Persona.named(persona))
                .data();
    }

    /** Seals until no reading is left; the service may seal some of them at the same time. */
    private void seal() throws SQLException {
        while (!Vault.column("SELECT reading FROM vault.unsealed_reading").isEmpty()) {
            ChainAppender.seal(database);
        }
    }

    /** The state of each chain after these statements, which are rolled back. */
    private static List<String> verified(String... before) throws SQLException {
        String[] statements = java.util.Arrays.copyOf(before, before.length + 1);
        statements[before.length] = SET_AUDITOR;
        return answer(
                "SELECT concat_ws(' ', nation, coalesce(fault_position::text, 'null'), coalesce(fault_reading::text,"
                        + " 'null'), coalesce(fault, 'null')) FROM registry.verify_readings(NULL)",
                statements);
    }

    private static List<String> answer(String question, String... before) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : before) {
                statement.execute(each);
            }
            if (before.length == 0) {
                statement.execute(SET_AUDITOR);
            } else if (!String.join(";", before).contains("audited")
                    && !List.of(before).contains(SET_AUDITOR)) {
                statement.execute(SET_AUDITOR);
            }
            try (ResultSet result = statement.executeQuery(question)) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            connection.rollback();
        }
        return rows;
    }
}
