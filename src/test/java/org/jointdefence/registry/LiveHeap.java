package org.jointdefence.registry;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

import static org.assertj.core.api.Assertions.assertThat;

/** What is really kept in the heap, to compare with what somebody says of it. */
public final class LiveHeap {

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int COLLECTIONS = 2;

    /** So many bytes of what is weighed that whatever else comes and goes does not matter. */
    public static final long ENOUGH = 12L << 20;

    /** What others in the process may have taken or given back meanwhile. */
    private static final long NOISE = 1 << 20;

    private static final double FACTOR = 2;

    private LiveHeap() {}

    /** Bytes of all objects that can be reached. */
    public static long bytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, MEMORY.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /**
     * Checks that the heap has grown by what is said, within a factor of two.
     *
     * @param before bytes of the heap before
     * @param said bytes that are said to have been added
     */
    public static void assertGrownBy(long before, long said, String what) {
        long real = bytes() - before;
        assertThat((double) real)
                .as("bytes of %s, which are said to take %d", what, said)
                .isBetween(said / FACTOR - NOISE, said * FACTOR + NOISE);
    }
}
