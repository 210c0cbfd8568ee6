package org.jointdefence.registry.selection.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jointdefence.registry.selection.plan.OperationPlan;

/**
 * Bounds what the server process of each connection keeps prepared. A statement over the views takes some hundred times the
 * memory of its text there, which the driver's own cache, bounded by the texts, does not know.
 */
final class PreparedStatements {
    /** Has the server forget all of them; the driver notices, and prepares what comes next anew. */
    private static final String FORGET = "DEALLOCATE ALL";

    private final long mostBytes;
    private final Map<Connection, Kept> connections = Collections.synchronizedMap(new WeakHashMap<>());

    /** What one connection has prepared; used by whoever has the connection. */
    private static final class Kept {
        private final Set<String> texts = new HashSet<>();
        private long bytes;
    }

    /**
     * A bound.
     *
     * @param mostBytes how much may be kept for a connection when a transaction begins
     */
    PreparedStatements(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Makes room on a connection, which is in no transaction, for a plan that is about to run there. */
    void prepare(Connection connection, OperationPlan plan) throws SQLException {
        Kept kept = connections.computeIfAbsent(connection.unwrap(Connection.class), first -> new Kept());
        long more = 0;
        for (OperationPlan.Level level : plan.levels()) {
            if (!kept.texts.contains(level.text())) {
                more += level.preparedBytes();
            }
        }
        if (more == 0) {
            return;
        }
        if (kept.bytes > 0 && kept.bytes + more > mostBytes) {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.execute();
            }
            kept.texts.clear();
            kept.bytes = 0;
        }
        for (OperationPlan.Level level : plan.levels()) {
            if (kept.texts.add(level.text())) {
                kept.bytes += level.preparedBytes();
            }
        }
    }
}
