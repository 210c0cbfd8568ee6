package org.jointdefence.registry.write.input;

import org.jointdefence.registry.error.ClientError;

/** How much the inputs of one operation may hold together, counted while they are read. */
public final class Allowance {
    /** The most rows that an operation writes; each takes about a millisecond of a connection. */
    private static final int ROWS = 250;

    /** The most faults that are reported. */
    private static final int FAULTS = 100;

    private int rows;
    private int faults;

    /** Counts a row. */
    void row() {
        if (++rows > ROWS) {
            throw ClientError.limit("An operation may write at most " + ROWS + " records and links.");
        }
    }

    /** Counts a fault. */
    void fault() {
        if (++faults > FAULTS) {
            throw ClientError.limit("The inputs have more than " + FAULTS + " faults.");
        }
    }
}
