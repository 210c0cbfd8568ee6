package org.jointdefence.registry.error;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** There is no database to ask for the moment: it is away, or all connections to it are taken. */
public final class Unavailable extends RuntimeException {

    private final @Nullable String state;

    /** Because of this. */
    public Unavailable(SQLException cause) {
        super(null, cause, false, false);
        this.state = cause.getSQLState();
    }

    /**
     * Whether a failure means that: classes 08 (connection exception), 53 (insufficient resources) and 57P (operator
     * intervention) of SQLSTATE, or none at all, which is what the pool's own failures have.
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
