package org.jointdefence.registry.database;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.jointdefence.registry.ScratchDatabase;
import org.jointdefence.registry.equivalence.data.RandomCells;
import org.jointdefence.registry.equivalence.data.RandomRecords;
import org.jointdefence.registry.equivalence.data.VaultRows;
import org.jointdefence.registry.equivalence.data.VaultTable;
import org.jointdefence.registry.equivalence.data.VaultTable.Column;
import org.jointdefence.registry.equivalence.data.VaultTable.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The public epoch moves if and only if a committed change is one that the public can see. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicEpochTest {

    private static final int ROUNDS = 3;
    private static final int ROUNDS_FOR_PLANTS = 200;
    private static final double PUBLIC = 0.6;
    private static final String PUBLIC_INSERT = "INSERT OF PUBLIC";
    private static final String HIDDEN_INSERT = "INSERT OF HIDDEN";

    /** What may never be seen although the record's own label is public. */
    private static final String BELOW = "BELOW A HIDDEN RECORD";

    private final ScratchDatabase original = new ScratchDatabase();

    /** Kinds of changes of a table, each with what it did to the epoch. */
    private final TreeSet<String> covered = new TreeSet<>();

    @BeforeAll
    void fill() throws IOException, SQLException {
        original.prepare();
        original.migrate();
        try (Connection connection = original.administrator()) {
            new RandomRecords(connection, new Random(1)).insert();
        }
    }

    @AfterAll
    void drop() {
        original.close();
    }

    @Test
    void it_moves_with_each_change_that_the_public_can_see_and_with_no_other() throws SQLException {
        long seed = Long.getLong("epoch.seed", 20250224);
        covered.clear();
        assertThat(firstMistake(seed, ROUNDS, null, null))
                .as("-Depoch.seed=%d", seed)
                .isNull();
        try (Connection connection = original.administrator()) {
            for (VaultTable table : VaultTable.labelled(connection)) {
                assertThat(covered)
                        .as("-Depoch.seed=%d", seed)
                        .contains(
                                table.name() + " " + PUBLIC_INSERT + " moves",
                                table.name() + " " + HIDDEN_INSERT + " stays");
            }
        }
        assertThat(covered)
                .as("-Depoch.seed=%d", seed)
                .anyMatch(kind -> kind.endsWith("UPDATE moves"))
                .anyMatch(kind -> kind.endsWith("UPDATE stays"))
                .anyMatch(kind -> kind.endsWith("DELETE moves"))
                .anyMatch(kind -> kind.endsWith("DELETE stays"))
                .anyMatch(kind -> kind.endsWith(BELOW));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            any change of a record moves it      | move_public_epoch                | current_setting('registry.public_change', true) = pg_current_xact_id()::text | true
            no change of a record moves it       | move_public_epoch                | current_setting('registry.public_change', true) = pg_current_xact_id()::text | false
            hidden ends are forgotten in INSERT  | record_insert_of_transaction    | new_row.label = 0 AND                                                         | new_row.label = 0 OR
            hidden ends are forgotten in UPDATE  | record_update_of_transaction    | NEW.label = 0 AND ends IS NULL                                                | NEW.label = 0
            hidden ends are forgotten in DELETE  | record_delete                    | OLD.label = 0 AND ends IS NULL                                                | OLD.label = 0
            values count whatever their label    | record_update_of_weapon_system   | (OLD.unit_cost_label = 0 OR NEW.unit_cost_label = 0)                          | true
            what becomes hidden does not count   | record_update_of_weapon_system   | ELSIF OLD.label = 0                                                           | ELSIF false
            """)
    void a_planted_fault_is_found(String what, String function, String text, String planted) throws SQLException {
        String table = function.contains("_of_") ? function.substring(function.indexOf("_of_") + 4) : null;
        assertThat(firstMistake(1, ROUNDS_FOR_PLANTS, new Fault(function, text, planted), table))
                .as(what)
                .isNotNull();
    }

    /** A text of a function of the database, and what takes its place. */
    private record Fault(String function, String text, String planted) {
        void plant(VaultRows rows) throws SQLException {
            String definition = rows.texts("SELECT pg_get_functiondef('vault." + function + "'::regproc)")
                    .getFirst();
            assertThat(definition).contains(text);
            rows.execute(definition.replace(text, planted));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"country", "classification_level", "level_equivalence"})
    void it_moves_with_reference_data(String table) throws SQLException {
        try (Connection connection = original.administrator()) {
            VaultRows rows = new VaultRows(connection);
            String column = rows.texts("SELECT attname FROM pg_attribute WHERE attrelid = 'vault." + table
                            + "'::regclass AND attname IN ('name', 'marking', 'valid_to')")
                    .getFirst();
            String before = epoch(rows);
            rows.execute("UPDATE vault." + table + " SET " + column + " = " + column);
            assertThat(epoch(rows)).isEqualTo(before);
            rows.execute("UPDATE vault." + table + " SET " + column + " = "
                    + switch (column) {
                        case "valid_to" -> "'2130-01-01'";
                        default -> column + " || '.'";
                    });
            assertThat(epoch(rows)).isNotEqualTo(before);
        }
    }

    @Test
    void it_moves_once_a_transaction_at_its_end_and_not_when_it_is_rolled_back() throws SQLException {
        try (Connection writing = original.administrator();
                Connection watching = original.administrator()) {
            VaultRows rows = new VaultRows(writing);
            VaultRows seen = new VaultRows(watching);
            long before = number(seen);
            writing.setAutoCommit(false);
            rows.execute("UPDATE vault.country SET name = name || '!' WHERE alpha2 IN ('LT', 'UA')");
            rows.execute("UPDATE vault.country SET name = name || '!' WHERE alpha2 = 'EE'");
            assertThat(number(rows)).isEqualTo(before);
            writing.rollback();
            assertThat(number(seen)).isEqualTo(before);
            rows.execute("UPDATE vault.country SET name = name || '?' WHERE alpha2 IN ('LT', 'UA')");
            rows.execute("UPDATE vault.country SET name = name || '?' WHERE alpha2 = 'EE'");
            writing.commit();
            assertThat(number(seen)).isEqualTo(before + 1);
        }
    }

    @Test
    void no_table_can_be_emptied_past_it() throws SQLException {
        try (Connection connection = original.administrator()) {
            for (String table : List.of("milestone", "level_equivalence")) {
                assertThatThrownBy(() -> new VaultRows(connection).execute("TRUNCATE vault." + table))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("one by one");
            }
        }
    }

    /** Changes a copy of the database at random, a few times each table, until the epoch is not as it should be. */
    private @Nullable String firstMistake(long seed, int rounds, @Nullable Fault fault, @Nullable String only)
            throws SQLException {
        try (ScratchDatabase database = new ScratchDatabase("TEMPLATE " + original.name());
                Connection connection = database.administrator()) {
            VaultRows rows = new VaultRows(connection);
            if (fault != null) {
                fault.plant(rows);
            }
            connection.setAutoCommit(false);
            Changes changes = new Changes(connection, rows, new Random(seed));
            String mistake = null;
            for (int round = 0; round < rounds && mistake == null; round++) {
                mistake = changes.ofEachTable(only);
            }
            return mistake;
        }
    }

    private static String epoch(VaultRows rows) throws SQLException {
        return rows.texts("SELECT epoch::text FROM registry.public_epoch() AS epoch")
                .getFirst();
    }

    private static long number(VaultRows rows) throws SQLException {
        return Long.parseLong(
                rows.texts("SELECT number FROM registry.public_epoch()").getFirst());
    }

    /** Random changes of one row each, and what they do to what the public sees and to the epoch. */
    private final class Changes {
        private final Connection connection;
        private final VaultRows rows;
        private final Random random;
        private final RandomCells cells;
        private final List<VaultTable> tables;
        private final List<String> labels;
        private final String digest;
        private String seen;

        Changes(Connection connection, VaultRows rows, Random random) throws SQLException {
            this.connection = connection;
            this.rows = rows;
            this.random = random;
            this.cells = new RandomCells(random);
            this.tables = VaultTable.labelled(connection);
            this.labels = rows.texts("SELECT id FROM vault.confidentiality_label WHERE id <> 0 ORDER BY id");
            // The views of the past have nothing that these have not or had not.
            this.digest = "SELECT md5("
                    + String.join(
                            " || '|' || ",
                            rows.texts(
                                    "SELECT format('coalesce((SELECT string_agg(md5(t::text), '','' ORDER BY md5(t::text))"
                                            + " FROM registry.%I AS t), '''')', relname)"
                                            + " FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'id'"
                                            + " WHERE relnamespace = 'registry'::regnamespace"
                                            + " AND relname !~ '^disclos|_change$|_as_of$|_with_removed$' ORDER BY relname"))
                    + ")";
            this.seen = rows.texts(digest).getFirst();
            connection.commit();
        }

        @Nullable
        String ofEachTable(@Nullable String only) throws SQLException {
            for (VaultTable table : tables) {
                if (only != null && !only.equals(table.name())) {
                    continue;
                }
                for (String kind :
                        List.of("INSERT", PUBLIC_INSERT, HIDDEN_INSERT, "UPDATE", "UPDATE", "UPDATE", "DELETE")) {
                    String mistake = change(table, kind);
                    if (mistake != null) {
                        return mistake;
                    }
                }
            }
            return null;
        }

        private @Nullable String change(VaultTable table, String kind) throws SQLException {
            String before = epoch(rows);
            Map<String, @Nullable String> row = row(table);
            String column = kind.contains("INSERT") ? insert(table, kind, row) : update(table, kind, row);
            if (column == null) {
                connection.rollback();
                return null;
            }
            String shown = rows.texts(
                            "SELECT count(*) FROM registry." + table.name() + " WHERE id = '" + row.get("id") + "'")
                    .getFirst();
            connection.commit();
            String after = epoch(rows);
            String now = rows.texts(digest).getFirst();
            connection.commit();
            boolean moved = !before.equals(after);
            boolean changed = !seen.equals(now);
            seen = now;
            covered.add(table.name() + " " + kind + (moved ? " moves" : " stays"));
            if (!changed && shown.equals("0") && "0".equals(row.get("label")) && !kind.equals("DELETE")) {
                covered.add(table.name() + " " + kind + " " + BELOW);
            }
            return moved == changed
                    ? null
                    : kind + " of " + table.name() + " " + column + ": public " + changed + ", moved " + moved + ", "
                            + row;
        }

        private Map<String, @Nullable String> row(VaultTable table) throws SQLException {
            List<Map<String, @Nullable String>> all = rows.of(table);
            return new LinkedHashMap<>(all.get(random.nextInt(all.size())));
        }

        /** Makes the row a new one; null if none is accepted. */
        private @Nullable String insert(VaultTable table, String kind, Map<String, @Nullable String> row)
                throws SQLException {
            Map<String, List<String>> keys = table.keys(connection);
            if (kind.equals(PUBLIC_INSERT)) {
                for (Reference reference : table.references()) {
                    keys.put(
                            reference.column(),
                            rows.texts("SELECT " + reference.key() + " FROM registry." + reference.table()));
                }
            }
            for (int attempt = 0; attempt < 60; attempt++) {
                for (Column column : table.columns()) {
                    row.put(column.name(), value(table, column, keys));
                }
                if (kind.equals(PUBLIC_INSERT)) {
                    row.put("label", "0");
                } else if (kind.equals(HIDDEN_INSERT)) {
                    row.put("label", labels.get(random.nextInt(labels.size())));
                }
                row.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
                if (rows.insert(table, row)) {
                    return "*";
                }
            }
            return null;
        }

        /** More zeros are no change, although the text of the row is another. */
        private static boolean isSameNumber(
                Column column, Map<String, @Nullable String> row, Map<String, @Nullable String> changed) {
            String before = row.get(column.name());
            String after = changed.get(column.name());
            return column.type().equals("numeric")
                    && before != null
                    && after != null
                    && new BigDecimal(before).compareTo(new BigDecimal(after)) == 0;
        }

        private @Nullable String update(VaultTable table, String kind, Map<String, @Nullable String> row)
                throws SQLException {
            if (kind.equals("DELETE")) {
                try {
                    rows.delete(table, String.valueOf(row.get("id")));
                    return "*";
                } catch (SQLException referred) {
                    return null;
                }
            }
            Map<String, List<String>> keys = table.keys(connection);
            List<Column> columns = new ArrayList<>(table.columns());
            columns.removeIf(column -> column.name().equals("id"));
            for (int attempt = 0; attempt < 20; attempt++) {
                Column column = columns.get(random.nextInt(columns.size()));
                Map<String, @Nullable String> changed = new LinkedHashMap<>(row);
                changed.put(column.name(), value(table, column, keys));
                if (isSameNumber(column, row, changed)) {
                    continue;
                }
                if (rows.update(table, List.of(column), changed)) {
                    row.putAll(changed);
                    return column.name();
                }
            }
            return null;
        }

        private @Nullable String value(VaultTable table, Column column, Map<String, List<String>> keys) {
            boolean label = table.references().stream()
                    .anyMatch(reference -> reference.column().equals(column.name())
                            && reference.table().equals("confidentiality_label"));
            if (!label) {
                return cells.value(column, keys.get(column.name()), table.isLink());
            }
            return random.nextDouble() < PUBLIC ? "0" : labels.get(random.nextInt(labels.size()));
        }
    }
}
