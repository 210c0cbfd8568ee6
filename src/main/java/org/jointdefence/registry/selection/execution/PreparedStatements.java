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
 * Bounds the memory for prepared statements in the server process of each connection. A prepared statement on the views
 * takes about a hundred times the memory of its text, whereas the driver's own cache is bounded by the length of the texts.
 */
final class PreparedStatements {
    /** Releases all prepared statements. The driver detects this and prepares its next statements again. */
    private static final String FORGET = "DEALLOCATE ALL";

    private final long maximumBytes;
    private final Map<Connection, Prepared> connections = Collections.synchronizedMap(new WeakHashMap<>());

    /** The prepared statements of one connection; accessed only by the thread that holds the connection. */
    private static final class Prepared {
        private final Set<String> texts = new HashSet<>();
        private long bytes;
    }

    /** @param maximumBytes the estimated bytes that a connection may keep when a transaction begins */
    PreparedStatements(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    /** Makes room for a plan that is about to run on this connection, which must not have an open transaction. */
    void prepare(Connection connection, OperationPlan plan) throws SQLException {
        Prepared prepared = connections.computeIfAbsent(connection.unwrap(Connection.class), first -> new Prepared());
        long added = 0;
        for (OperationPlan.Level level : plan.levels()) {
            if (!prepared.texts.contains(level.text())) {
                added += level.preparedBytes();
            }
        }
        if (added == 0) {
            return;
        }
        if (prepared.bytes > 0 && prepared.bytes + added > maximumBytes) {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.execute();
            }
            prepared.texts.clear();
            prepared.bytes = 0;
        }
        for (OperationPlan.Level level : plan.levels()) {
            if (prepared.texts.add(level.text())) {
                prepared.bytes += level.preparedBytes();
            }
        }
    }
}
