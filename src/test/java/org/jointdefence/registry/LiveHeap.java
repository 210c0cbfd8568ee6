package org.jointdefence.registry;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What is really kept in the heap, to compare with what somebody says of it. */
public final class LiveHeap {

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int COLLECTIONS = 2;

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
}
