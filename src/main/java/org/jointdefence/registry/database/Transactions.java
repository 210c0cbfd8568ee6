package org.jointdefence.registry.database;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.error.Unavailable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Transactions that are begun and ended by the statements themselves, together with those that do the work, or that are one
 * statement.
 */
public final class Transactions {

    /** What is done on a connection, which ends each transaction that it begins unless it fails. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    /** Begins a transaction that reads. */
    public static final String BEGIN_TO_READ = "BEGIN READ ONLY";

    /** SQLSTATE of a statement that PostgreSQL, or the driver, has ended because it took longer than it may. */
    private static final String QUERY_CANCELED = "57014";

    private Transactions() {}

    /** Whether a failure means that something took longer than it may. */
    public static boolean tookTooLong(SQLException failure) {
        return QUERY_CANCELED.equals(failure.getSQLState());
    }

    /**
     * What a failure means for a request: {@link Unavailable} if there is no database to ask, and else a fault of ours,
     * which names the SQLSTATE only, since the server's words may quote values.
     *
     * @param what what could not be done
     */
    public static RuntimeException failure(String what, SQLException failure) {
        return Unavailable.isMeantBy(failure)
                ? new Unavailable(failure)
                : new IllegalStateException(what + ": SQLSTATE " + failure.getSQLState(), failure);
    }

    /**
     * Refuses a connection with an open transaction, whose caller may be one who can read more than the public record. The
     * driver knows this without asking the server.
     *
     * @throws IllegalStateException if there is one
     */
    public static void requireNone(Connection connection) throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            throw new IllegalStateException(
                    "a public caller reads outside of transactions, and this connection is in one");
        }
    }

    /**
     * Does something on a connection of the pool, which has no transaction open when it is given back: the work's own SQL
     * begins and ends it, and what failed is rolled back here.
     *
     * @throws IllegalStateException inside a transaction of the container's: what this has written would not be committed
     *     when it returns
     */
    public static <T> T run(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try {
                if (!connection.getAutoCommit()) {
                    throw new IllegalStateException("statements that begin and end transactions need autocommit");
                }
                return work.on(connection);
            } catch (Throwable failure) {
                // One that has received more than its answer may hold was closed, and says nothing about the others.
                if (!(AnswerBudget.isExceeded() && isBroken(connection))) {
                    rollBack(connection, database, failure);
                }
                throw failure;
            }
        }
    }

    private static boolean isBroken(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).isClosed();
    }

    /**
     * A connection that cannot even do this is thrown away soon, and so are those of its time: what broke one has mostly
     * broken all. Aborting it would not do, since the pool would count it as taken for ever.
     */
    private static void rollBack(Connection connection, DataSource database, Throwable failure) {
        try (PreparedStatement statement = connection.prepareStatement("ROLLBACK")) {
            statement.execute();
        } catch (SQLException e) {
            failure.addSuppressed(e);
            flush(database, failure);
        }
    }

    private static void flush(DataSource database, Throwable failure) {
        if (database instanceof AgroalDataSource pool) {
            try {
                pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
            } catch (RejectedExecutionException e) {
                // The pool is being closed.
                failure.addSuppressed(e);
            }
        }
    }
}
