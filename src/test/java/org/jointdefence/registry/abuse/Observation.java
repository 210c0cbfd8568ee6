package org.jointdefence.registry.abuse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The effects of an attack on the service and on other callers.
 *
 * @param waits the response times of the other callers, in ascending order
 * @param processorTime the CPU time of the service, without that for the other callers
 * @param memory the memory after the attack
 * @param logged the number of characters that the service has logged
 */
record Observation(
        Attack attack,
        Tally tally,
        List<Duration> waits,
        Duration processorTime,
        AbusedRegistry.Memory memory,
        int logged,
        List<String> faults) {

    static final String HEADING =
            "| attack | requests | refused | answered | dropped | others' p99 ms | CPU ms a refusal"
                    + " | heap MB | RSS MB | PostgreSQL session MB | log kB | replies |\n|---|---|---|---|---|---|---|---|---|---|---|---|";

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long COST_OF_A_REFUSAL = 100;
    private static final long SESSION = 100L << 20;

    /** The 99th percentile of the other callers' response times. */
    Duration p99() {
        return waits.isEmpty() ? Duration.ZERO : waits.get(Math.max(0, waits.size() * 99 / 100 - 1));
    }

    /** The CPU time per request in milliseconds, if most requests were rejected; 0 otherwise. */
    long costOfARefusal() {
        return tally.refused() > tally.answered() ? processorTime.toMillis() / tally.refused() : 0;
    }

    boolean isSlow() {
        return p99().compareTo(PATIENCE) >= 0;
    }

    /** All violated expectations. */
    List<String> verdict() {
        List<String> all = Stream.concat(faults.stream(), tally.faults().stream())
                .collect(Collectors.groupingBy(fault -> fault.replaceAll("[0-9a-f]{16}", "…"), Collectors.counting()))
                .entrySet()
                .stream()
                .map(fault -> fault.getValue() + " times: " + fault.getKey())
                .collect(Collectors.toCollection(ArrayList::new));
        if (attack.conduct() != Attack.Conduct.DROPPED && tally.dropped() > 0) {
            all.add(tally.dropped() + " requests got no response");
        }
        if (costOfARefusal() >= COST_OF_A_REFUSAL) {
            all.add("a refusal costs " + costOfARefusal() + " ms of the processor");
        }
        if (memory.backend() >= SESSION) {
            all.add("a session of PostgreSQL's takes " + megabytes(memory.backend()) + " MB");
        }
        return all;
    }

    private static long megabytes(long bytes) {
        return bytes < 0 ? -1 : bytes >> 20;
    }

    /** The row in the table of results. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %s | %d | %d | %d | %d | %s |",
                attack.name(),
                tally.refused() + tally.answered() + tally.dropped(),
                tally.refused(),
                tally.answered(),
                tally.dropped(),
                p99().toMillis(),
                tally.refused() > tally.answered()
                        ? String.format(Locale.ROOT, "%.1f", processorTime.toMillis() / (double) tally.refused())
                        : "-",
                megabytes(memory.heap()),
                megabytes(memory.resident()),
                megabytes(memory.backend()),
                logged / 1000,
                tally);
    }
}
