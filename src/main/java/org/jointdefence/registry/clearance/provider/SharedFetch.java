package org.jointdefence.registry.clearance.provider;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fetch shared by everyone who waits for it: never two at a time, and not again before an interval has passed. */
final class SharedFetch {

    private final Vertx vertx;
    private final Context context;
    private final long interval;
    private final Supplier<Uni<Void>> source;
    private List<Waiter> waiters = new ArrayList<>();
    private State state = State.IDLE;
    private boolean begun;
    private long beginning;
    private @Nullable Throwable failure;

    private enum State {
        IDLE,
        SCHEDULED,
        UNDER_WAY
    }

    /** A waiting subscriber; {@code early} if the fetch had not begun when it subscribed. */
    private record Waiter(
            UniEmitter<? super Boolean> emitter, @Nullable Context context, boolean early) {

        void end(@Nullable Throwable failure) {
            if (context == null) {
                emit(failure);
            } else {
                context.runOnContext(ignored -> emit(failure));
            }
        }

        private void emit(@Nullable Throwable failure) {
            if (failure == null) {
                emitter.complete(early);
            } else {
                emitter.fail(failure);
            }
        }
    }

    /**
     * Creates the fetch without starting it.
     *
     * @param interval from the start of one fetch to the start of the next
     * @param source fetches, and ends by itself in bounded time
     */
    SharedFetch(Vertx vertx, Duration interval, Supplier<Uni<Void>> source) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.interval = interval.toNanos();
        this.source = source;
    }

    /**
     * Waits for the current fetch, or for the next one. Fails with the failure of the fetch; at once if the last one
     * failed and the interval until the next one has not passed.
     *
     * @return whether the fetch began after this call, so that it sees everything that existed at the time of the call
     */
    Uni<Boolean> await() {
        return Uni.createFrom().<Boolean>emitter(this::enqueue);
    }

    private void enqueue(UniEmitter<? super Boolean> emitter) {
        Throwable rejection;
        synchronized (this) {
            rejection = state == State.IDLE && remaining() > 0 ? failure : null;
            if (rejection == null) {
                waiters.add(new Waiter(emitter, Vertx.currentContext(), state != State.UNDER_WAY));
                begin();
            }
        }
        if (rejection != null) {
            emitter.fail(rejection);
        }
    }

    /** Starts a fetch as soon as the interval allows, without waiting for it. */
    synchronized void begin() {
        if (state != State.IDLE) {
            return;
        }
        long remaining = remaining();
        if (remaining <= 0) {
            run();
        } else {
            state = State.SCHEDULED;
            vertx.setTimer(Math.max(1, Duration.ofNanos(remaining).toMillis() + 1), due -> run());
        }
    }

    /** Nanoseconds until the next fetch may start; 0 or negative if it may start now. */
    private long remaining() {
        return begun ? beginning + interval - System.nanoTime() : 0;
    }

    private synchronized void run() {
        state = State.UNDER_WAY;
        begun = true;
        beginning = System.nanoTime();
        context.runOnContext(ignored ->
                Uni.createFrom().<Void>deferred(() -> source.get()).subscribe().with(done -> end(null), this::end));
    }

    private void end(@Nullable Throwable outcome) {
        List<Waiter> served;
        synchronized (this) {
            failure = outcome;
            state = State.IDLE;
            served = waiters;
            waiters = new ArrayList<>();
        }
        served.forEach(waiter -> waiter.end(outcome));
    }
}
