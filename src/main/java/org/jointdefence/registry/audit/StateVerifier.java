package org.jointdefence.registry.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.database.CallerSession;
import org.jointdefence.registry.database.Transactions;
import org.jspecify.annotations.Nullable;

/** Compares the tables in the database with the record of changes, from which it rebuilds them. */
@ApplicationScoped
class StateVerifier {

    private static final String BEGIN = Transactions.BEGIN_TO_READ + "; " + CallerSession.SQL + "; ";
    private static final String TABLES = BEGIN + "SELECT * FROM registry.recorded_tables(); COMMIT";
    private static final String VERIFY = BEGIN + "SELECT * FROM registry.verify_state(?); COMMIT";
    private static final String ERASED = BEGIN + "SELECT nation, changes FROM registry.erased_changes(); COMMIT";

    /**
     * What was found in one table.
     *
     * @param name of the table; null for the records that were created in any of them
     * @param fault the first fault; null when there is none
     */
    record TableState(
            @Nullable String name,
            long compared,
            long faults,
            @Nullable String fault) {
        /** One line of output for the profile {@code verify}. */
        String line() {
            if (name == null) {
                return fault == null
                        ? "%d created records are there".formatted(compared)
                        : "%d of %d created records are not there; the first is %s".formatted(faults, compared, fault);
            }
            return fault == null
                    ? "%s: %d records as recorded".formatted(name, compared)
                    : "%s: %d of %d records differ; the first is %s".formatted(name, faults, compared, fault);
        }
    }

    private final DataSource database;

    StateVerifier(DataSource database) {
        this.database = database;
    }

    /** The names of the tables whose changes are recorded. */
    List<String> tables(Caller auditor) throws SQLException {
        return texts(auditor, TABLES, row -> row.getString(1));
    }

    /** How many changes have lost values to an erasure, one line for each nation that has erased. */
    List<String> erasures(Caller auditor) throws SQLException {
        return texts(auditor, ERASED, row -> row.getString(1) + ": " + row.getLong(2) + " changes erased");
    }

    /** Compares a table, or, for null, the creations of records with what there is. */
    TableState state(Caller auditor, @Nullable String table) throws SQLException {
        return Transactions.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(VERIFY)) {
                statement.setString(CallerSession.bind(statement, 1, auditor), table);
                try (ResultSet row = ReadLogVerifier.third(statement)) {
                    row.next();
                    return new TableState(table, row.getLong(1), row.getLong(2), row.getString(3));
                }
            }
        });
    }

    /** What to make of a row. */
    private interface Line {
        String of(ResultSet row) throws SQLException;
    }

    private List<String> texts(Caller auditor, String sql, Line line) throws SQLException {
        return Transactions.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                CallerSession.bind(statement, 1, auditor);
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = ReadLogVerifier.third(statement)) {
                    while (rows.next()) {
                        lines.add(line.of(rows));
                    }
                }
                return lines;
            }
        });
    }
}
