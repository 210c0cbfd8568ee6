package org.jointdefence.registry.error;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database is unavailable at the moment: it cannot be reached, or all connections are in use. */
public final class Unavailable extends RuntimeException {

    private final @Nullable String state;

    /** Creates the exception; its SQLSTATE is that of the cause. */
    public Unavailable(SQLException cause) {
        super(null, cause, false, false);
        this.state = cause.getSQLState();
    }

    /**
     * Whether a failure means that the database is unavailable: SQLSTATE class 08 (connection exception), 53
     * (insufficient resources) or 57P (operator intervention), or no SQLSTATE, as for failures of the pool itself.
     */
    public static boolean isMeantBy(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || Stream.of("08", "53", "57P").anyMatch(state::startsWith);
    }

    /** The SQLSTATE; null when no connection was free in time. */
    public @Nullable String state() {
        return state;
    }
}
