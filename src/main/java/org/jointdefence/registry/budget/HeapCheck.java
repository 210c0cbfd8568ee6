package org.jointdefence.registry.budget;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Checks at start that the heap is large enough for all settings together, and refuses to start otherwise. The sum
 * contains everything that callers can make the service hold.
 */
@ApplicationScoped
class HeapCheck {

    /** Heap of the idle service, in bytes; a test measures it. */
    static final long IDLE = 40L << 20;

    private static final int NAMED = 2;

    private final CapacityConfig capacity;
    private final CachesConfig caches;
    private final Preparations preparations;
    private final long connections;

    HeapCheck(
            CapacityConfig capacity,
            CachesConfig caches,
            Preparations preparations,
            Http2Config http2,
            @ConfigProperty(name = "quarkus.http.limits.max-initial-line-length") int line,
            @ConfigProperty(name = "quarkus.http.limits.max-header-size") MemorySize headers) {
        this.capacity = capacity;
        this.caches = caches;
        this.preparations = preparations;
        this.connections = ConnectionMemory.heap(capacity.connections(), streams(http2), line, headers.asLongValue());
    }

    /** Requests that one connection can have under way. */
    private static int streams(Http2Config http2) {
        return http2.overTls() || http2.clearText() ? ConnectionMemory.MOST_STREAMS : 1;
    }

    void check(@Observes StartupEvent start) {
        check(Runtime.getRuntime().maxMemory(), holdings());
    }

    /**
     * The memory that a setting allows the service to hold.
     *
     * @param setting the name of the setting
     * @param bytes of heap, at most
     */
    record Holding(String setting, long bytes) {
        @Override
        public String toString() {
            return setting + " (" + mebibytes(bytes) + ")";
        }
    }

    private List<Holding> holdings() {
        return List.of(
                new Holding("registry.capacity.answers", capacity.answers().asLongValue()),
                new Holding("registry.capacity.bodies", capacity.bodies().asLongValue()),
                new Holding("registry.capacity.connections", connections),
                new Holding("registry.capacity.preparations", preparations.bytes()),
                new Holding("registry.caches.documents", caches.documents().asLongValue()),
                new Holding("registry.caches.plans", caches.plans().asLongValue()),
                new Holding(
                        "registry.caches.public-answers", caches.publicAnswers().asLongValue()),
                new Holding(
                        "registry.caches.registered-documents",
                        caches.registeredDocuments().asLongValue()));
    }

    /**
     * Compares the heap with the sum of the holdings.
     *
     * @param heap the size of the heap in bytes
     * @throws ConfigurationException if the heap is too small; the message names the two largest holdings
     */
    static void check(long heap, List<Holding> holdings) {
        long needed = IDLE + holdings.stream().mapToLong(Holding::bytes).sum();
        if (needed > heap) {
            // The only kind of failure for which Quarkus prints just the message before it exits.
            throw new ConfigurationException(
                    "The heap of %s is too small for the settings, which allow up to %s: lower %s, or raise"
                                    .formatted(mebibytes(heap), mebibytes(needed), largest(holdings))
                            + " the heap size (-Xmx; docs/operating.md)");
        }
    }

    private static String largest(List<Holding> holdings) {
        return holdings.stream()
                .sorted(Comparator.comparingLong(Holding::bytes).reversed())
                .limit(NAMED)
                .map(Holding::toString)
                .collect(Collectors.joining(" or "));
    }

    private static String mebibytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20) + " MiB";
    }
}
