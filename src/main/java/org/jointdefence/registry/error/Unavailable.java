package org.jointdefence.registry.error;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database is unavailable at the moment: it cannot be reached, or all connections are in use. */
public final class Unavailable extends RuntimeException {

    private final @Nullable String state;

    /** Creates the exception; its SQLSTATE is that of the cause. */
    public Unavailable(SQLException cause) {
        super(null, cause, false, false);
        this.state = cause.getSQLState();
    }

    /** The SQLSTATE; null when no connection was free in time. */
    public @Nullable String state() {
        return state;
    }
}
