package org.jointdefence.registry.equivalence.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Fills every labelled table with random rows, by what the catalogue says of its columns: random labels, absent values,
 * all kinds of characters, few different values, and links of several labels between the same ends.
 *
 * <p>A row that a constraint refuses is drawn again, so that constraints need not be known here.
 */
public final class RandomRecords {
    private static final int LABELS = 40;
    private static final int ROWS = 45;
    private static final int LINKS = 90;
    private static final int ATTEMPTS = 2_000;
    private static final int CHANGED = 12;
    /** Not a caller, of whom rules would be asked at the end, but who the record of changes has. */
    private static final String WRITER = """
            WITH made AS (
                INSERT INTO vault.write (issuer, subject, nation, level, roles, reason)
                    VALUES ('x', 'Ona', 'LT', 4, '{registrar}', 'EXERCISE') RETURNING ordinal)
            SELECT set_config('registry.write', ordinal::text, true) FROM made""";

    private final Connection superuser;
    private final Random random;
    private final RandomCells cells;
    private final VaultRows rows;

    /** Fills a database that has the migrations. */
    public RandomRecords(Connection superuser, Random random) {
        this.superuser = superuser;
        this.random = random;
        this.cells = new RandomCells(random);
        this.rows = new VaultRows(superuser);
    }

    /** Inserts, commits and gathers statistics. */
    public void insert() throws SQLException {
        superuser.setAutoCommit(false);
        RandomLabels labels = new RandomLabels(superuser, random);
        for (int i = 0; i < LABELS; i++) {
            labels.insert();
        }
        for (VaultTable table : VaultTable.labelled(superuser)) {
            insert(table);
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        change();
        try (Statement statement = superuser.createStatement()) {
            statement.execute("UPDATE vault.level_equivalence SET valid_to = '2120-01-01' WHERE id % 2 = 0");
            statement.execute("ANALYZE");
        }
    }

    /** Gives some rows another value or label, so that they have a past, and commits. What a row refers to never changes. */
    public void change() throws SQLException {
        superuser.setAutoCommit(false);
        rows.execute(WRITER);
        List<VaultTable> tables = VaultTable.labelled(superuser);
        for (VaultTable table : tables) {
            change(table, tables);
        }
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    private void change(VaultTable table, List<VaultTable> tables) throws SQLException {
        Map<String, List<String>> keys = table.keys(superuser);
        for (Map<String, @Nullable String> row : rows.of(table)) {
            for (VaultTable.Column column : table.columns()) {
                boolean isEnd = column.name().equals("id")
                        || table.references().stream()
                                .anyMatch(reference -> reference.column().equals(column.name())
                                        && !reference.table().equals("confidentiality_label"));
                if (random.nextInt(CHANGED) == 0 && !isEnd) {
                    Map<String, @Nullable String> changed = new LinkedHashMap<>(row);
                    changed.put(column.name(), cells.value(column, keys.get(column.name()), table.isLink()));
                    update(table, column, changed, tables);
                }
            }
        }
    }

    /** A label that rows which must carry it do not have is taken back: nobody could give it to the record alone. */
    private void update(
            VaultTable table, VaultTable.Column column, Map<String, @Nullable String> row, List<VaultTable> tables)
            throws SQLException {
        rows.execute("SAVEPOINT changed");
        if (rows.update(table, List.of(column), row) && column.name().equals("label")) {
            try {
                for (VaultTable other : tables) {
                    for (VaultTable.Reference reference : other.references()) {
                        if (reference.table().equals(table.name())) {
                            rows.execute("UPDATE vault." + other.name() + " SET label = label WHERE \""
                                    + reference.column() + "\" = '" + row.get("id") + "'");
                        }
                    }
                }
            } catch (SQLException refused) {
                rows.execute("ROLLBACK TO SAVEPOINT changed");
            }
        }
        rows.execute("RELEASE SAVEPOINT changed");
    }

    private void insert(VaultTable table) throws SQLException {
        Map<String, List<String>> keys = table.keys(superuser);
        for (int i = 0; i < (table.isLink() ? LINKS : ROWS); i++) {
            int attempt = 0;
            while (!insert(table, keys)) {
                if (++attempt == ATTEMPTS) {
                    throw new IllegalStateException("no row that " + table.name() + " takes");
                }
            }
        }
    }

    private boolean insert(VaultTable table, Map<String, List<String>> keys) throws SQLException {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (VaultTable.Column column : table.columns()) {
            row.put(column.name(), cells.value(column, keys.get(column.name()), table.isLink()));
        }
        return rows.insert(table, row);
    }
}
