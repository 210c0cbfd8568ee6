package org.jointdefence.registry.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few documents that are not known yet be parsed, validated and measured at a time, first come, first served: that takes
 * memory in proportion to no length that is known beforehand.
 */
@ApplicationScoped
public class Preparations {

    /**
     * Bytes that preparing any document allocates at most under the shipped limits, and so what it can hold. Measured by
     * {@code ./mvnw test -Dtest=DocumentCostTest}, which holds every document against it.
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

    /** Bytes of heap that all documents can hold that are being prepared. */
    public long bytes() {
        return most * BYTES_OF_ONE;
    }

    /**
     * Waits for its turn and prepares.
     *
     * @throws Overload if its turn does not come in time
     */
    public <T> T prepare(Supplier<T> preparation) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overload("too many new documents are being prepared");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new Overload("the service ends");
        }
        try {
            return preparation.get();
        } finally {
            places.release();
        }
    }
}
