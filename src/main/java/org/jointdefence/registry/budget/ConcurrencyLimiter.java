package org.jointdefence.registry.budget;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many requests are executed at a time; there are never more permits than database connections. One party
 * can hold fewer permits than all anonymous callers together, and these fewer than all callers, so that no party can
 * block all others. A request without a permit waits in a queue of bounded length. A free permit goes to the request
 * that has waited longest among those whose party may hold one more.
 */
public final class ConcurrencyLimiter {

    private final Limits limits;
    private final Map<Party, Integer> running = new HashMap<>();
    private final Map<Party, Integer> waiting = new HashMap<>();
    private final Queue<Permit> queue = new ArrayDeque<>();
    private int taken;
    private int takenByAnonymous;
    private int waitingAnonymous;

    /**
     * The numbers of permits and waiting requests.
     *
     * @param permits of all
     * @param anonymous of all callers without a token together
     * @param party of one party
     * @param waiting requests that wait for a permit
     * @param waitingAnonymous requests of all callers without a token together that wait
     * @param waitingParty requests of one party that wait
     */
    public record Limits(int permits, int anonymous, int party, int waiting, int waitingAnonymous, int waitingParty) {}

    /** Creates a limiter with all permits free. */
    ConcurrencyLimiter(Limits limits) {
        this.limits = limits;
    }

    private enum State {
        WAITING,
        GRANTED,
        OVER
    }

    /** A permit to execute a request; before it is granted, a place in the queue. */
    public final class Permit implements AutoCloseable {
        private final Party party;
        private final Consumer<Permit> granted;
        private State state = State.WAITING;

        private Permit(Party party, Consumer<Permit> granted) {
            this.party = party;
            this.granted = granted;
        }

        /** Returns the permit, or leaves the queue; a second call has no effect. */
        @Override
        public void close() {
            Permit next = release(this);
            if (next != null) {
                next.granted.accept(next);
            }
        }

        /** Whether it still waits in the queue. */
        public boolean isWaiting() {
            synchronized (ConcurrencyLimiter.this) {
                return state == State.WAITING;
            }
        }

        /** Leaves the queue; false if it was already granted or returned. */
        public boolean abandon() {
            synchronized (ConcurrencyLimiter.this) {
                boolean waits = state == State.WAITING;
                if (waits) {
                    release(this);
                }
                return waits;
            }
        }
    }

    /**
     * Requests a permit.
     *
     * @param granted called once with the permit, on this thread or on one that returns its own; must return quickly
     * @throws TooManyRequests if too many requests of this party are waiting
     * @throws Overload if too many requests are waiting
     */
    public Permit acquire(Party party, Consumer<Permit> granted) {
        Permit permit = new Permit(party, granted);
        synchronized (this) {
            if (!grant(permit)) {
                enqueue(permit);
                return permit;
            }
        }
        granted.accept(permit);
        return permit;
    }

    /** How many permits are held. */
    public synchronized int held() {
        return taken;
    }

    /** How many requests wait. */
    public synchronized int waiting() {
        return queue.size();
    }

    private boolean grant(Permit permit) {
        Party party = permit.party;
        int own = running.getOrDefault(party, 0);
        if (taken >= limits.permits()
                || own >= limits.party()
                || (party.anonymous() && takenByAnonymous >= limits.anonymous())) {
            return false;
        }
        permit.state = State.GRANTED;
        taken++;
        takenByAnonymous += party.anonymous() ? 1 : 0;
        running.put(party, own + 1);
        return true;
    }

    private void enqueue(Permit permit) {
        int own = waiting.getOrDefault(permit.party, 0);
        if (own >= limits.waitingParty()) {
            throw new TooManyRequests(limits.party() + limits.waitingParty());
        }
        if (queue.size() >= limits.waiting()
                || (permit.party.anonymous() && waitingAnonymous >= limits.waitingAnonymous())) {
            throw new Overload("too many requests are waiting");
        }
        queue.add(permit);
        waitingAnonymous += permit.party.anonymous() ? 1 : 0;
        waiting.put(permit.party, own + 1);
    }

    /** Ends a permit, and returns the permit that is granted next, if any. */
    private synchronized @Nullable Permit release(Permit done) {
        State state = done.state;
        done.state = State.OVER;
        return switch (state) {
            case WAITING -> {
                queue.remove(done);
                noLongerWaiting(done.party);
                yield null;
            }
            case GRANTED -> {
                taken--;
                takenByAnonymous -= done.party.anonymous() ? 1 : 0;
                decrease(running, done.party);
                yield grantNext();
            }
            case OVER -> null;
        };
    }

    private @Nullable Permit grantNext() {
        for (Iterator<Permit> each = queue.iterator(); each.hasNext(); ) {
            Permit first = each.next();
            if (grant(first)) {
                each.remove();
                noLongerWaiting(first.party);
                return first;
            }
        }
        return null;
    }

    private void noLongerWaiting(Party party) {
        waitingAnonymous -= party.anonymous() ? 1 : 0;
        decrease(waiting, party);
    }

    private static void decrease(Map<Party, Integer> counts, Party party) {
        counts.computeIfPresent(party, (key, count) -> count == 1 ? null : count - 1);
    }
}
