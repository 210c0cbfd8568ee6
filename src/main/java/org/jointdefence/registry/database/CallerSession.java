package org.jointdefence.registry.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;

/** The statement that opens every transaction: from then on the views show what this caller may know. */
public final class CallerSession {

    /** To be put before, and sent together with, the transaction's first statement. */
    public static final String SQL = "SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[])";

    private CallerSession() {}

    /** Binds the caller to the parameters from {@code index} on, and returns the index of the next parameter. */
    public static int bind(PreparedStatement statement, int index, Caller caller) throws SQLException {
        Clearance clearance = caller.clearance();
        statement.setString(index, caller.issuer());
        statement.setString(index + 1, caller.subject());
        if (clearance.level() == null) {
            statement.setNull(index + 2, Types.INTEGER);
        } else {
            statement.setInt(index + 2, clearance.level().rank());
        }
        statement.setString(index + 3, clearance.nation());
        statement.setString(index + 4, literal(clearance.compartments()));
        statement.setString(index + 5, caller.auditedNations().isEmpty() ? null : literal(caller.auditedNations()));
        return index + 6;
    }

    /** Codes as an array literal of PostgreSQL. */
    public static String literal(Set<String> codes) {
        return codes.stream()
                .map(code -> '"' + code.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The compartments that the caller holds, need-to-know grants included, as an array literal of PostgreSQL. */
    public static String compartments(ResultSet entered) throws SQLException {
        return entered.next() ? entered.getString(1) : "{}";
    }
}
