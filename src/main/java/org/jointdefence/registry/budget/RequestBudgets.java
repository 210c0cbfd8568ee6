package org.jointdefence.registry.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The budgets that all requests share: execution permits, places for authentication, bytes of bodies and answers. */
@ApplicationScoped
public class RequestBudgets {

    /** One connection for sealing the log, for the health check, and for questions for the public epoch. */
    private static final int CONNECTIONS_FOR_OTHERS = 1;

    /** One caller can have a quarter of the waiting requests. */
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
                "too many tokens are being verified",
                capacity.identifications(),
                capacity.identifications(),
                Math.max(1, capacity.identifications() / CALLERS_PART));
        this.bodies = bytes(
                "the memory for request bodies is used up", capacity.bodies().asLongValue());
        this.answers =
                bytes("the memory for answers is used up", capacity.answers().asLongValue());
    }

    private SharedBudget bytes(String what, long total) {
        return new SharedBudget(
                what, total, (long) (total * capacity.anonymousShare()), (long) (total * capacity.callerShare()));
    }

    /** The execution permits; there is a database connection for each of them. */
    public ConcurrencyLimiter permits() {
        return permits;
    }

    /** Takes a place for authentication; the party is an address. */
    public Reservation identification(Party address) {
        Reservation place = identifications.reservation(address);
        place.grow(1);
        return place;
    }

    /** An empty reservation for a request body. */
    public Reservation body(Party party) {
        return bodies.reservation(party);
    }

    /** An unused budget for an answer. */
    public AnswerBudget answer(Party party) {
        return new AnswerBudget(limits.answerSize().asLongValue(), answers.reservation(party));
    }

    /** The maximum time that a request waits for a permit. */
    public Duration waitingTime() {
        return capacity.waitingTime();
    }

    /** The maximum time for a body to arrive. */
    public Duration bodyTime() {
        return capacity.bodyTime();
    }

    /** The maximum time for a client to receive an answer. */
    public Duration answerTime() {
        return capacity.answerTime();
    }
}
