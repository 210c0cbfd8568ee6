package org.jointdefence.registry.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jointdefence.registry.database.Transactions;

/** Adds what was written to the log to the chains that keep it whole, in the background; nobody waits for it. */
@ApplicationScoped
class ChainAppender {

    private static final Logger LOG = Logger.getLogger(ChainAppender.class);

    /** Few enough to be sealed in far less time than a statement may take. */
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
                // There is more.
            }
        } catch (SQLException e) {
            // What is not sealed now is sealed later; until then it waits, and its digest with it.
            LOG.warnf("Readings could not be sealed: SQLSTATE %s", e.getSQLState());
        }
    }

    /** Seals a batch, and returns how many readings were in it; none while another process seals. */
    static int seal(DataSource database) throws SQLException {
        return Transactions.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SEAL)) {
                statement.execute();
                statement.getMoreResults();
                try (ResultSet sealed = statement.getResultSet()) {
                    return sealed.next() ? sealed.getInt(1) : 0;
                }
            }
        });
    }
}
