package org.jointdefence.registry.database;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.error.Unavailable;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Runs transactions whose BEGIN and COMMIT are part of the SQL, sent together with the work, or which consist of one
 * statement.
 */
public final class Transactions {

    /** Work on a connection, which ends each transaction that it begins unless it fails. */
    @FunctionalInterface
    public interface Work<T> {
        /** Runs the work. */
        T on(Connection connection) throws SQLException;
    }

    /** Begins a read-only transaction. */
    public static final String BEGIN_TO_READ = "BEGIN READ ONLY";

    /** SQLSTATE of a statement that PostgreSQL or the driver has cancelled because of a timeout. */
    private static final String QUERY_CANCELED = "57014";

    private Transactions() {}

    /** Whether a failure is a timeout. */
    public static boolean tookTooLong(SQLException failure) {
        return QUERY_CANCELED.equals(failure.getSQLState());
    }

    /**
     * Whether a failure means that the database is unavailable: SQLSTATE class 08 (connection exception), 53
     * (insufficient resources) or 57P (operator intervention), or no SQLSTATE, as for failures of the pool itself.
     */
    public static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || Stream.of("08", "53", "57P").anyMatch(state::startsWith);
    }

    /**
     * The exception for a failed request: {@link Unavailable} if the database is unavailable, otherwise an internal
     * error with the SQLSTATE only, because the server's message may quote values.
     *
     * @param what the operation that failed, as a sentence
     */
    public static RuntimeException failure(String what, SQLException failure) {
        return isUnavailable(failure)
                ? new Unavailable(failure)
                : new IllegalStateException(what + ": SQLSTATE " + failure.getSQLState(), failure);
    }

    /**
     * Rejects a connection with an open transaction, because its caller may read more than the public record. The
     * driver knows the state without a round trip.
     *
     * @throws IllegalStateException if a transaction is open
     */
    public static void requireNone(Connection connection) throws SQLException {
        if (isOpen(connection)) {
            throw new IllegalStateException(
                    "a public caller reads outside of transactions, but this connection has an open transaction");
        }
    }

    /** Whether a transaction is open. The driver knows the state without a round trip. */
    public static boolean isOpen(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    /**
     * Runs work on a connection of the pool, and returns the connection without an open transaction: the SQL of the
     * work begins and ends its transactions, and this method rolls back failed ones.
     *
     * @throws IllegalStateException inside a container-managed transaction, because writes would then not be committed
     *     on return
     */
    public static <T> T run(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try {
                if (!connection.getAutoCommit()) {
                    throw new IllegalStateException("statements that begin and end transactions need autocommit");
                }
                return work.on(connection);
            } catch (Throwable failure) {
                // A connection that exceeded the budget of its answer is already closed; the other connections are
                // unaffected.
                if (!(AnswerBudget.isExceeded() && isBroken(connection))) {
                    rollBack(connection, database, failure);
                }
                throw failure;
            }
        }
    }

    /** Runs work on a connection without prepared statements that the server keeps, since there are too many different ones. */
    public static <T> T unprepared(Connection connection, Work<T> work) throws SQLException {
        BaseConnection driver = connection.unwrap(BaseConnection.class);
        int threshold = driver.getPrepareThreshold();
        driver.setPrepareThreshold(0);
        try {
            return work.on(connection);
        } finally {
            driver.setPrepareThreshold(threshold);
        }
    }

    /** Binds a text, an array of texts, or null. */
    public static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value instanceof String[] texts) {
            statement.setArray(position, statement.getConnection().createArrayOf("text", texts));
        } else {
            statement.setString(position, (String) value);
        }
    }

    private static boolean isBroken(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).isClosed();
    }

    /**
     * If the rollback fails, the pool replaces this connection and all others of its age, because the cause has usually
     * broken all of them. Aborting only this connection would not work, because the pool would count it as in use for
     * ever.
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
