package org.jointdefence.registry.noninterference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.data.RandomCells;
import org.jointdefence.registry.equivalence.data.VaultRows;
import org.jointdefence.registry.equivalence.data.VaultTable;
import org.jointdefence.registry.equivalence.data.VaultTable.Column;
import org.jspecify.annotations.Nullable;

/**
 * Gives a copy of a database a past that one caller could have read then, and must not read any more: records that were
 * classified after they had been written and changed, and values that were declassified, changed and classified again.
 */
final class HiddenPast {
    private static final int RECORDS = 4;
    private static final int ATTEMPTS = 20;
    private static final double LOWERED = 0.6;

    private final VaultRows rows;
    private final Connection superuser;
    private final Random random;
    private final RandomCells cells;
    private final List<VaultTable> tables;
    private final VisibleState state;
    private final List<String> readable;

    /** Of the database that {@code superuser} is connected to. */
    HiddenPast(Connection superuser, Caller caller, Random random) throws SQLException {
        this.rows = new VaultRows(superuser);
        this.superuser = superuser;
        this.random = random;
        this.cells = new RandomCells(random);
        this.tables = VaultTable.labelled(superuser);
        this.state = VisibleState.of(superuser, caller, tables);
        this.readable = new ArrayList<>(rows.texts("SELECT id FROM vault.confidentiality_label ORDER BY id"));
        this.readable.removeAll(state.unreadable());
    }

    /** Writes it; returns the number of records and values that have got such a past. */
    int write() throws SQLException {
        superuser.setAutoCommit(false);
        int written = 0;
        for (VaultTable table : tables) {
            written += lower(table) + add(table);
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        return written;
    }

    /** Values that the caller may not read, of records that they see. */
    private int lower(VaultTable table) throws SQLException {
        Map<String, List<String>> keys = table.keys(superuser);
        int lowered = 0;
        for (Map<String, @Nullable String> row : rows.of(table)) {
            String id = String.valueOf(row.get("id"));
            if (!state.sees(table, id) || !concerns(id)) {
                continue;
            }
            for (String label : withheld(table, row)) {
                if (random.nextDouble() < LOWERED && lower(table, row, label, keys)) {
                    lowered++;
                }
            }
        }
        return lowered;
    }

    /** Whether values of this record may have been lowered: then they must stay hidden, or their past would be shown. */
    static boolean concerns(String id) {
        return id.codePointAt(id.length() - 1) % 2 == 0;
    }

    private boolean lower(
            VaultTable table, Map<String, @Nullable String> row, String label, Map<String, List<String>> keys)
            throws SQLException {
        List<Column> columns = table.columns().stream()
                .filter(column -> label.equals(column.label()))
                .toList();
        return attempt(() -> {
            Map<String, @Nullable String> changed = new LinkedHashMap<>(row);
            for (Column column : columns) {
                changed.put(
                        column.name(),
                        column.name().equals(label)
                                ? any(readable)
                                : cells.value(column, keys.get(column.name()), table.isLink()));
            }
            return rows.update(table, columns, changed) && rows.update(table, columns, row);
        });
    }

    private Set<String> withheld(VaultTable table, Map<String, @Nullable String> row) {
        Set<String> labels = new TreeSet<>();
        for (Column column : table.columns()) {
            if (column.label() != null && state.unreadable().contains(String.valueOf(row.get(column.label())))) {
                labels.add(column.label());
            }
        }
        return labels;
    }

    /** Records that were hidden only after they had been changed. */
    private int add(VaultTable table) throws SQLException {
        Map<String, List<String>> keys = table.keys(superuser);
        int added = 0;
        for (int i = 0; i < RECORDS; i++) {
            if (attempt(() -> {
                Map<String, @Nullable String> row = row(table, keys);
                Map<String, @Nullable String> hidden = new LinkedHashMap<>(row);
                hidden.put("label", any(state.unreadable()));
                return rows.insert(table, row)
                        && change(table, row, keys)
                        && rows.update(table, List.of(column(table, "label")), hidden);
            })) {
                added++;
            }
        }
        return added;
    }

    private Map<String, @Nullable String> row(VaultTable table, Map<String, List<String>> keys) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            row.put(
                    column.name(),
                    column.name().equals("id")
                            ? new UUID(random.nextLong(), random.nextLong()).toString()
                            : isLabel(table, column)
                                    ? any(readable)
                                    : cells.value(column, keys.get(column.name()), table.isLink()));
        }
        return row;
    }

    /** Another value in a column of its own, if it has one. */
    private boolean change(VaultTable table, Map<String, @Nullable String> row, Map<String, List<String>> keys)
            throws SQLException {
        List<Column> own = table.columns().stream()
                .filter(column -> !column.name().equals("id") && !keys.containsKey(column.name()))
                .toList();
        if (!own.isEmpty()) {
            Column column = any(own);
            row.put(column.name(), cells.value(column, null, table.isLink()));
            return rows.update(table, List.of(column), row);
        }
        return true;
    }

    private interface Change {
        /** Whether nothing refused it. */
        boolean make() throws SQLException;
    }

    /** Makes a change as a whole, again with other values if it is refused. */
    private boolean attempt(Change change) throws SQLException {
        for (int i = 0; i < ATTEMPTS; i++) {
            rows.execute("SAVEPOINT whole");
            boolean made = change.make();
            rows.execute(made ? "RELEASE SAVEPOINT whole" : "ROLLBACK TO SAVEPOINT whole; RELEASE SAVEPOINT whole");
            if (made) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLabel(VaultTable table, Column column) {
        return table.references().stream()
                .anyMatch(reference -> reference.column().equals(column.name())
                        && reference.table().equals("confidentiality_label"));
    }

    private static Column column(VaultTable table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
