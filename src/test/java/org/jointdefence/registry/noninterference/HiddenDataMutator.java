package org.jointdefence.registry.noninterference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.data.RandomCells;
import org.jointdefence.registry.equivalence.data.RandomLabels;
import org.jointdefence.registry.equivalence.data.VaultRows;
import org.jointdefence.registry.equivalence.data.VaultTable;
import org.jointdefence.registry.equivalence.data.VaultTable.Column;
import org.jointdefence.registry.equivalence.data.VaultTable.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Changes a copy of a database at random, in what one caller may not read and in nothing else.
 *
 * <p>All constraints and triggers hold: the copy is a database that there could be. A change that one of them refuses
 * is drawn again, and left out if it is refused too often.
 */
final class HiddenDataMutator {
    private static final int LABELS = 12;
    private static final int RECORDS = 12;
    private static final int READINGS = 3;
    private static final int ATTEMPTS = 20;
    private static final double REMOVED = 0.25;
    private static final double CHANGED = 0.6;

    /** The kinds of changes. */
    enum Change {
        UNUSED_LABEL,
        RECORD_REMOVED,
        RECORD_ADDED,
        RECORD_CHANGED,
        LINK_REMOVED,
        LINK_ADDED,
        LINK_CHANGED,
        VALUE_CHANGED,
        VALUE_SET_TO_NULL,
        VALUE_SET_FROM_NULL,
        LABEL_OF_VALUE_CHANGED,
        READING_ADDED
    }

    private final VaultRows rows;
    private final Connection superuser;
    private final Caller caller;
    private final Random random;
    private final RandomCells cells;
    private final List<VaultTable> tables;
    private final Map<Change, Integer> changes = new EnumMap<>(Change.class);
    private VisibleState outlook;
    private List<String> labels = List.of();

    /** Of the database that {@code superuser} is connected to. */
    HiddenDataMutator(Connection superuser, Caller caller, Random random) throws SQLException {
        this.rows = new VaultRows(superuser);
        this.superuser = superuser;
        this.caller = caller;
        this.random = random;
        this.cells = new RandomCells(random);
        this.tables = VaultTable.labelled(superuser);
        this.outlook = VisibleState.of(superuser, caller, tables);
    }

    /** Changes it, and says how often it did what. */
    Map<Change, Integer> alter() throws SQLException {
        superuser.setAutoCommit(false);
        for (int i = 0; i < LABELS; i++) {
            addLabel();
        }
        outlook = VisibleState.of(superuser, caller, tables);
        labels = rows.texts("SELECT id FROM vault.confidentiality_label ORDER BY id");
        // Without triggers: nothing changes, and an earlier round may have relabelled a record without its parts.
        rows.execute("SET LOCAL session_replication_role = replica");
        for (VaultTable table : tables) {
            // The new version of a row lies elsewhere than the old one did.
            rows.execute(
                    "UPDATE vault." + table.name() + " SET label = label WHERE get_byte(uuid_send(id), 0) % 2 = 0");
        }
        rows.execute("SET LOCAL session_replication_role = origin");
        remove();
        for (VaultTable table : tables) {
            change(table);
        }
        for (VaultTable table : tables) {
            add(table);
        }
        changeGrants();
        addReadings();
        superuser.commit();
        superuser.setAutoCommit(true);
        rows.execute("ANALYZE");
        return changes;
    }

    /** A label that nothing uses yet, unless the caller could read it. */
    private void addLabel() throws SQLException {
        new RandomLabels(superuser, random).insert();
        VisibleState.enter(superuser, caller);
        List<String> unreadable = VisibleState.unreadable(superuser);
        if (unreadable.size() > outlook.unreadable().size()) {
            superuser.commit();
            outlook = new VisibleState(unreadable, outlook.visible());
            count(Change.UNUSED_LABEL);
        } else {
            superuser.rollback();
        }
    }

    /** Some of the hidden records, with everything that belongs to them, which is hidden too. */
    private void remove() throws SQLException {
        Map<String, Set<String>> doomed = new HashMap<>();
        for (VaultTable table : tables) {
            Set<String> chosen = new HashSet<>();
            for (Map<String, @Nullable String> row : rows.of(table)) {
                String id = Objects.requireNonNull(row.get("id"));
                boolean orphaned = table.references().stream()
                        .anyMatch(reference -> doomed.getOrDefault(reference.table(), Set.of())
                                .contains(String.valueOf(row.get(reference.column()))));
                if (outlook.sees(table, id)) {
                    if (orphaned) {
                        throw new AssertionError(caller + " sees " + table.name() + " " + id + " of a hidden record");
                    }
                } else if (orphaned || random.nextDouble() < REMOVED) {
                    chosen.add(id);
                }
            }
            doomed.put(table.name(), chosen);
        }
        for (VaultTable table : tables.reversed()) {
            for (String id : Objects.requireNonNull(doomed.get(table.name()))) {
                rows.delete(table, id);
                count(table.isLink() ? Change.LINK_REMOVED : Change.RECORD_REMOVED);
            }
        }
    }

    private void change(VaultTable table) throws SQLException {
        Map<String, List<String>> keys = table.keys(superuser);
        for (Map<String, @Nullable String> row : rows.of(table)) {
            boolean visible = outlook.sees(table, Objects.requireNonNull(row.get("id")));
            if (!visible && random.nextDouble() > CHANGED) {
                continue;
            }
            List<Column> columns = visible ? withheld(table, row) : changeable(table, row);
            for (int attempt = 0; !columns.isEmpty() && attempt < ATTEMPTS; attempt++) {
                Map<String, @Nullable String> changed = new LinkedHashMap<>(row);
                boolean anyLabel = !visible && isReadable(row.get("label"));
                for (Column column : columns) {
                    changed.put(column.name(), value(table, column, keys, anyLabel));
                }
                if (rows.update(table, columns, changed)) {
                    count(table, row, changed, columns, visible);
                    break;
                }
            }
        }
    }

