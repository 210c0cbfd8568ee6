package org.jointdefence.registry.budget;

import java.util.HashMap;
import java.util.Map;

/**
 * An amount of something (bytes, places) that all requests share, of which one party, and all anonymous callers together,
 * can hold a part at most. Nobody waits for it: what is not there is refused.
 */
public final class SharedBudget {

    private final String what;
    private final long total;
    private final long anonymousShare;
    private final long partyShare;
    private final Map<Party, Long> held = new HashMap<>();
    private long taken;
    private long takenByAnonymous;

    /**
     * A budget that nobody holds anything of yet.
     *
     * @param what what is refused, for the log
     * @param total how much there is
     * @param anonymousShare how much of it all callers without a token may hold together
     * @param partyShare how much of it one party may hold
     */
    public SharedBudget(String what, long total, long anonymousShare, long partyShare) {
        this.what = what;
        this.total = total;
        this.anonymousShare = anonymousShare;
        this.partyShare = partyShare;
    }

    /** Nothing of it, for now; to be closed by whoever holds it. */
    public Reservation reservation(Party party) {
        return new Reservation(this, party);
    }

    /** How much is held. */
    public synchronized long taken() {
        return taken;
    }

    /**
     * Takes an amount.
     *
     * @throws Overload if so much is not there for this party
     */
    synchronized void take(Party party, long amount) {
        long own = held.getOrDefault(party, 0L) + amount;
        if (own > partyShare || taken + amount > total) {
            throw new Overload(what);
        }
        if (party.anonymous()) {
            if (takenByAnonymous + amount > anonymousShare) {
                throw new Overload(what);
            }
            takenByAnonymous += amount;
        }
        taken += amount;
        held.put(party, own);
    }

    synchronized void giveBack(Party party, long amount) {
        held.computeIfPresent(party, (key, own) -> own == amount ? null : own - amount);
        taken -= amount;
        if (party.anonymous()) {
            takenByAnonymous -= amount;
        }
    }
}
