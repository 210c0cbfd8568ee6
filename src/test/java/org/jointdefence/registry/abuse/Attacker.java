package org.jointdefence.registry.abuse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Sends the requests of an attack from one address or from many, for a limited time. */
final class Attacker {

    /** The time during which an attack starts requests. */
    static final Duration PRESSING =
            Duration.ofMillis((long) (1_000 * Double.parseDouble(System.getProperty("abuse.seconds", "1"))));

    /** The time limit for opening connections, if the service does not accept them. */
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

    /** Sends requests concurrently, each on a connection of its own, up to a maximum number or until the time is up. */
    void press(int concurrency, int most, IntFunction<byte[]> requests) {
        press(concurrency, most, false, requests);
    }

    /** Does the same from many addresses. */
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

    /** Sends a request without counting the response. */
    RawResponse ask(byte[] request) {
        return ask(address(0), request);
    }

    private RawResponse ask(int from, byte[] request) {
        try (Connection connection = Connection.open(from, registry.port(), 0)) {
            connection.write(request);
            return connection.read();
        } catch (IOException notConnected) {
            return RawResponse.DROPPED;
        }
    }

    /** Opens connections, sends the start of a request on each, waits until the attack ends, and then reads the responses. */
    void hold(int connections, IntFunction<byte[]> beginnings) throws InterruptedException {
        hold(connections, 0, PRESSING, beginnings);
    }

    /** Does the same with a small receive buffer and a different duration. */
    void hold(int connections, int receiveBuffer, Duration time, IntFunction<byte[]> beginnings)
            throws InterruptedException {
        List<Connection> open = open(connections, receiveBuffer, beginnings);
        Thread.sleep(time);
        open.forEach(Connection::close);
    }

    /** Opens connections concurrently and sends the start of a request on each. */
    List<Connection> open(int connections, int receiveBuffer, IntFunction<byte[]> beginnings) {
        return open(connections, receiveBuffer, false, beginnings);
    }

    /** Does the same from many addresses. */
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
                    tally.add(new byte[0], RawResponse.DROPPED);
                }
            }
        });
        return open;
    }

    /** Counts the response on a connection, which it reads until it is closed. */
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

    /** Repeats the same bytes on each connection without reading, and closes them when the time is up. */
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