    /** The columns of a record that the caller sees without them. */
    private List<Column> withheld(VaultTable table, Map<String, @Nullable String> row) {
        return table.columns().stream()
                .filter(column -> column.label() != null && !isReadable(row.get(column.label())))
                .toList();
    }

    /** The columns of a hidden record that can change without its being seen. */
    private List<Column> changeable(VaultTable table, Map<String, @Nullable String> row) {
        boolean hiddenByItself = !isReadable(row.get("label"));
        return table.columns().stream()
                .filter(column -> !column.name().equals("id"))
                .filter(column -> hiddenByItself || reference(table, column) == null)
                .toList();
    }

    private void add(VaultTable table) throws SQLException {
        Map<String, List<String>> keys = table.keys(superuser);
        for (int i = 0; i < RECORDS; i++) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (Column column : table.columns()) {
                    row.put(
                            column.name(),
                            column.name().equals("id")
                                    ? new UUID(random.nextLong(), random.nextLong()).toString()
                                    : value(table, column, keys, !column.name().equals("label")));
                }
                if (rows.insert(table, row)) {
                    count(table.isLink() ? Change.LINK_ADDED : Change.RECORD_ADDED);
                    break;
                }
            }
        }
    }

    private @Nullable String value(VaultTable table, Column column, Map<String, List<String>> keys, boolean anyLabel) {
        Reference reference = reference(table, column);
        if (reference != null && reference.table().equals("confidentiality_label")) {
            List<String> choices = anyLabel ? labels : outlook.unreadable();
            return choices.get(random.nextInt(choices.size()));
        }
        return cells.value(column, keys.get(column.name()), table.isLink());
    }

    private static @Nullable Reference reference(VaultTable table, Column column) {
        return table.references().stream()
                .filter(reference -> reference.column().equals(column.name()))
                .findFirst()
                .orElse(null);
    }

    private boolean isReadable(@Nullable String label) {
        return !outlook.unreadable().contains(label);
    }

    /** What others need to know, and what this caller needed once or will need. */
    private void changeGrants() throws SQLException {
        String subject = String.valueOf(caller.subject());
        rows.execute("DELETE FROM vault.need_to_know WHERE subject <> '" + subject + "'");
        String insert = "INSERT INTO vault.need_to_know (issuer, subject, compartment, purpose, granted_by, valid_from,"
                + " valid_until) SELECT ?, ?, 'AMBER', 'exercise', 'approver', now() + ?::interval, now() + ?::interval";
        for (List<String> grant : List.of(
                List.of(Reader.ISSUER, "somebody", "-1 day", "1 day"),
                List.of("https://another.example", subject, "-1 day", "1 day"),
                List.of(Reader.ISSUER, subject, "-2 days", "-1 day"),
                List.of(Reader.ISSUER, subject, "1 day", "2 days"))) {
            try (PreparedStatement statement = superuser.prepareStatement(insert)) {
                for (int i = 0; i < grant.size(); i++) {
                    statement.setString(i + 1, grant.get(i));
                }
                statement.executeUpdate();
            }
        }
    }

    /** What was read by others; an auditor is not asked about the log. */
    private void addReadings() throws SQLException {
        String record =
                "SELECT registry.record_reading(gen_random_uuid(), ?, 'somebody', ?, 3, '{AMBER}', 'unseen', NULL, ?, NULL,"
                        + " '{SELECT WeaponSystem.designation}', int2send(1::smallint) || uuid_send(?::uuid) || int4send(?), NULL)";
        for (String nation : List.of("LT", "UA", "EE")) {
            for (int i = 0; i < READINGS; i++) {
                try (PreparedStatement statement = superuser.prepareStatement(record)) {
                    statement.setString(1, Reader.ISSUER);
                    statement.setString(2, nation);
                    statement.setString(3, Long.toHexString(random.nextLong()));
                    statement.setString(4, new UUID(random.nextLong(), random.nextLong()).toString());
                    statement.setInt(5, Integer.parseInt(labels.get(random.nextInt(labels.size()))));
                    statement.execute();
                }
                count(Change.READING_ADDED);
            }
        }
    }

    private void count(
            VaultTable table,
            Map<String, @Nullable String> before,
            Map<String, @Nullable String> after,
            List<Column> columns,
            boolean visible) {
        if (!visible) {
            count(table.isLink() ? Change.LINK_CHANGED : Change.RECORD_CHANGED);
            return;
        }
        for (Column column : columns) {
            String old = before.get(column.name());
            String now = after.get(column.name());
            if (!Objects.equals(old, now)) {
                count(
                        column.name().equals(column.label())
                                ? Change.LABEL_OF_VALUE_CHANGED
                                : now == null
                                        ? Change.VALUE_SET_TO_NULL
                                        : old == null ? Change.VALUE_SET_FROM_NULL : Change.VALUE_CHANGED);
            }
        }
    }

    private void count(Change change) {
        changes.merge(change, 1, Integer::sum);
    }

    /** The kinds of changes that were not made, though the caller's labels leave room for each. */
    static List<Change> missing(Map<Change, Integer> changes) {
        List<Change> missing = new ArrayList<>(List.of(Change.values()));
        missing.removeAll(changes.keySet());
        return missing;
    }
}
