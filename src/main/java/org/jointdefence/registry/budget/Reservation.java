package org.jointdefence.registry.budget;

/** A request's share of a {@link SharedBudget}. Closing it returns the whole amount; closing it again has no effect. */
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
     * Reserves more.
     *
     * @throws Overload if the budget is used up, or the reservation is closed because the request has ended
     */
    public synchronized void grow(long more) {
        if (closed) {
            throw new Overload("the request has ended");
        }
        budget.take(party, more);
        amount += more;
    }

    /**
     * Changes the reservation to exactly this amount.
     *
     * @throws Overload if the budget is used up
     */
    synchronized void hold(long exactly) {
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
