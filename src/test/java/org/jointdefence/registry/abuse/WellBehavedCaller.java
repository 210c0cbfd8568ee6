package org.jointdefence.registry.abuse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Repeats a small request with a known response at a fixed rate. A caller that waits for each response before the next request
 * would miss most of a standstill.
 */
final class WellBehavedCaller implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(50);
    private static final int ADDRESS = 1;

    private final String name;
    private final byte[] request;
    private final String expected;
    private final int port;
    private final boolean mayBeToldToWait;
    private final Queue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    private WellBehavedCaller(String name, byte[] request, String expected, int port, boolean mayBeToldToWait) {
        this.name = name;
        this.request = request;
        this.expected = expected;
        this.port = port;
        this.mayBeToldToWait = mayBeToldToWait;
    }

    /** Starts to send requests. */
    static WellBehavedCaller start(String name, byte[] request, String expected, int port, boolean mayBeToldToWait) {
        WellBehavedCaller caller = new WellBehavedCaller(name, request, expected, port, mayBeToldToWait);
        caller.threads.execute(caller::run);
        return caller;
    }

    /** The response to a request without load. */
    static RawResponse ask(byte[] request, int port) {
        try (Connection connection = Connection.open(ADDRESS, port, 0)) {
            connection.write(request);
            return connection.read();
        } catch (IOException notConnected) {
            return RawResponse.DROPPED;
        }
    }

    private void run() {
        for (long due = System.nanoTime(); !stopped; due += PACE.toNanos()) {
            long scheduled = due;
            threads.execute(() -> askAt(scheduled));
            try {
                Thread.sleep(Duration.ofNanos(Math.max(0, due + PACE.toNanos() - System.nanoTime())));
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private void askAt(long scheduled) {
        RawResponse response = ask(request, port);
        latencies.add(System.nanoTime() - scheduled);
        if (response.status() == 200 && response.body().equals(expected)) {
            return;
        }
        if (!(mayBeToldToWait && (response.status() == 503 || response.status() == 429))) {
            faults.add(name + " is told " + response.kind() + " "
                    + response.text().substring(0, Math.min(300, response.text().length())));
        }
    }

    /** The response times; complete after it has been closed. */
    Stream<Duration> latencies() {
        return latencies.stream().map(Duration::ofNanos);
    }

    /** The number of requests sent. */
    int asked() {
        return latencies.size();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Stops sending, and waits for pending responses. */
    @Override
    public void close() {
        stopped = true;
        threads.close();
    }
}
