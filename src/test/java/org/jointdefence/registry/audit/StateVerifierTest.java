package org.jointdefence.registry.audit;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.ScratchDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The tables are compared with the record of changes, and what a superuser does past the triggers is found. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StateVerifierTest {

    private static final String SYSTEM = "00000000-0000-4000-8000-000000000001";
    private static final String FIRM = "00000000-0000-4000-8000-000000000002";
    private static final String PERSON = "00000000-0000-4000-8000-000000000003";
    private static final String NEW = "00000000-0000-4000-8000-000000000009";

    private static final String FAULTS = """
            SELECT concat_ws(' ', name, fault) FROM registry.recorded_tables() AS name, registry.verify_state(name)
            WHERE faults > 0
            UNION ALL SELECT concat_ws(' ', 'all', fault) FROM registry.verify_state(NULL) WHERE faults > 0""";

    private static final String LOG_FAULTS =
            "SELECT nation || ' ' || fault FROM registry.verify_readings(NULL) WHERE fault IS NOT NULL";

    private static final String TAMPER = "SET LOCAL session_replication_role = replica; ";

    private static final String SEAL = "SET CONSTRAINTS ALL IMMEDIATE; SELECT registry.seal_readings(1000); ";

    /** Created, changed and deleted, by migrations and administrators (without a nation) as by writers. */
    private static final String CONTENT = """
            INSERT INTO vault.confidentiality_label (id, policy, classification, releasable_to, originator_nation) VALUES
                (1, 'LT', 'LT_RIBOTO_NAUDOJIMO', '{LT,UA}', 'LT'), (2, 'LT', 'LT_SLAPTAI', '{LT,UA}', 'LT');
            INSERT INTO vault.person (id, name) VALUES ('%3$s', 'EXERCISE First'), (gen_random_uuid(), 'EXERCISE gone');
            UPDATE vault.person SET name = 'EXERCISE Second' WHERE id = '%3$s';
            DELETE FROM vault.person WHERE name = 'EXERCISE gone';
            INSERT INTO vault.partner_firm (id, legal_name, jurisdiction, facility_security_clearance_label,
                    foreign_ownership_assessment_label, vetting_notes, vetting_notes_label)
                VALUES ('%2$s', 'EXERCISE', 'LT', 1, 2, 'note', 2);
            SELECT set_config('registry.writer', '{"subject": "s", "nation": "LT"}', true);
            SELECT set_config('registry.write', '', true);
            INSERT INTO vault.weapon_system (id, code_name, capability_category, status, designation, designation_label,
                    description_label, military_list_category_label, maximum_range_km_label, unit_cost_amount,
                    unit_cost_currency, unit_cost_label, annual_output_label)
                VALUES ('%1$s', 'EXERCISE', 'UAS', 'PROPOSED', 'EXERCISE 1', 2, 1, 1, 1, 1.50, 'EUR', 1, 1);
            UPDATE vault.weapon_system SET status = 'IN_DEVELOPMENT', unit_cost_amount = 1.75, designation = 'EXERCISE 2';
            INSERT INTO vault.weapon_system_developer (weapon_system, partner_firm) VALUES ('%1$s', '%2$s');
            UPDATE vault.partner_firm SET label = 1 WHERE id = '%2$s';
            UPDATE vault.weapon_system_developer SET removed = true;
            """.formatted(SYSTEM, FIRM, PERSON);

    private final ScratchDatabase database = new ScratchDatabase();

    @BeforeAll
    void migrate_and_write() throws IOException, SQLException {
        database.prepare();
        database.migrate();
        try (Connection connection = database.administrator()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(CONTENT);
            connection.commit();
            connection.createStatement().execute("SELECT registry.seal_readings(1000)");
            connection.commit();
        }
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void tables_that_were_written_with_their_changes_are_as_recorded() throws SQLException {
        assertThat(after("SELECT 1", FAULTS)).isEmpty();
        assertThat(after("SELECT 1", "SELECT compared FROM registry.verify_state('person')"))
                .containsExactly("1");
        assertThat(after("SELECT 1", "SELECT compared FROM registry.verify_state(NULL)"))
                .containsExactly("4");
    }

    /** What {@code CONTRIBUTING.md} tells authors of migrations to do. */
    @Test
    void the_first_labels_of_a_column_that_is_added_are_on_record() throws SQLException {
        String added = """
                ALTER TABLE vault.weapon_system ADD COLUMN crew_size integer,
                    ADD COLUMN crew_size_label integer REFERENCES vault.confidentiality_label;
                CALL vault.create_recorder('vault.weapon_system');
                UPDATE vault.weapon_system SET crew_size_label = annual_output_label;
                ALTER TABLE vault.weapon_system ALTER COLUMN crew_size_label SET NOT NULL;
                UPDATE vault.weapon_system SET crew_size = 3;""";
        assertThat(after(added, FAULTS)).isEmpty();
        assertThat(after(added.replace("CALL", "--"), FAULTS))
                .anyMatch(line -> line.endsWith("crew_size is not the one of its last change"));
    }

    /** {@code state-tampering.csv}: the statements that a superuser executes, and what is found first. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/state-tampering.csv", useHeadersInDisplayName = true)
    void what_was_written_past_the_triggers_is_found(String what, String tampering, String found) throws SQLException {
        String sql = tampering
                .replace("{system}", "'" + SYSTEM + "'")
                .replace("{firm}", "'" + FIRM + "'")
                .replace("{new}", "'" + NEW + "'");
        String fault = found.replace("{system}", SYSTEM).replace("{firm}", FIRM).replace("{new}", NEW);
        assertThat(after(TAMPER + sql, FAULTS)).as(what).anyMatch(line -> line.matches(fault));
    }

    @Test
    void erased_values_are_gone_and_the_log_and_the_tables_stay_intact() throws SQLException {
        String erase = erasing("person", PERSON, "NULL") + erasing("weapon_system", SYSTEM, "'{designation}'");
        assertThat(after(erase, FAULTS)).isEmpty();
        assertThat(after(erase, LOG_FAULTS)).isEmpty();
        assertThat(after(erase, "SELECT nation || ' ' || changes FROM registry.erased_changes()"))
                .containsExactly("LT 6");
        assertThat(after(erase, """
                        SELECT concat_ws(' ', person.name, system.designation, system.designation_label, system.status)
                        FROM vault.person, vault.weapon_system AS system""")).containsExactly("[erased] 2 IN_DEVELOPMENT");
        assertThat(after(erase, "SELECT t::text FROM vault.change AS t WHERE t::text ~ 'First|Second|EXERCISE [12]'"))
                .isEmpty();
        assertThat(after(erase, """
                        SELECT concat_ws(' ', subject, reason, operation_name) FROM vault.write
                        WHERE ordinal IN (SELECT write FROM vault.erasure)""")).containsExactly("operator court order erase", "operator court order erase");
    }

    @Test
    void what_an_erasure_left_can_change_and_be_erased_again() throws SQLException {
        String erase = erasing("person", PERSON, "NULL");
        String again = erase + "UPDATE vault.person SET name = 'EXERCISE Third';" + erase;
        assertThat(after(again, FAULTS)).isEmpty();
        assertThat(after(again, LOG_FAULTS)).isEmpty();
        assertThat(after(again, "SELECT t::text FROM vault.change AS t WHERE t::text ~ 'First|Second|Third'"))
                .isEmpty();
        assertThat(after(erase + erase, "SELECT changes FROM registry.erased_changes()"))
                .as("what is erased already")
                .containsExactly("3");
    }

    /** Otherwise its author could give the field another label, as if it had never had a value. */
    @Test
    void a_field_whose_values_were_erased_has_had_a_value() throws SQLException {
        assertThat(after(
                        erasing("weapon_system", SYSTEM, "'{designation}'"),
                        "SELECT vault.had_value('" + SYSTEM + "', 'designation')"))
                .containsExactly("t");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the log of an erased write     | UPDATE vault.change SET after = '{"name": "X"}' WHERE concept = 'person' AND field IS NULL | person .* record has changes.*
            a digest that was kept         | UPDATE vault.change SET digest = sha256('x') WHERE concept = 'weapon_system' AND digest IS NOT NULL | LT the write was changed
            values that an erasure left    | UPDATE vault.change SET after = '{"designation": "X"}' WHERE field = 'designation' AND digest IS NOT NULL | LT a change was blanked without an erasure
            an erasure that is gone        | DELETE FROM vault.erasure | LT a change was blanked without an erasure
            an erasure of other columns    | UPDATE vault.erasure SET names = '{status}' | LT the write was changed
            an erasure by nobody's chain   | UPDATE vault.write SET nation = NULL WHERE operation_name = 'erase' | LT a change was blanked without an erasure
            """)
    void tampering_with_an_erasure_is_found(String what, String tampering, String found) throws SQLException {
        String erase = erasing("person", PERSON, "NULL") + erasing("weapon_system", SYSTEM, "'{designation}'");
        assertThat(after(erase + SEAL + TAMPER + tampering, FAULTS + " UNION ALL " + LOG_FAULTS))
                .as(what)
                .anyMatch(line -> line.matches(found));
    }

    /** The trigger lets nothing pass but the blanking of values by an erasure of the same transaction. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE vault.change SET after = '{}'
            UPDATE vault.change SET at = now()
            UPDATE vault.change SET salt = gen_random_uuid(), digest = vault.values_digest(salt, before, after)
            UPDATE vault.change SET salt = gen_random_uuid() WHERE digest IS NOT NULL
            UPDATE vault.change SET digest = NULL WHERE digest IS NOT NULL
            UPDATE vault.change SET after = '{"name": "X"}', salt = gen_random_uuid() WHERE digest IS NOT NULL
            DELETE FROM vault.change
            DELETE FROM vault.erasure
            UPDATE vault.erasure SET names = '{}'
            """)
    void a_change_never_changes_otherwise(String sql) {
        assertThatThrownBy(() -> after(erasing("person", PERSON, "NULL") + sql, FAULTS))
                .hasMessageMatching("(?s).*rows of (change|erasure) never change.*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'person', '{person}', '{born}', 'r', 'o', 'LT'       | no such field
            'nothing', '{person}', NULL, 'r', 'o', 'LT'          | no table
            'reading', '{person}', NULL, 'r', 'o', 'LT'          | no table
            'person', '{new}', NULL, 'r', 'o', 'LT'              | no such record
            'person', '{person}', NULL, ' ', 'o', 'LT'           | needs a reason
            'person', '{person}', NULL, 'r', NULL, 'LT'          | needs a reason
            'person', '{person}', NULL, 'r', 'o', 'Lithuania'    | needs a reason
            """)
    void what_cannot_be_erased_is_refused(String arguments, String message) {
        String given = arguments.replace("{person}'", PERSON + "'").replace("{new}", NEW);
        assertThatThrownBy(() -> after("SELECT vault.erase(" + given + ")", FAULTS))
                .hasMessageContaining(message);
    }

    @Test
    void only_members_of_the_owner_erase_and_only_auditors_compare() throws SQLException {
        try (Connection service = database.service();
                Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute(erasing("person", PERSON, "NULL")))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("SELECT registry.verify_state('person')"))
                    .hasMessageContaining("audits no nation");
        }
        try (Connection migrator = database.migrator();
                Statement statement = migrator.createStatement()) {
            migrator.setAutoCommit(false);
            statement.execute(erasing("person", PERSON, "NULL"));
            migrator.rollback();
        }
    }

    private static String erasing(String table, String record, String fields) {
        return "SELECT vault.erase('%s', '%s', %s, 'court order', 'operator', 'LT');".formatted(table, record, fields);
    }

    /** The rows of a query after these statements of a superuser, at their COMMIT, which is not made. */
    private List<String> after(String sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.administrator();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT registry.set_caller(NULL, NULL, NULL, NULL, '{}', '{LT,UA}')");
            statement.execute("SET CONSTRAINTS ALL DEFERRED");
            statement.execute(sql);
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            try (ResultSet result = statement.executeQuery(query)) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            connection.rollback();
        }
        return rows;
    }
}
