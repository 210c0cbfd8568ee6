package org.jointdefence.registry.budget;

/** The maximum memory of open connections, including the heads of their requests. */
public final class ConnectionMemory {

    /** Headers of one request. */
    public static final int MOST_HEADERS = 100;

    /** Streams of one connection of HTTP/2. */
    public static final int MOST_STREAMS = 4;

    /** Bytes that are read from a connection at a time. */
    public static final int LONGEST_READ = 8 << 10;

    /** Heap of one connection: the channel, its handlers and the request, without texts. */
    private static final int CONNECTION = 16 << 10;

    /** Heap of a header in addition to its bytes: two texts and an entry. */
    private static final int HEADER = 160;

    private ConnectionMemory() {}

    /**
     * The maximum heap of all connections, in bytes.
     *
     * @param connections {@code registry.capacity.connections}
     * @param streams requests that one connection can have under way
     * @param line bytes of a request line, {@code quarkus.http.limits.max-initial-line-length}
     * @param headers bytes of all headers of a request, {@code quarkus.http.limits.max-header-size}
     */
    static long heap(long connections, int streams, long line, long headers) {
        long copied = Math.max(line, headers);
        return connections * (CONNECTION + streams * (line + headers + copied + MOST_HEADERS * HEADER));
    }
}
