package org.jointdefence.registry.noninterference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.database.CallerSession;
import org.jointdefence.registry.equivalence.data.VaultRows;
import org.jointdefence.registry.equivalence.data.VaultTable;

/**
 * What one caller can and cannot see of a database, as the database itself has it.
 *
 * @param unreadable the numbers of the labels that they cannot read
 * @param visible the ids of the records that they can see, by table
 * @param digests of the whole content of every view, by view
 */
record VisibleState(List<String> unreadable, Map<String, Set<String>> visible, Map<String, String> digests) {

    static VisibleState of(Connection superuser, Caller caller, List<VaultTable> tables) throws SQLException {
        superuser.setAutoCommit(false);
        VaultRows rows = new VaultRows(superuser);
        enter(superuser, caller);
        Map<String, Set<String>> visible = new HashMap<>();
        for (VaultTable table : tables) {
            visible.put(table.name(), new HashSet<>(rows.texts("SELECT id FROM registry." + table.name())));
        }
        Map<String, String> digests = new TreeMap<>();
        for (String view : rows.texts("SELECT relname FROM pg_class WHERE relnamespace = 'registry'::regnamespace")) {
            String digest = "SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE \"C\"), ''))"
                    + " FROM registry." + view + " t";
            digests.put(view, rows.texts(digest).getFirst());
        }
        VisibleState outlook = new VisibleState(unreadable(superuser), visible, digests);
        superuser.rollback();
        return outlook;
    }

    /** Makes the views show, for the rest of the transaction, what this caller can see. */
    static void enter(Connection superuser, Caller caller) throws SQLException {
        try (PreparedStatement enter = superuser.prepareStatement(CallerSession.SQL)) {
            CallerSession.bind(enter, 1, caller);
            enter.execute();
        }
    }

    static List<String> unreadable(Connection superuser) throws SQLException {
        return new VaultRows(superuser)
                .texts(
                        "SELECT id FROM vault.confidentiality_label WHERE get_bit(registry.readable(), id) = 0 ORDER BY id");
    }

    boolean sees(VaultTable table, String id) {
        return visible.getOrDefault(table.name(), Set.of()).contains(id);
    }
}
