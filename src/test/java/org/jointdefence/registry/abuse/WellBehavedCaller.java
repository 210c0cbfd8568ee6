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
 * Asks one small question again and again, at its own pace: whoever waits for an answer before asking again does not
 * notice most of a standstill. It knows the answer.
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

    /** Begins to ask. */
    static WellBehavedCaller start(String name, byte[] request, String expected, int port, boolean mayBeToldToWait) {
        WellBehavedCaller caller = new WellBehavedCaller(name, request, expected, port, mayBeToldToWait);
        caller.threads.execute(caller::run);
        return caller;
    }

    /** What the service answers to a request when nobody presses. */
    static Reply ask(byte[] request, int port) {
        try (Connection connection = Connection.open(ADDRESS, port, 0)) {
            connection.write(request);
            return connection.read();
        } catch (IOException notConnected) {
            return Reply.DROPPED;
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
        Reply reply = ask(request, port);
        latencies.add(System.nanoTime() - scheduled);
        if (reply.status() == 200 && reply.body().equals(expected)) {
            return;
        }
        if (!(mayBeToldToWait && (reply.status() == 503 || reply.status() == 429))) {
            faults.add(name + " is told " + reply.kind() + " "
                    + reply.text().substring(0, Math.min(300, reply.text().length())));
        }
    }

    /** How long it waited each time, when it is closed. */
    Stream<Duration> latencies() {
        return latencies.stream().map(Duration::ofNanos);
    }

    /** How often it has asked. */
    int asked() {
        return latencies.size();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Stops asking and waits for what is under way. */
    @Override
    public void close() {
        stopped = true;
        threads.close();
    }
}
