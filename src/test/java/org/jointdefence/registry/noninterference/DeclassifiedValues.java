package org.jointdefence.registry.noninterference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.data.RandomCells;
import org.jointdefence.registry.equivalence.data.VaultRows;
import org.jointdefence.registry.equivalence.data.VaultTable;
import org.jointdefence.registry.equivalence.data.VaultTable.Column;
import org.jspecify.annotations.Nullable;

/**
 * Declassifies values in two databases alike, for a caller for whom these differ only in what is hidden: what such a value
 * was before stays hidden, in the history and in the record as it stood.
 */
final class DeclassifiedValues {
    private static final double DECLASSIFIED = 0.6;

    /** Ticks of the databases' clock between two changes. */
    private static final long TICKS = 100;

    private final List<VaultRows> databases;
    private final List<Connection> superusers;
    private final Random random;
    private final RandomCells cells;
    private final VisibleState state;
    private final List<String> readable;
    private long tick;

    /** From this tick on, of the databases' clock. */
    DeclassifiedValues(Connection one, Connection other, Caller caller, Random random, long tick) throws SQLException {
        this.superusers = List.of(one, other);
        this.databases = List.of(new VaultRows(one), new VaultRows(other));
        this.random = random;
        this.cells = new RandomCells(random);
        this.state = VisibleState.of(one, caller, VaultTable.labelled(one));
        this.readable =
                new ArrayList<>(databases.getFirst().texts("SELECT id FROM vault.confidentiality_label ORDER BY id"));
        this.readable.removeAll(state.unreadable());
        this.tick = tick;
    }

    /** Declassifies some; returns their number. */
    int write() throws SQLException {
        int declassified = 0;
        for (Connection superuser : superusers) {
            superuser.setAutoCommit(false);
        }
        for (VaultTable table : VaultTable.labelled(superusers.getFirst())) {
            declassified += declassify(table);
        }
        for (Connection superuser : superusers) {
            superuser.commit();
            superuser.setAutoCommit(true);
        }
        return declassified;
    }

    private int declassify(VaultTable table) throws SQLException {
        int declassified = 0;
        for (Map<String, @Nullable String> row : databases.getFirst().of(table)) {
            String id = Objects.requireNonNull(row.get("id"));
            boolean stays = !state.sees(table, id) || HiddenPast.concerns(id);
            for (String label : stays ? Set.<String>of() : withheld(table, row)) {
                if (random.nextDouble() < DECLASSIFIED && declassify(table, id, label)) {
                    declassified++;
                }
            }
        }
        return declassified;
    }

    private Set<String> withheld(VaultTable table, Map<String, @Nullable String> row) {
        return table.columns().stream()
                .map(Column::label)
                .filter(label -> label != null && state.unreadable().contains(String.valueOf(row.get(label))))
                .map(String::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether both took it; otherwise neither has. */
    private boolean declassify(VaultTable table, String id, String label) throws SQLException {
        List<Column> columns = table.columns().stream()
                .filter(column -> label.equals(column.label()))
                .toList();
        Map<String, List<String>> keys = table.keys(superusers.getFirst());
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        row.put("id", id);
        for (Column column : columns) {
            row.put(
                    column.name(),
                    column.name().equals(label)
                            ? readable.get(random.nextInt(readable.size()))
                            : cells.value(column, keys.get(column.name()), false));
        }
        tick += TICKS;
        boolean taken = true;
        for (VaultRows rows : databases) {
            rows.execute("SAVEPOINT declassified; SELECT setval('simulated.tick', " + tick + ")");
            taken = taken && rows.update(table, columns, row);
        }
        for (VaultRows rows : databases) {
            rows.execute(
                    taken
                            ? "RELEASE SAVEPOINT declassified"
                            : "ROLLBACK TO SAVEPOINT declassified; RELEASE SAVEPOINT declassified");
        }
        return taken;
    }
}
