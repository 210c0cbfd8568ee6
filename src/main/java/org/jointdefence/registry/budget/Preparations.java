package org.jointdefence.registry.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits how many new documents are parsed, validated and measured at a time, first come, first served, because the
 * memory for it cannot be predicted from the length of the document.
 */
@ApplicationScoped
public class Preparations {

    /**
     * The maximum number of bytes that preparing one document allocates under the shipped limits, and so the maximum it
     * can hold. Measured by {@code ./mvnw test -Dtest=DocumentCostTest}, which compares every document with it.
     */
    public static final long BYTES_OF_ONE = 24L << 20;

    private final int most;
    private final Duration patience;
    private final Semaphore places;

    @Inject
    Preparations(CapacityConfig capacity) {
        this(capacity.preparations(), capacity.waitingTime());
    }

    Preparations(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
        this.places = new Semaphore(most, true);
    }

    /** Bytes of heap that all documents in preparation can hold. */
    long bytes() {
        return most * BYTES_OF_ONE;
    }

    /**
     * Waits for a place and runs the preparation.
     *
     * @throws Overload if no place becomes free in time
     */
    public <T> T prepare(Supplier<T> preparation) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overload("too many new documents are being prepared");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new Overload("the service is shutting down");
        }
        try {
            return preparation.get();
        } finally {
            places.release();
        }
    }
}
