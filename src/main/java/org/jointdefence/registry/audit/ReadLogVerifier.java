package org.jointdefence.registry.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.database.CallerSession;
import org.jointdefence.registry.database.Transactions;
import org.jspecify.annotations.Nullable;

/** Verifies in the database the logs of the nations that a caller audits. */
@ApplicationScoped
public class ReadLogVerifier {

    private static final String BEGIN = Transactions.BEGIN_TO_READ + "; ";
    private static final String END = "; COMMIT";
    private static final String VERIFY =
            BEGIN + CallerSession.SQL + "; SELECT * FROM registry.verify_readings(?)" + END;
    private static final String CONTAINS = BEGIN + CallerSession.SQL + "; SELECT registry.contains_head(?, ?, ?)" + END;

    private final DataSource database;

    ReadLogVerifier(DataSource database) {
        this.database = database;
    }

    /**
     * Verifies these logs, and returns their states by nation.
     *
     * @param newest the number of newest seals to verify; null for all
     */
    public List<ReadLogState> states(Caller auditor, @Nullable Long newest) throws SQLException {
        return Transactions.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(VERIFY)) {
                int next = CallerSession.bind(statement, 1, auditor);
                if (newest == null) {
                    statement.setNull(next, Types.BIGINT);
                } else {
                    statement.setLong(next, newest);
                }
                List<ReadLogState> states = new ArrayList<>();
                try (ResultSet rows = third(statement)) {
                    while (rows.next()) {
                        states.add(state(rows));
                    }
                }
                return states;
            }
        });
    }

    private static ReadLogState state(ResultSet row) throws SQLException {
        String fault = row.getString("fault");
        return new ReadLogState(
                row.getString("nation"),
                row.getString("sealed"),
                row.getString("unsealed"),
                row.getString("head"),
                fault == null
                        ? null
                        : new ReadLogFault(row.getString("fault_position"), row.getString("fault_reading"), fault));
    }

    /** Whether a head that was saved elsewhere is still part of its chain. */
    boolean contains(Caller auditor, ChainHead head) throws SQLException {
        return Transactions.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CONTAINS)) {
                int next = CallerSession.bind(statement, 1, auditor);
                statement.setString(next, head.nation());
                statement.setLong(next + 1, head.position());
                statement.setString(next + 2, head.hash());
                try (ResultSet rows = third(statement)) {
                    return rows.next() && rows.getBoolean(1);
                }
            }
        });
    }

    /** The result of the third statement, after BEGIN and setting the caller. */
    static ResultSet third(PreparedStatement statement) throws SQLException {
        statement.execute();
        statement.getMoreResults();
        statement.getMoreResults();
        return statement.getResultSet();
    }
}
