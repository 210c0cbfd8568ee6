package org.jointdefence.registry.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The budgets that all requests share: permits to be worked on, places to be identified, bytes of bodies and answers. */
@ApplicationScoped
public class RequestBudgets {

    /** The log's seals and the health check need a connection, too. */
    private static final int CONNECTIONS_FOR_OTHERS = 1;

    /** One caller can have a quarter of what waits. */
    private static final int CALLERS_PART = 4;

    private final CapacityConfig capacity;
    private final LimitsConfig limits;
    private final ConcurrencyLimiter permits;
    private final SharedBudget identifications;
    private final SharedBudget bodies;
    private final SharedBudget answers;

    RequestBudgets(
            CapacityConfig capacity,
            LimitsConfig limits,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.capacity = capacity;
        this.limits = limits;
        int all = Math.max(1, connections - CONNECTIONS_FOR_OTHERS);
        int anonymous = Math.max(1, (int) (all * capacity.anonymousShare()));
        this.permits = new ConcurrencyLimiter(new ConcurrencyLimiter.Limits(
                all,
                anonymous,
                Math.min(capacity.callerRequests(), all),
                capacity.waitingRequests(),
                Math.max(1, (int) (capacity.waitingRequests() * capacity.anonymousShare())),
                Math.max(1, capacity.waitingRequests() / CALLERS_PART)));
        this.identifications = new SharedBudget(
                "too many tokens are looked at",
                capacity.identifications(),
                capacity.identifications(),
                Math.max(1, capacity.identifications() / CALLERS_PART));
        this.bodies = bytes("the memory for bodies is taken", capacity.bodies().asLongValue());
        this.answers =
                bytes("the memory for answers is taken", capacity.answers().asLongValue());
    }

    private SharedBudget bytes(String what, long total) {
        return new SharedBudget(
                what, total, (long) (total * capacity.anonymousShare()), (long) (total * capacity.callerShare()));
    }

    /** Permits to be worked on, of which each has a database connection. */
    public ConcurrencyLimiter permits() {
        return permits;
    }

    /** A place to be identified; its party is an address. */
    public Reservation identification(Party address) {
        Reservation place = identifications.reservation(address);
        place.grow(1);
        return place;
    }

    /** What a body takes, of which nothing has arrived. */
    public Reservation body(Party party) {
        return bodies.reservation(party);
    }

    /** What an answer takes, of which nothing is there. */
    public AnswerBudget answer(Party party) {
        return new AnswerBudget(limits.answerSize().asLongValue(), answers.reservation(party));
    }

    /** The longest that a request waits for a permit. */
    public Duration waitingTime() {
        return capacity.waitingTime();
    }

    /** The longest that a body may take to arrive. */
    public Duration bodyTime() {
        return capacity.bodyTime();
    }

    /** The longest that a client may take to receive an answer. */
    public Duration answerTime() {
        return capacity.answerTime();
    }
}
