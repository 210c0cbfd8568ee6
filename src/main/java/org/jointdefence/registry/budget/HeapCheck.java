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
 * Compares, at start, what all settings together let the service hold with the heap that it has: what could not be held is
 * not started. Everything that callers can make it keep is in the sum.
 */
@ApplicationScoped
class HeapCheck {

    /** What the service holds when nobody has asked it anything, in bytes; a test measures it. */
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
     * What a setting lets the service hold.
     *
     * @param setting its name
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
                        "registry.caches.registered-documents",
                        caches.registeredDocuments().asLongValue()));
    }

    /**
     * Compares.
     *
     * @param heap bytes that there are
     * @throws ConfigurationException if it does not hold them; it names the two that take most
     */
    static void check(long heap, List<Holding> holdings) {
        long needed = IDLE + holdings.stream().mapToLong(Holding::bytes).sum();
        if (needed > heap) {
            // The one kind of failure of which Quarkus prints nothing but the message before it exits.
            throw new ConfigurationException(
                    "The heap of %s does not hold what the settings allow, %s: lower %s, or give"
                                    .formatted(mebibytes(heap), mebibytes(needed), largest(holdings))
                            + " the process more (-Xmx; docs/operating.md)");
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
