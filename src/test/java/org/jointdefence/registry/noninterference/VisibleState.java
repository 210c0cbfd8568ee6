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
 */
record VisibleState(List<String> unreadable, Map<String, Set<String>> visible) {

    static VisibleState of(Connection superuser, Caller caller, List<VaultTable> tables) throws SQLException {
        superuser.setAutoCommit(false);
        VaultRows rows = new VaultRows(superuser);
        enter(superuser, caller);
        Map<String, Set<String>> visible = new HashMap<>();
        for (VaultTable table : tables) {
            visible.put(table.name(), new HashSet<>(rows.texts("SELECT id FROM registry." + table.name())));
        }
        VisibleState state = new VisibleState(unreadable(superuser), visible);
        superuser.rollback();
        return state;
    }

    /** Digests of the whole content of every view, by view; in the views of the past, as of an instant. */
    static Map<String, String> digests(Connection superuser, Caller caller, String instant) throws SQLException {
        superuser.setAutoCommit(false);
        VaultRows rows = new VaultRows(superuser);
        enter(superuser, caller);
        rows.execute("SELECT set_config('registry.as_of', '" + instant + "', true)");
        Map<String, String> digests = new TreeMap<>();
        for (String view : rows.texts("SELECT relname FROM pg_class WHERE relnamespace = 'registry'::regnamespace")) {
            String digest = "SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE \"C\"), ''))"
                    + " FROM registry." + view + " t";
            digests.put(view, rows.texts(digest).getFirst());
        }
        superuser.rollback();
        return digests;
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
