package org.jointdefence.registry.budget;

/** What one request holds of a {@link SharedBudget}. Closing it gives all of it back, once, whoever closes it how often. */
public final class Reservation implements AutoCloseable {

    private final SharedBudget budget;
    private final Party party;
    private long amount;
    private boolean closed;

    Reservation(SharedBudget budget, Party party) {
        this.budget = budget;
        this.party = party;
    }

    /**
     * Holds so much more.
     *
     * @throws Overload if it is not there, or the reservation is closed: then the request is over
     */
    public synchronized void grow(long more) {
        if (closed) {
            throw new Overload("the request is over");
        }
        budget.take(party, more);
        amount += more;
    }

    /**
     * Holds exactly so much.
     *
     * @throws Overload if it is not there
     */
    public synchronized void hold(long exactly) {
        if (exactly > amount) {
            grow(exactly - amount);
        } else {
            budget.giveBack(party, amount - exactly);
            amount = exactly;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (amount > 0) {
            budget.giveBack(party, amount);
            amount = 0;
        }
    }
}
