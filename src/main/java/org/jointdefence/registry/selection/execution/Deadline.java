package org.jointdefence.registry.selection.execution;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jointdefence.registry.error.ClientError;

/** The time limit of a read, which starts when the deadline is created. */
final class Deadline {
    private static final long SECOND = 1_000_000_000;

    private final long start = System.nanoTime();
    private final long duration;
    private final boolean strict;

    Deadline(Duration duration) {
        this(duration.toNanos(), false);
    }

    /**
     * @param duration in nanoseconds
     * @param strict whether the driver limits every round trip
     */
    private Deadline(long duration, boolean strict) {
        this.duration = duration;
        this.strict = strict;
    }

    /** A deadline for the first of several reads in sequence, after an equal share of the time left. */
    Deadline share(int several) {
        return new Deadline((duration - (System.nanoTime() - start)) / several, true);
    }

    /** The error for a read that exceeds the time limit. */
    static ClientError missed() {
        return ClientError.limit("the query took too long; select fewer fields or smaller pages");
    }

    /**
     * Makes the driver cancel a round trip at the deadline. A single statement early in a read is left to PostgreSQL's
     * statement timeout, which is shorter: starting the driver's timer would take longer than many statements do.
     *
     * @param statements the number of statements in the round trip
     * @throws ClientError if the deadline has passed
     */
    void limit(Statement roundTrip, int statements) throws SQLException {
        long passed = System.nanoTime() - start;
        if (passed >= duration) {
            throw missed();
        }
        if (strict || statements > 1 || passed > SECOND) {
            // Whole seconds, rounded up, because 0 would mean no limit.
            roundTrip.setQueryTimeout(Math.toIntExact((duration - passed - 1) / SECOND + 1));
        }
    }
}
