package org.jointdefence.registry.write;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointdefence.registry.ScratchDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Non-interference of writes: what an originator writes that a registrar cannot see changes neither the outcome of any write of
 * the registrar's nor anything that the registrar or the public sees afterwards.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HiddenWritesTest {

    private static final int STEPS = Integer.getInteger("hidden-writes.steps", 400);
    private static final int LOOK_EVERY = 40;
    private static final String REGISTRAR = "1, '{registrar}'";
    private static final String ORIGINATOR = "3, '{originator}'";

    /** What there is in both databases: visible and hidden records to write to and to link to. Label 2 is secret. */
    private static final String CONTENT = """
            INSERT INTO vault.confidentiality_label (id, policy, classification, releasable_to, originator_nation) VALUES
                (1, 'LT', 'LT_RIBOTO_NAUDOJIMO', '{LT,UA}', 'LT'), (2, 'LT', 'LT_SLAPTAI', '{LT,UA}', 'LT');
            INSERT INTO vault.partner_firm (id, label, legal_name, jurisdiction, facility_security_clearance_label,
                    foreign_ownership_assessment_label, vetting_notes, vetting_notes_label)
                SELECT md5('firm' || n)::uuid, CASE WHEN n % 3 = 0 THEN 2 ELSE 0 END, 'EXERCISE ' || n, 'LT', 1, 2, 'note', 2
                FROM generate_series(1, 9) AS n;
            INSERT INTO vault.weapon_system (id, label, code_name, capability_category, status, designation_label,
                    description_label, military_list_category_label, maximum_range_km_label, unit_cost_label,
                    annual_output_label)
                SELECT md5('system' || n)::uuid, CASE WHEN n % 3 = 0 THEN 2 ELSE 0 END, 'EXERCISE ' || n, 'UAS', 'PROPOSED',
                    2, 1, 1, 1, 1, 1
                FROM generate_series(1, 9) AS n""";

    private final ScratchDatabase original = new ScratchDatabase();

    @BeforeAll
    void migrate() throws IOException, SQLException {
        original.prepare();
        original.migrate();
        try (Connection connection = original.administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(CONTENT);
        }
    }

    @AfterAll
    void drop() {
        original.close();
    }

    /** A statement of one of the writers, the same text for both databases. */
    private record Step(String writer, String sql) {}

    @Test
    void what_is_hidden_changes_no_outcome_and_nothing_that_is_seen() throws SQLException {
        long seed = Long.getLong("hidden-writes.seed", System.nanoTime());
        Outcome outcome = compare(seed, "SELECT 1");
        assertThat(outcome.difference()).as("hidden-writes.seed=%d", seed).isNull();
        // The registrar had steps accepted and refused, and the originator had some accepted; otherwise nothing is
        // shown.
        assertThat(outcome.accepted()).as("hidden-writes.seed=%d", seed).isGreaterThan(STEPS / 8);
        assertThat(outcome.refused()).as("hidden-writes.seed=%d", seed).isGreaterThan(STEPS / 8);
        assertThat(outcome.hidden()).as("hidden-writes.seed=%d", seed).isGreaterThan(STEPS / 20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a name unique across labels       | ALTER TABLE vault.weapon_system ADD UNIQUE (code_name)
            ends looked up past the views     | {guard_weapon_system_developer: registry.partner_firm -> vault.partner_firm}
            a comparison with hidden values   | {guard_weapon_system: AND CASE WHEN vault.holds(readable, record.designation_label) THEN record.designation END IS NOT DISTINCT FROM OLD.designation -> AND record.designation IS NULL}
            a clash with any label            | {guard_firm_identifier: WHERE other.label = NEW.label AND -> WHERE }
            labels that are checked last      | {guard_firm_identifier: IF NOT vault.holds(writable, NEW.label) THEN -> IF false THEN}
            """)
    void a_planted_leak_is_found(String what, String planted) throws SQLException {
        long seed = 1;
        while (compare(seed, planted).difference() == null) {
            seed++;
            assertThat(seed).as("%s is not found", what).isLessThan(4);
        }
    }

    /** @param difference the first, null if there is none */
    private record Outcome(@Nullable String difference, int accepted, int refused, int hidden) {}

    private Outcome compare(long seed, String planted) throws SQLException {
        try (ScratchDatabase one = new ScratchDatabase("TEMPLATE " + original.name());
                ScratchDatabase other = new ScratchDatabase("TEMPLATE " + original.name())) {
            for (ScratchDatabase database : List.of(one, other)) {
                try (Connection connection = database.administrator();
                        Statement statement = connection.createStatement()) {
                    statement.execute(plant(statement, planted));
                }
            }
            try (Connection here = one.service();
                    Connection there = other.service()) {
                Outcome outcome = compare(new Random(seed), here, there);
                assertThat(differences(there)).as("hidden-writes.seed=%d", seed).isEmpty();
                return outcome;
            }
        }
    }

    /** The statement to plant; for {@code {function: text -> other}}, the function with the other text. */
    private static String plant(Statement statement, String planted) throws SQLException {
        Matcher change = Pattern.compile("\\{(\\w+): (.*) -> (.*)}").matcher(planted);
        if (!change.matches()) {
            return planted;
        }
        try (ResultSet function =
                statement.executeQuery("SELECT pg_get_functiondef('vault." + change.group(1) + "()'::regprocedure)")) {
            function.next();
            String text = function.getString(1);
            assertThat(text).contains(change.group(2));
            return text.replace(change.group(2), change.group(3));
        }
    }

    private static Outcome compare(Random random, Connection here, Connection there) throws SQLException {
        Steps steps = new Steps(random);
        int accepted = 0;
        int refused = 0;
        int hidden = 0;
        for (int i = 1; i <= STEPS; i++) {
            if (random.nextInt(3) == 0 && run(there, steps.hidden()).startsWith("1")) {
                hidden++;
            }
            Step step = steps.visible();
            String mine = run(here, step);
            String theirs = run(there, step);
            if (!mine.equals(theirs)) {
                return new Outcome(step + ": " + mine + ", with what is hidden " + theirs, accepted, refused, hidden);
            }
            if (mine.startsWith("1")) {
                accepted++;
            } else {
                refused++;
            }
            if (i % LOOK_EVERY == 0) {
                for (String level : List.of("NULL", "1")) {
                    if (!seen(here, level).equals(seen(there, level))) {
                        return new Outcome("what level " + level + " sees after " + step, accepted, refused, hidden);
                    }
                }
            }
        }
        return new Outcome(null, accepted, refused, hidden);
    }

    /** Tables that are not as the record of changes has it. */
    private static List<String> differences(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN READ ONLY");
            statement.execute("SELECT registry.set_caller(NULL, NULL, NULL, NULL, '{}', '{LT}')");
            List<String> differences = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    SELECT name, fault FROM registry.recorded_tables() AS name, registry.verify_state(name)
                    WHERE faults > 0
                    UNION ALL SELECT 'all', fault FROM registry.verify_state(NULL) WHERE faults > 0""")) {
                while (rows.next()) {
                    differences.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
            statement.execute("COMMIT");
            return differences;
        }
    }

    /** The outcome of a step: the number of rows, or the error with all that a client could be told of it. */
    private static String run(Connection connection, Step step) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL READ COMMITTED");
            String[] writer = step.writer().split(", ", 2);
            statement.execute("SELECT registry.set_caller('i', 's', %s, 'LT', '{}')".formatted(writer[0]));
            statement.execute("SELECT registry.set_writer('i', 's', %s, 'LT', '{}', %s, NULL, NULL, 'r')"
                    .formatted(writer[0], writer[1]));
            int rows = statement.executeUpdate(step.sql());
            statement.execute("COMMIT");
            return rows + " rows";
        } catch (PSQLException refused) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            }
            ServerErrorMessage message = Objects.requireNonNull(refused.getServerErrorMessage());
            // Other details, such as a whole row, are never told.
            String detail = refused.getSQLState().equals("RG411") ? " " + message.getDetail() : "";
            return refused.getSQLState() + " " + message.getColumn() + " " + message.getConstraint() + detail;
        }
    }

    private static List<String> seen(Connection connection, String level) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN READ ONLY");
            statement.execute("SELECT registry.set_caller('i', 's', %s, 'LT', '{}')".formatted(level));
            List<String> seen = new ArrayList<>();
            for (String view : List.of(
                    "partner_firm",
                    "firm_identifier",
                    "firm_identifier_conflict",
                    "weapon_system",
                    "weapon_system_developer",
                    "weapon_system_portion")) {
                try (ResultSet rows =
                        statement.executeQuery("SELECT t::text FROM registry." + view + " t ORDER BY 1")) {
                    while (rows.next()) {
                        seen.add(view + rows.getString(1));
                    }
                }
            }
            statement.execute("COMMIT");
            return seen;
        }
    }

    /** Random steps over records that are visible, hidden or absent, with names and identifiers that clash. */
    private static final class Steps {
        private final Random random;
        private final List<String> firms = new ArrayList<>();
        private final List<String> systems = new ArrayList<>();

        Steps(Random random) {
            this.random = random;
            for (int i = 1; i <= 12; i++) {
                firms.add("md5('firm%d')::uuid".formatted(i));
                systems.add("md5('system%d')::uuid".formatted(i));
            }
        }

        Step visible() {
            return new Step(REGISTRAR, sql(random.nextInt(20) == 0 ? 2 : 0));
        }

        Step hidden() {
            return new Step(ORIGINATOR, sql(2));
        }

        /** A record that is there from the beginning, whose classified fields have a label that the registrar cannot read. */
        private String first(List<String> known) {
            return known.get(random.nextInt(9));
        }

        private String sql(int label) {
            return switch (random.nextInt(16)) {
                case 0 ->
                    "INSERT INTO registry.partner_firm (id, label, legal_name, jurisdiction) VALUES (%s, %d, '%s', 'LT')"
                            .formatted(fresh(firms, label), label, name());
                case 1 ->
                    "INSERT INTO registry.weapon_system (id, label, code_name, capability_category, status)"
                            + " VALUES (%s, %d, '%s', 'UAS', 'PROPOSED')"
                                    .formatted(fresh(systems, label), label, name());
                case 2, 12, 13 ->
                    "INSERT INTO registry.firm_identifier (id, label, partner_firm, scheme, value)"
                            + " VALUES ('%s', %d, %s, 'NCAGE', '%05d')"
                                    .formatted(uuid(), label, any(firms), random.nextInt(30));
                case 3 ->
                    "INSERT INTO registry.weapon_system_developer (id, label, weapon_system, partner_firm)"
                            + " VALUES ('%s', %d, %s, %s)".formatted(uuid(), label, any(systems), any(firms));
                case 4 ->
                    "UPDATE registry.partner_firm SET legal_name = '%s' WHERE id = %s".formatted(name(), any(firms));
                case 5 ->
                    "UPDATE registry.weapon_system SET designation = '%s' WHERE id = %s"
                            .formatted(name(), label == 2 ? first(systems) : any(systems));
                case 6 ->
                    "UPDATE registry.firm_identifier SET value = '%05d' WHERE label = %d AND value = '%05d'"
                            .formatted(random.nextInt(30), label, random.nextInt(30));
                case 7, 8 ->
                    "DELETE FROM registry.firm_identifier WHERE label = %d AND value = '%05d'"
                            .formatted(label, random.nextInt(30));
                case 9 ->
                    "DELETE FROM registry.weapon_system_developer WHERE label = %d AND weapon_system = %s"
                            .formatted(label, any(systems));
                case 14 ->
                    "UPDATE registry.partner_firm SET withdrawn_on = 'today', withdrawal_reason = '%s' WHERE label = %d AND id = %s"
                            .formatted(name(), label, any(firms));
                case 15 ->
                    "UPDATE registry.partner_firm SET withdrawn_on = NULL, withdrawal_reason = NULL WHERE label = %d AND id = %s"
                            .formatted(label, any(firms));
                case 10 ->
                    "UPDATE registry.weapon_system SET status = 'FIELDED', code_name = '%s' WHERE id = %s"
                            .formatted(name(), any(systems));
                default ->
                    "UPDATE registry.partner_firm SET vetting_notes = '%s' WHERE id = %s"
                            .formatted(name(), label == 2 ? first(firms) : any(firms));
            };
        }

        /** A new id, which the other writer may come to as well, whether it can be seen or not. */
        private String fresh(List<String> known, int label) {
            String id = "'" + uuid() + "'::uuid";
            if (label == 0 || random.nextBoolean()) {
                known.add(id);
            }
            return id;
        }

        private String uuid() {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }

        private String any(List<String> known) {
            return known.get(random.nextInt(known.size()));
        }

        private String name() {
            return "EXERCISE " + random.nextInt(40);
        }
    }
}
