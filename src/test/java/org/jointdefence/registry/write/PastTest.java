package org.jointdefence.registry.write;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdefence.registry.ScratchDatabase;
import org.jointdefence.registry.equivalence.data.RandomRecords;
import org.jointdefence.registry.equivalence.data.VaultTable;
import org.jointdefence.registry.selection.model.Entities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The views of the past against photographs of the present: after each of many random writes, what several callers see is kept,
 * and at the end compared with what they see as of then.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PastTest {

    private static final Pattern NUMBERS = Pattern.compile("-?[0-9]+(\\.[0-9]+)? -?[0-9]+(\\.[0-9]+)?");
    private static final int PHOTOGRAPHS = 6;
    private static final List<String> CALLERS =
            List.of("NULL, NULL, '{}'", "1, 'LT', '{}'", "3, 'LT', '{}'", "4, 'LT', '{AMBER}'", "2, 'UA', '{}'");

    /** What one caller sees of a record; what is withheld by the names of the table. */
    private record Seen(Map<String, @Nullable String> values, Set<String> withheld) {}

    /** What one caller sees, by view and id. */
    private record Photograph(Map<String, Map<String, Seen>> views) {
        Map<String, Seen> of(VaultTable table) {
            return views.getOrDefault(table.name(), Map.of());
        }
    }

    /** An instant, with what each caller saw then. */
    private record Moment(String instant, List<Photograph> photographs) {}

    private final ScratchDatabase written = new ScratchDatabase();
    private final List<Moment> moments = new ArrayList<>();
    private List<Photograph> today = List.of();

    @BeforeAll
    void write() throws IOException, SQLException {
        written.prepare();
        written.migrate();
        try (Connection superuser = written.administrator();
                Connection service = written.service();
                Statement statement = superuser.createStatement()) {
            Random random = new Random(20261130);
            new RandomRecords(superuser, random).insert();
            List<VaultTable> tables = VaultTable.labelled(superuser);
            for (int i = 0; i < PHOTOGRAPHS; i++) {
                moments.add(new Moment(now(statement), photographs(service, tables, null)));
                new RandomRecords(superuser, random).change();
            }
            today = photographs(service, tables, null);
        }
    }

    @AfterAll
    void drop() {
        written.close();
    }

    @Test
    void records_are_shown_as_they_stood_and_nothing_that_is_hidden_now_or_was_then() throws Exception {
        assertThat(differences("SELECT 1")).isEmpty();
    }

    @Test
    void a_record_as_it_stood_needs_only_the_changes_since() throws SQLException {
        try (Connection superuser = written.administrator();
                Statement statement = superuser.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery(
                    "EXPLAIN SELECT * FROM registry.partner_firm_as_of WHERE id = gen_random_uuid()")) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            assertThat(plan).containsPattern("Index Cond: \\(\\(record = \\S+\\) AND \\(at > ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            labels of then that are not asked    | (change.field = 'label'::text) | false
            values under labels that were hidden | WHEN first.was_readable THEN | WHEN true THEN
            the last change instead of the first | ORDER BY change.field, change.ordinal | ORDER BY change.field, change.ordinal DESC
            ends that were hidden then           | referred.id = shown.weapon_system | true
            """)
    void a_planted_fault_is_found(String what, String planted, String instead) throws Exception {
        assertThat(differences("""
                        DO $do$
                        DECLARE
                            view record;
                            planted boolean := false;
                        BEGIN
                            FOR view IN SELECT oid::regclass AS name, pg_get_viewdef(oid) AS sound FROM pg_class
                                    WHERE relnamespace = 'registry'::regnamespace AND relname ~ '_as_of$' LOOP
                                IF position($x$%1$s$x$ IN view.sound) > 0 THEN
                                    EXECUTE format('CREATE OR REPLACE VIEW %%s AS %%s', view.name,
                                        replace(view.sound, $x$%1$s$x$, $x$%2$s$x$));
                                    planted := true;
                                END IF;
                            END LOOP;
                            ASSERT planted;
                        END
                        $do$""".formatted(planted, instead))).as(what).isNotEmpty();
    }

    private List<String> differences(String planted) throws IOException, SQLException {
        try (ScratchDatabase database = new ScratchDatabase("TEMPLATE " + written.name());
                Connection superuser = database.administrator();
                Connection service = database.service();
                Statement statement = superuser.createStatement()) {
            statement.execute(planted);
            List<VaultTable> tables = VaultTable.labelled(superuser);
            List<String> differences = new ArrayList<>();
            int same = 0;
            for (Moment moment : moments) {
                Relabelled relabelled = Relabelled.since(statement, moment.instant());
                List<Photograph> past = photographs(service, tables, moment.instant());
                for (int caller = 0; caller < CALLERS.size(); caller++) {
                    for (VaultTable table : tables) {
                        same += compare(
                                table,
                                past.get(caller).of(table),
                                moment.photographs().get(caller),
                                today.get(caller).of(table),
                                relabelled,
                                tables,
                                differences);
                    }
                }
                if (!differences.isEmpty()) {
                    return differences.stream().limit(5).toList();
                }
            }
            assertThat(same).as("records that are shown as they stood").isGreaterThan(10_000);
            return differences;
        }
    }

    /** The records and fields whose label has changed since an instant. */
    private record Relabelled(Set<String> records, Set<String> fields) {
        static Relabelled since(Statement statement, String instant) throws SQLException {
            Relabelled relabelled = new Relabelled(new HashSet<>(), new HashSet<>());
            try (ResultSet rows = statement.executeQuery("""
                    SELECT record, field FROM vault.change
                    WHERE at > '%s' AND label_before <> label_after""".formatted(instant))) {
                while (rows.next()) {
                    (rows.getString(2).equals("label") ? relabelled.records() : relabelled.fields())
                            .add(
                                    rows.getString(2).equals("label")
                                            ? rows.getString(1)
                                            : rows.getString(1) + rows.getString(2));
                }
            }
            return relabelled;
        }

        /** Whether a record, or one that it refers to, directly or not, may have been shown or hidden since. */
        boolean mayHide(String table, String id, Photograph then, List<VaultTable> tables) {
            if (records.contains(id)) {
                return true;
            }
            Seen seen = then.views().getOrDefault(table, Map.of()).get(id);
            return seen != null
                    && tables.stream()
                            .filter(each -> each.name().equals(table))
                            .flatMap(each -> each.references().stream())
                            .anyMatch(reference -> {
                                String referred = seen.values().get(reference.column());
                                return referred != null && mayHide(reference.table(), referred, then, tables);
                            });
        }
    }

    private static int compare(
            VaultTable table,
            Map<String, Seen> past,
            Photograph then,
            Map<String, Seen> today,
            Relabelled relabelled,
            List<VaultTable> tables,
            List<String> differences) {
        int same = 0;
        for (Map.Entry<String, Seen> entry : past.entrySet()) {
            String record = table.name() + " " + entry.getKey();
            Seen stood = then.of(table).get(entry.getKey());
            Seen stands = today.get(entry.getKey());
            if (stood == null || stands == null) {
                differences.add(record + " is shown, and was hidden " + (stood == null ? "then" : "today"));
                continue;
            }
            entry.getValue().values().forEach((column, value) -> {
                String field = field(table, column);
                String withheldAs = String.valueOf(field);
                boolean withheld = entry.getValue().withheld().contains(withheldAs);
                boolean mustBe = field != null
                        && (stood.withheld().contains(withheldAs)
                                || stands.withheld().contains(withheldAs));
                boolean mayBe = mustBe || relabelled.fields().contains(entry.getKey() + field);
                if (withheld
                        ? !mayBe || value != null
                        : mustBe || !isSame(value, stood.values().get(column))) {
                    differences.add(record + "." + column + " is " + value + (withheld ? " (withheld)" : "") + ", was "
                            + stood.values().get(column));
                }
            });
            same++;
        }
        for (String id : then.of(table).keySet()) {
            if (today.containsKey(id) && !past.containsKey(id) && !relabelled.mayHide(table.name(), id, then, tables)) {
                differences.add(table.name() + " " + id + " is not shown, and was visible");
            }
        }
        return same;
    }

    /** A number is the same with more zeros, which is no change either. */
    private static boolean isSame(@Nullable String value, @Nullable String other) {
        if (value == null
                || other == null
                || !NUMBERS.matcher(value + " " + other).matches()) {
            return Objects.equals(value, other);
        }
        return new BigDecimal(value).compareTo(new BigDecimal(other)) == 0;
    }

    /** The classified field to which a column belongs, by its name in the table; null for others. */
    private static @Nullable String field(VaultTable table, String column) {
        return table.columns().stream()
                .map(VaultTable.Column::label)
                .filter(Objects::nonNull)
                .map(label -> label.replaceFirst("_label$", ""))
                .filter(field -> column.equals(field) || column.startsWith(field + "_"))
                .findAny()
                .orElse(null);
    }

    private static String now(Statement statement) throws SQLException {
        try (ResultSet now = statement.executeQuery("SELECT clock_timestamp()")) {
            now.next();
            return now.getString(1);
        }
    }

    private static List<Photograph> photographs(Connection service, List<VaultTable> tables, @Nullable String instant)
            throws SQLException {
        List<Photograph> photographs = new ArrayList<>();
        for (String caller : CALLERS) {
            Map<String, Map<String, Seen>> views = new HashMap<>();
            try (Statement statement = service.createStatement()) {
                statement.execute("BEGIN READ ONLY");
                statement.execute("SELECT registry.set_caller('i', 's', %s)".formatted(caller));
                if (instant != null) {
                    statement.execute("SELECT set_config('registry.as_of', '%s', true)".formatted(instant));
                }
                for (VaultTable table : tables) {
                    views.put(table.name(), seen(statement, table, instant == null ? "" : "_as_of"));
                }
                statement.execute("COMMIT");
            }
            photographs.add(new Photograph(views));
        }
        return photographs;
    }

    private static Map<String, Seen> seen(Statement statement, VaultTable table, String suffix) throws SQLException {
        Map<String, Seen> seen = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT * FROM registry." + table.name() + suffix)) {
            while (rows.next()) {
                Map<String, @Nullable String> values = new LinkedHashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String name = rows.getMetaData().getColumnName(i);
                    if (!name.equals("withheld") && !name.endsWith("_now")) {
                        values.put(name, rows.getString(i));
                    }
                }
                Set<String> withheld = Stream.of(
                                (String[]) rows.getArray("withheld").getArray())
                        .map(Entities::snakeCase)
                        .collect(Collectors.toSet());
                seen.put(rows.getString("id"), new Seen(values, withheld));
            }
        }
        return seen;
    }
}
