package org.jointdefence.registry.abuse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Sends what an attack is made of, from an address of its own or from many, for a few seconds at most. */
final class Attacker {

    /** How long one attack may go on starting requests. */
    static final Duration PRESSING =
            Duration.ofMillis((long) (1_000 * Double.parseDouble(System.getProperty("abuse.seconds", "1"))));

    /** How long it may take to open connections, if the service does not take them. */
    private static final Duration OPENING = Duration.ofSeconds(5);

    private static final int ADDRESSES = 50;

    private final AbusedRegistry registry;
    private final Tally tally;

    Attacker(AbusedRegistry registry, Tally tally) {
        this.registry = registry;
        this.tally = tally;
    }

    AbusedRegistry registry() {
        return registry;
    }

    /** Requests at most, so many at a time, each on a connection of its own, until time is up. */
    void press(int concurrency, int most, IntFunction<byte[]> requests) {
        press(concurrency, most, false, requests);
    }

    /** The same from many addresses. */
    void pressFromEverywhere(int concurrency, int most, IntFunction<byte[]> requests) {
        press(concurrency, most, true, requests);
    }

    private void press(int concurrency, int most, boolean everywhere, IntFunction<byte[]> requests) {
        AtomicInteger next = new AtomicInteger();
        long end = System.nanoTime() + PRESSING.toNanos();
        each(concurrency, thread -> {
            for (int i = next.getAndIncrement(); i < most && System.nanoTime() < end; i = next.getAndIncrement()) {
                byte[] request = requests.apply(i);
                tally.add(request, ask(everywhere ? address(i) : address(0), request));
            }
        });
    }

    /** Sends a request and does not count what comes back. */
    Reply ask(byte[] request) {
        return ask(address(0), request);
    }

    private Reply ask(int from, byte[] request) {
        try (Connection connection = Connection.open(from, registry.port(), 0)) {
            connection.write(request);
            return connection.read();
        } catch (IOException notConnected) {
            return Reply.DROPPED;
        }
    }

    /** Opens connections, begins a request on each, and leaves them so while the pressing lasts; then reads what came. */
    void hold(int connections, IntFunction<byte[]> beginnings) throws InterruptedException {
        hold(connections, 0, PRESSING, beginnings);
    }

    /** The same with a small receive buffer and another time. */
    void hold(int connections, int receiveBuffer, Duration time, IntFunction<byte[]> beginnings)
            throws InterruptedException {
        List<Connection> open = open(connections, receiveBuffer, beginnings);
        Thread.sleep(time);
        open.forEach(Connection::close);
    }

    /** Opens connections at once and begins a request on each. */
    List<Connection> open(int connections, int receiveBuffer, IntFunction<byte[]> beginnings) {
        return open(connections, receiveBuffer, false, beginnings);
    }

    /** The same from many addresses. */
    List<Connection> openFromEverywhere(int connections, IntFunction<byte[]> beginnings) {
        return open(connections, 0, true, beginnings);
    }

    private List<Connection> open(
            int connections, int receiveBuffer, boolean everywhere, IntFunction<byte[]> beginnings) {
        List<Connection> open = new ArrayList<>();
        long end = System.nanoTime() + OPENING.toNanos();
        each(Math.min(connections, 32), thread -> {
            for (int i = thread; i < connections && System.nanoTime() < end; i += 32) {
                try {
                    Connection connection =
                            Connection.open(address(everywhere ? i : 0), registry.port(), receiveBuffer);
                    synchronized (open) {
                        open.add(connection);
                    }
                    connection.write(beginnings.apply(i));
                } catch (IOException notConnected) {
                    tally.add(new byte[0], Reply.DROPPED);
                }
            }
        });
        return open;
    }

    /** Takes note of what comes on a connection until it is closed. */
    void read(Connection connection) {
        tally.add(new byte[] {1}, connection.read());
    }

    void fault(String fault) {
        tally.fault(fault);
    }

    private static int address(int i) {
        return 2 + i % ADDRESSES;
    }

    private interface Work {
        void of(int thread);
    }

    private void each(int threads, Work work) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                int thread = i;
                executor.execute(() -> work.of(thread));
            }
        }
    }

    /** Sends the same again and again on each of these, reads nothing, and closes them when time is up. */
    void flood(List<Connection> open, byte[] requests) throws InterruptedException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Connection connection : open) {
                executor.execute(() -> {
                    boolean sent = true;
                    while (sent) {
                        sent = connection.send(requests);
                    }
                });
            }
            Thread.sleep(PRESSING);
            open.forEach(Connection::close);
        }
    }
}
