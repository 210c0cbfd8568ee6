package org.jointdefence.registry.budget;

/** How much memory open connections take at most, with the heads of their requests. */
public final class ConnectionMemory {

    /** Headers of one request. */
    public static final int MOST_HEADERS = 100;

    /** Streams of one connection of HTTP/2. */
    public static final int MOST_STREAMS = 4;

    /** Bytes that are read from a connection at a time. */
    public static final int LONGEST_READ = 8 << 10;

    /** Heap of a connection itself: the channel, its handlers and the request, without texts. */
    private static final int CONNECTION = 16 << 10;

    /** Heap of a header beyond its bytes: two texts and an entry. */
    private static final int HEADER = 160;

    private ConnectionMemory() {}

    /**
     * The most heap that connections take.
     *
     * @param connections {@code registry.capacity.connections}
     * @param streams requests that one connection can have under way
     * @param line bytes of a request line, {@code quarkus.http.limits.max-initial-line-length}
     * @param headers bytes of all headers of a request, {@code quarkus.http.limits.max-header-size}
     */
    public static long heap(long connections, int streams, long line, long headers) {
        long copied = Math.max(line, headers);
        return connections * (CONNECTION + streams * (line + headers + copied + MOST_HEADERS * HEADER));
    }

    /** The most memory outside of the heap that connections take until what they sent is decoded; by the same measures. */
    public static long direct(long connections, long line, long headers) {
        return connections * 2 * (Math.max(line, headers) + LONGEST_READ);
    }
}
