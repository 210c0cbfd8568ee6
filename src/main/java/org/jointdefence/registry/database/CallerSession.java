package org.jointdefence.registry.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;

/**
 * The statement that sets the caller, after BEGIN, in transactions of callers who can read more than the public record.
 * The views then apply the caller's clearance.
 */
public final class CallerSession {

    /** Goes between BEGIN and the statements that read, and is sent together with them. */
    public static final String SQL = "SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[])";

    private CallerSession() {}

    /** Binds the caller to the parameters from {@code index} on, and returns the index of the next parameter. */
    public static int bind(PreparedStatement statement, int index, Caller caller) throws SQLException {
        int next = bindIdentity(statement, index, caller);
        statement.setString(next, literal(caller.clearance().compartments()));
        statement.setString(next + 1, caller.auditedNations().isEmpty() ? null : literal(caller.auditedNations()));
        return next + 2;
    }

    /** Binds issuer, subject, level and nation, and returns the index of the next parameter. */
    public static int bindIdentity(PreparedStatement statement, int index, Caller caller) throws SQLException {
        Clearance clearance = caller.clearance();
        statement.setString(index, caller.issuer());
        statement.setString(index + 1, caller.subject());
        if (clearance.level() == null) {
            statement.setNull(index + 2, Types.INTEGER);
        } else {
            statement.setInt(index + 2, clearance.level().rank());
        }
        statement.setString(index + 3, clearance.nation());
        return index + 4;
    }

    /** Codes as a PostgreSQL array literal. */
    public static String literal(Set<String> codes) {
        return codes.stream()
                .map(code -> '"' + code.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * The caller's compartments, need-to-know grants included, from the result of {@link #SQL}; a PostgreSQL array
     * literal.
     */
    public static String compartments(ResultSet entered) throws SQLException {
        return entered.next() ? entered.getString(1) : "{}";
    }
}
