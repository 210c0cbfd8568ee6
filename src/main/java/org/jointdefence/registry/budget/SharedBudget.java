package org.jointdefence.registry.budget;

import java.util.HashMap;
import java.util.Map;

/**
 * An amount of a resource (bytes, places) that all requests share. One party, and all anonymous callers together, can
 * hold only a part of it. A request for more than is free fails at once instead of waiting.
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
     * Creates a budget that is entirely free.
     *
     * @param what the reason of a refusal, for the log
     * @param total the whole amount
     * @param anonymousShare the maximum for all callers without a token together
     * @param partyShare the maximum for one party
     */
    public SharedBudget(String what, long total, long anonymousShare, long partyShare) {
        this.what = what;
        this.total = total;
        this.anonymousShare = anonymousShare;
        this.partyShare = partyShare;
    }

    /** An empty reservation, which its holder must close. */
    public Reservation reservation(Party party) {
        return new Reservation(this, party);
    }

    /** The amount that is held. */
    synchronized long taken() {
        return taken;
    }

    /**
     * Takes an amount.
     *
     * @throws Overload if that amount is not free for this party
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
