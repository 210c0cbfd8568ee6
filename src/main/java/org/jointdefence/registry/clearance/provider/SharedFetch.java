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

/** Something that is fetched for all who wait for it: never twice at a time, and not again before an interval has passed. */
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

    /** Who waits; {@code early} if the fetch had not begun yet. */
    private record Waiter(
            UniEmitter<? super Boolean> emitter, @Nullable Context context, boolean early) {

        void end(@Nullable Throwable failure) {
            if (context == null) {
                tell(failure);
            } else {
                context.runOnContext(ignored -> tell(failure));
            }
        }

        private void tell(@Nullable Throwable failure) {
            if (failure == null) {
                emitter.complete(early);
            } else {
                emitter.fail(failure);
            }
        }
    }

    /**
     * Nothing is fetched yet.
     *
     * @param interval from the beginning of one fetch to the next
     * @param source fetches, and ends by itself in bounded time
     */
    SharedFetch(Vertx vertx, Duration interval, Supplier<Uni<Void>> source) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.interval = interval.toNanos();
        this.source = source;
    }

    /**
     * Waits for a fetch: the one under way, or the next. Fails with what the fetch fails with; at once, if the last one has
     * failed and it is too early for the next.
     *
     * @return whether it has begun only after it was asked for, and so has all that was there then
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

    /** Fetches, as soon as that is allowed, without waiting for it. */
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

    /** Nanoseconds until the next one may begin; negative or 0 if it may now. */
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
