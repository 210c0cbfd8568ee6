package org.jointdefence.registry.clearance;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** The statement that opens every transaction: from then on the views show what this caller may know. */
public final class Entrance {

    /** To be put before, and sent together with, the transaction's first statement. */
    public static final String SQL = "SELECT registry.enter(?, ?, ?, ?, ?)";

    private Entrance() {}

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
        Object[] compartments = clearance.compartments().toArray();
        statement.setArray(index + 4, statement.getConnection().createArrayOf("text", compartments));
        return index + 5;
    }
}
