package org.jointdefence.registry.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jointdefence.registry.database.Transactions;

/** Seals new readings into the chains of the log, in the background. */
@ApplicationScoped
class ChainAppender {

    private static final Logger LOG = Logger.getLogger(ChainAppender.class);

    /** The batch size; sealing a batch takes far less time than a statement may take. */
    private static final int MOST = 1_000;

    private static final String SEAL =
            "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT registry.seal_readings(" + MOST + "); COMMIT";

    private final DataSource database;

    ChainAppender(DataSource database) {
        this.database = database;
    }

    @Scheduled(every = "${registry.audit.seal-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            while (seal(database) == MOST) {
                // The batch was full, so there may be more.
            }
        } catch (SQLException e) {
            // The readings and their digests stay queued, and a later run seals them.
            LOG.warnf("Readings could not be sealed (SQLSTATE %s); the next run tries again", e.getSQLState());
        }
    }

    /** Seals a batch, and returns the number of its readings; 0 while another process seals. */
    static int seal(DataSource database) throws SQLException {
        return Transactions.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SEAL)) {
                statement.execute();
                statement.getMoreResults();
                try (ResultSet count = statement.getResultSet()) {
                    return count.next() ? count.getInt(1) : 0;
                }
            }
        });
    }
}
