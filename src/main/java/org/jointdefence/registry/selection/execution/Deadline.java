package org.jointdefence.registry.selection.execution;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jointdefence.registry.error.ClientError;

/** When a read must be over. */
final class Deadline {
    private static final long SECOND = 1_000_000_000;

    private long start = System.nanoTime();
    private final long longest;
    private final boolean strict;

    Deadline(Duration longest) {
        this(longest.toNanos(), false);
    }

    private Deadline(long longest, boolean strict) {
        this.longest = longest;
        this.strict = strict;
    }

    /** Starts the time now; until then, it runs from when this was made. */
    void begin() {
        start = System.nanoTime();
    }

    /** What is left, for one of several that come one after the other; each statement is limited to it. */
    Deadline share(int several) {
        return new Deadline((longest - (System.nanoTime() - start)) / several, true);
    }

    /** What a read gets that takes longer. */
    static ClientError missed() {
        return ClientError.limit("the query took too long; ask for less at once");
    }

    /**
     * Has the driver cancel a round trip when the time is over. One statement has PostgreSQL's own limit, which is
     * shorter: while the read is young, arming the driver's timer for it would cost more than many a statement does.
     *
     * @param statements how many statements are sent together
     * @throws ClientError if the time is over
     */
    void limit(Statement roundTrip, int statements) throws SQLException {
        long passed = System.nanoTime() - start;
        if (passed >= longest) {
            throw missed();
        }
        if (strict || statements > 1 || passed > SECOND) {
            // At least one, because none would mean for ever.
            roundTrip.setQueryTimeout(Math.toIntExact((longest - passed - 1) / SECOND + 1));
        }
    }
}
