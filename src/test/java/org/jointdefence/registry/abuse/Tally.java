package org.jointdefence.registry.abuse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the responses to an attack, and collects unexpected ones. */
final class Tally {

    private static final int QUOTED = 600;

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Map<String, AtomicInteger> kinds = new ConcurrentSkipListMap<>();
    private final Map<Integer, Long> answers = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** Counts the response to a request; responses to equal requests must be equal, unless they are errors. */
    void add(byte[] request, RawResponse response) {
        kinds.computeIfAbsent(response.kind(), kind -> new AtomicInteger()).incrementAndGet();
        if (response.isFailure()) {
            fault("a request fails: " + quote(response));
        } else if (response.isDropped()) {
            dropped.incrementAndGet();
        } else if (response.isRefusal()) {
            refused.incrementAndGet();
        } else {
            answered.incrementAndGet();
            Long before = answers.putIfAbsent(Arrays.hashCode(request), response.checksum());
            if (before != null && before != response.checksum()) {
                fault("the same request is answered differently: " + quote(response));
            }
        }
    }

    private static String quote(RawResponse response) {
        return response.kind() + " "
                + response.text().substring(0, Math.min(QUOTED, response.text().length()));
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

    /** The number of responses by status and code. */
    @Override
    public String toString() {
        return kinds.toString();
    }
}
