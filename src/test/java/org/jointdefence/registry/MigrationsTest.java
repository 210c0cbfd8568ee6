package org.jointdefence.registry;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The migrations from an empty database to one that serves, as production runs them. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MigrationsTest {

    private static final String SET_LITHUANIAN_CALLER =
            "SELECT registry.set_caller('https://issuer.example', 'somebody', 4, 'LT', '{}')";

    private final ScratchDatabase database = new ScratchDatabase();

    @BeforeAll
    void migrate_as_a_role_that_is_no_superuser() throws IOException, SQLException {
        database.prepare();
        database.migrate();
        try (Connection connection = database.administrator()) {
            connection.createStatement().execute("""
                    INSERT INTO vault.confidentiality_label (id, policy, classification, originator_nation)
                        VALUES (1, 'LT', 'LT_SLAPTAI', 'LT');
                    INSERT INTO vault.partner_firm (legal_name, jurisdiction, label, website,
                            facility_security_clearance_label, foreign_ownership_assessment_label,
                            vetting_notes, vetting_notes_label)
                        SELECT 'EXERCISE firm ' || md5(n::text), 'LT', CASE WHEN n % 10 = 0 THEN 1 ELSE 0 END,
                            'https://' || n || '.example', 1, 1, 'EXERCISE note ' || n, 1
                        FROM generate_series(1, 10000) AS n;
                    INSERT INTO vault.allocation (value_amount, value_currency, stage, expected_change, purpose, announced_on)
                        SELECT n, 'EUR', 'INITIAL', 'NONE', 'EXERCISE ' || n,
                            CASE WHEN n % 3 > 0 THEN date '2020-01-01' + n % 1000 END
                        FROM generate_series(1, 10000) AS n""");
            connection.createStatement().execute("VACUUM ANALYZE");
        }
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void every_file_is_applied_once_and_in_order() throws IOException, SQLException {
        assertThat(history()).containsExactlyElementsOf(files());
    }

    @Test
    void the_migrator_has_no_attributes() throws SQLException {
        try (Connection connection = database.migrator()) {
            assertThat(texts(connection, """
                            SELECT rolname FROM pg_roles WHERE rolname = session_user AND NOT rolsuper
                                AND NOT rolcreaterole AND NOT rolcreatedb AND NOT rolbypassrls AND NOT rolreplication""")).containsExactly("registry_migrator");
        }
    }

    @Test
    void a_second_run_has_nothing_to_do() throws IOException, SQLException {
        assertThat(database.migrate()).isZero();
        assertThat(history()).containsExactlyElementsOf(files());
    }

    /** The procedures that {@code CONTRIBUTING.md} tells authors of migrations to call. */
    @Test
    void a_later_migration_can_add_an_entity_type() throws SQLException {
        try (Connection connection = database.migrator();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    SET ROLE registry_owner;
                    CREATE TABLE vault.training_course (
                        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                        label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
                        title text NOT NULL,
                        begins_on date,
                        price_amount numeric,
                        price_currency text,
                        price_label integer NOT NULL REFERENCES vault.confidentiality_label
                    );
                    CALL vault.create_indexes('training_course', '{title,begins_on}', '{title}');
                    CALL vault.create_link('training_course_host', 'training_course', 'partner_firm', single_valued => true);
                    CALL vault.generate_views()""");
            assertThat(texts(connection, """
                            SELECT indexname FROM pg_indexes WHERE tablename ~ '^training_course'"""))
                    .containsExactlyInAnyOrder(
                            "training_course_begins_on_id_idx",
                            "training_course_coalesce_id_idx",
                            "training_course_coalesce_id_idx1",
                            "training_course_host_label_training_course_key",
                            "training_course_host_partner_firm_training_course_label_lab_idx",
                            "training_course_host_pkey",
                            "training_course_host_training_course_partner_firm_label_lab_idx",
                            "training_course_id_label_key",
                            "training_course_pkey",
                            "training_course_title_id_idx",
                            "training_course_title_search_idx",
                            "training_course_withdrawn_on_idx");
            assertThat(texts(connection, """
                            SELECT conname FROM pg_constraint WHERE conrelid = 'vault.training_course'::regclass
                                AND contype = 'c' ORDER BY 1"""))
                    .containsExactly(
                            "price_amount_has_digits_of_currency",
                            "title_is_nfc",
                            "title_length",
                            "training_course_withdrawal_reason_check",
                            "withdrawal_has_a_reason",
                            "withdrawal_reason_is_nfc");
            assertThat(texts(connection, """
                            SELECT tgname FROM pg_trigger WHERE tgrelid = 'vault.training_course_host'::regclass
                                AND NOT tgisinternal ORDER BY 1"""))
                    .containsExactly(
                            "copy_labels_of_ends",
                            "record_delete",
                            "record_insert",
                            "record_update",
                            "refuse_truncation",
                            "require_label_of_ends");
            assertThat(texts(connection, """
                            SELECT relname FROM pg_class WHERE relnamespace = 'registry'::regnamespace
                                AND relname ~ '^training_course' ORDER BY 1"""))
                    .containsExactly(
                            "training_course",
                            "training_course_as_of",
                            "training_course_change",
                            "training_course_change_as_of",
                            "training_course_host",
                            "training_course_host_as_of",
                            "training_course_host_with_removed",
                            "training_course_portion",
                            "training_course_portion_as_of");
            assertThat(texts(connection, "SELECT * FROM vault.changed_view()")).isEmpty();
            connection.rollback();
        }
    }

    @Test
    void the_result_is_sound() throws SQLException {
        try (Connection connection = database.service()) {
            assertThat(texts(connection, "SELECT * FROM registry.violations()")).isEmpty();
        }
    }

    @Test
    void no_start_has_to_compare_the_views_again() throws SQLException {
        try (Connection connection = database.administrator()) {
            assertThat(texts(connection, """
                            SELECT digest = vault.catalogue_digest() FROM vault.checked_catalogue""")).containsExactly("t");
        }
    }

    @Test
    void the_migrator_owns_nothing_that_it_made() throws SQLException {
        try (Connection connection = database.migrator()) {
            assertThat(texts(connection, """
                            SELECT relname FROM pg_class
                            WHERE relnamespace IN ('vault'::regnamespace, 'registry'::regnamespace)
                                AND relowner <> 'registry_owner'::regrole""")).isEmpty();
        }
    }

    @Test
    void the_service_sees_public_rows_only_before_anybody_has_entered() throws SQLException {
        try (Connection connection = database.service()) {
            assertThat(texts(connection, "SELECT count(*) FROM registry.partner_firm"))
                    .containsExactly("9000");
            assertThat(texts(connection, "SELECT DISTINCT label FROM registry.partner_firm"))
                    .containsExactly("0");
            assertThat(texts(connection, "SELECT count(vetting_notes) FROM registry.partner_firm"))
                    .containsExactly("0");
            assertThat(texts(connection, "SELECT policy FROM registry.confidentiality_label"))
                    .containsExactly("PUBLIC");
        }
    }

    @Test
    void the_service_sees_more_after_somebody_has_entered_and_not_in_the_next_transaction() throws SQLException {
        try (Connection connection = database.service()) {
            connection.setAutoCommit(false);
            texts(connection, SET_LITHUANIAN_CALLER);
            assertThat(texts(connection, "SELECT count(vetting_notes) FROM registry.partner_firm"))
                    .containsExactly("10000");
            connection.commit();
            assertThat(texts(connection, "SELECT count(*) FROM registry.partner_firm"))
                    .containsExactly("9000");
        }
    }

    @Test
    void the_caller_cannot_be_set_twice_in_one_transaction() throws SQLException {
        try (Connection connection = database.service()) {
            connection.setAutoCommit(false);
            texts(connection, "SELECT registry.set_caller(NULL, NULL, NULL, NULL, '{}')");
            assertThatThrownBy(() -> texts(connection, SET_LITHUANIAN_CALLER))
                    .hasMessageContaining("has a caller already");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM vault.partner_firm",
                "SELECT count(*) FROM vault.confidentiality_label",
                "SELECT count(*) FROM vault.need_to_know",
                "INSERT INTO vault.need_to_know (issuer, subject) VALUES ('i', 's')",
                "SELECT vault.widen('', 8)",
                "CREATE TEMPORARY TABLE copy (a integer)",
                "CREATE FUNCTION registry.f() RETURNS integer LANGUAGE sql RETURN 1",
                "CREATE SCHEMA mine",
                "UPDATE registry.country SET alpha2 = 'XX'",
                "SET ROLE registry_owner"
            })
    void the_service_is_refused_what_is_not_its_business(String sql) throws SQLException {
        try (Connection connection = database.service();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
        }
    }

    static List<String> orders() {
        return List.of(
                "partner_firm|legal_name|t WHERE true ORDER BY t.legal_name, t.id",
                "partner_firm|legal_name|t WHERE true ORDER BY t.legal_name DESC, t.id DESC",
                "partner_firm|website|t WHERE true ORDER BY t.website DESC NULLS LAST, t.id DESC",
                "partner_firm|legal_name|t WHERE true AND (t.legal_name, t.id) > ('Firm 5'::text, $2::uuid)"
                        + " ORDER BY t.legal_name, t.id",
                "allocation|coalesce|t WHERE true"
                        + " AND (coalesce(t.announced_on, '-infinity'::date), t.id)"
                        + " < (coalesce('2020-05-05'::date, '-infinity'::date), $2::uuid)"
                        + " ORDER BY coalesce(t.announced_on, '-infinity'::date) DESC, t.id DESC",
                "allocation|coalesce|t WHERE true ORDER BY coalesce(t.announced_on, 'infinity'::date), t.id");
    }

    /** By the general plan, which is the one that a prepared statement is run by: it knows no page size. */
    @ParameterizedTest
    @MethodSource("orders")
    void a_page_of_20_comes_from_an_index_whoever_asks(String ordered) throws SQLException {
        String[] parts = ordered.split("\\|", 3);
        String page = "SELECT r.* FROM (SELECT t.id, t.withheld FROM registry.%s %s LIMIT 101) r LIMIT $1::integer"
                .formatted(parts[0], parts[2]);
        for (String setCaller :
                List.of(SET_LITHUANIAN_CALLER, "SELECT registry.set_caller(NULL, NULL, NULL, NULL, '{}')")) {
            try (Connection connection = database.service();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                texts(connection, setCaller);
                statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
                statement.execute("PREPARE page (text, text) AS " + page);
                String plan = String.join(
                        "\n",
                        texts(
                                connection,
                                "EXPLAIN (COSTS OFF) EXECUTE page ('21', 'c2186616-d645-4c29-b0db-4766f9c82997')"));
                assertThat(plan)
                        .contains("Index Scan")
                        .containsPattern("using %s_%s_id_idx".formatted(parts[0], parts[1]))
                        .doesNotContain("Seq Scan on " + parts[0])
                        .doesNotContain("Sort Key");
            }
        }
    }

    @Test
    void a_search_for_a_part_of_a_name_comes_from_an_index() throws SQLException {
        try (Connection connection = database.service()) {
            connection.setAutoCommit(false);
            texts(connection, SET_LITHUANIAN_CALLER);
            assertThat(texts(
                            connection,
                            "EXPLAIN SELECT t.id FROM registry.partner_firm t"
                                    + " WHERE t.legal_name_search LIKE '%' || registry.search_pattern('C4ca4238') || '%'"
                                    + " ORDER BY t.id LIMIT 21"))
                    .anyMatch(line -> line.contains("Bitmap Index Scan on partner_firm_legal_name_search_idx"))
                    .anyMatch(line -> line.contains("Index Cond: (legal_name_search ~~ '%c4ca4238%'::text)"));
        }
    }

    @Test
    void a_page_in_the_order_of_a_language_comes_from_an_index() throws SQLException {
        try (Connection connection = database.service()) {
            connection.setAutoCommit(false);
            texts(connection, SET_LITHUANIAN_CALLER);
            for (String language : List.of("en", "lt", "uk")) {
                String name = "t.legal_name COLLATE \"" + language + "-x-icu\"";
                assertThat(String.join(
                                "\n",
                                texts(
                                        connection,
                                        "EXPLAIN SELECT t.id FROM registry.partner_firm t WHERE (" + name
                                                + ", t.id) > ('M'::text, '00000000-0000-4000-8000-000000000000'::uuid)"
                                                + " ORDER BY " + name + ", t.id LIMIT 21")))
                        .as(language)
                        .containsPattern("Index Scan using partner_firm_legal_name_id_idx\\d")
                        .contains("Index Cond: (ROW(")
                        .doesNotContain("Sort Key");
            }
        }
    }

    /** The scripts that Flyway has applied, in order. */
    private List<String> history() throws SQLException {
        try (Connection connection = database.migrator()) {
            return texts(connection, """
                    SELECT script FROM migration.flyway_schema_history WHERE success ORDER BY installed_rank""");
        }
    }

    /** The files in the order in which Flyway applies them: numbered ones by number, then repeatable ones by name. */
    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("__"))
                    .sorted(Comparator.comparing(MigrationsTest::number).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static int number(String file) {
        return file.startsWith("V") ? Integer.parseInt(file.substring(1, file.indexOf("__"))) : Integer.MAX_VALUE;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
