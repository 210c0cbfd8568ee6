package org.jointdefence.registry.abuse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what became of an attack's requests, and keeps what should not have become of them. */
final class Tally {

    private static final int QUOTED = 600;

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Map<String, AtomicInteger> kinds = new ConcurrentSkipListMap<>();
    private final Map<Integer, Long> answers = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** Takes note of the reply to a request; equal requests that are answered get equal answers. */
    void add(byte[] request, Reply reply) {
        kinds.computeIfAbsent(reply.kind(), kind -> new AtomicInteger()).incrementAndGet();
        if (reply.isFailure()) {
            fault("a request fails: " + quote(reply));
        } else if (reply.isDropped()) {
            dropped.incrementAndGet();
        } else if (reply.isRefusal()) {
            refused.incrementAndGet();
        } else {
            answered.incrementAndGet();
            Long before = answers.putIfAbsent(Arrays.hashCode(request), reply.checksum());
            if (before != null && before != reply.checksum()) {
                fault("the same request is answered differently: " + quote(reply));
            }
        }
    }

    private static String quote(Reply reply) {
        return reply.kind() + " "
                + reply.text().substring(0, Math.min(QUOTED, reply.text().length()));
    }

    void fault(String fault) {
        faults.add(fault);
    }

    int refused() {
        return refused.get();
    }

    int answered() {
        return answered.get();
    }

    int dropped() {
        return dropped.get();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many there were of each status and code. */
    @Override
    public String toString() {
        return kinds.toString();
    }
}
