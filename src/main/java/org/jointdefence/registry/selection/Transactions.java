package org.jointdefence.registry.selection;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions that are begun and ended by the statements themselves, together with those that do the work. */
public final class Transactions {

    /** What is done on a connection, which ends each transaction that it begins unless it fails. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    private Transactions() {}

    /** Does something on a connection of the pool, which has no transaction open when it is given back. */
    public static <T> T run(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean ended = false;
            try {
                T result = work.on(connection);
                ended = true;
                return result;
            } finally {
                if (!ended) {
                    rollBack(connection, database);
                }
            }
        }
    }

    /**
     * A connection that cannot even do this is not given to anybody else, nor are those of its time: what broke one has
     * mostly broken all. Aborting it would not do, since the pool would count it as taken for ever.
     */
    private static void rollBack(Connection connection, DataSource database) {
        try (PreparedStatement statement = connection.prepareStatement("ROLLBACK")) {
            statement.execute();
        } catch (SQLException e) {
            if (database instanceof AgroalDataSource pool) {
                pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
            }
        }
    }
}
