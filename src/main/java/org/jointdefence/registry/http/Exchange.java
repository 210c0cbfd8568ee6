package org.jointdefence.registry.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.ConcurrencyLimiter.Permit;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.RequestBudgets;
import org.jointdefence.registry.budget.Reservation;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.http.connection.Disconnection;
import org.jspecify.annotations.Nullable;

/**
 * One request of a known caller, and what it holds until it is answered: memory for its body, a permit while it is worked
 * on, memory for its answer until that has been sent. All of it is given back when the work ends, whatever the connection
 * does.
 */
final class Exchange {

    /** No timer of Vert.x's has this number. */
    private static final long NONE = -1;

    private final RoutingContext routing;
    private final Context context;
    private final Caller caller;
    private final Party party;
    private final RequestBudgets budgets;
    private final Reservation bodyMemory;
    private final Consumer<Throwable> failed;
    private Buffer body = Buffer.buffer();
    private @Nullable Permit permit;
    private long waitingTimer = NONE;

    /**
     * An exchange that holds nothing yet.
     *
     * @param failed called, on the request's event loop, with what keeps the request from being answered
     */
    Exchange(RoutingContext routing, Caller caller, Party party, RequestBudgets budgets, Consumer<Throwable> failed) {
        this.routing = routing;
        this.context = routing.vertx().getOrCreateContext();
        this.caller = caller;
        this.party = party;
        this.budgets = budgets;
        this.bodyMemory = budgets.body(party);
        this.failed = failed;
    }

    RoutingContext routing() {
        return routing;
    }

    Caller caller() {
        return caller;
    }

    Party party() {
        return party;
    }

    Buffer body() {
        return body;
    }

    boolean isGet() {
        return !routing.request().method().equals(HttpMethod.POST);
    }

    /**
     * Receives the body, waits for a permit and then works.
     *
     * @param longestBody how many bytes the body may have
     * @param work done on a worker thread; returns the future of having sent the answer
     */
    void run(long longestBody, Work work) {
        routing.response().closeHandler(gone -> abandon());
        if (isGet()) {
            routing.request().resume();
            await(work);
        } else {
            BodyReader.read(
                    routing,
                    bodyMemory,
                    longestBody,
                    budgets.bodyTime(),
                    received -> {
                        body = received;
                        await(work);
                    },
                    this::fail);
        }
    }

    /** What is done with a permit. */
    interface Work {
        /** Answers within the budget, which is closed by whoever calls this. */
        Future<Void> answer(Exchange exchange, AnswerBudget budget);
    }

    /** The client is gone: what has not begun is not done. */
    private void abandon() {
        if (permit == null || permit.abandon()) {
            giveBody();
        }
    }

    /** Gives the body's memory back, and holds the body no longer. */
    private void giveBody() {
        routing.vertx().cancelTimer(waitingTimer);
        body = Buffer.buffer();
        bodyMemory.close();
    }

    private void await(Work work) {
        try {
            Permit asked = budgets.permits().acquire(party, granted -> start(granted, work));
            permit = asked;
            if (asked.isWaiting()) {
                waitingTimer = routing.vertx().setTimer(budgets.waitingTime().toMillis(), late -> {
                    if (asked.abandon()) {
                        fail(new Overload("no permit was free in time"));
                    }
                });
            }
        } catch (RuntimeException refused) {
            fail(refused);
        }
    }

    private void start(Permit permit, Work work) {
        context.executeBlocking(
                        () -> {
                            work(permit, work);
                            return true;
                        },
                        false)
                .onFailure(failure -> {
                    permit.close();
                    fail(failure);
                });
    }

    private void work(Permit permit, Work work) {
        AnswerBudget budget = budgets.answer(party);
        try {
            if (routing.response().closed()) {
                budget.close();
            } else {
                sent(work.answer(this, budget), budget);
            }
        } catch (RuntimeException | Error failure) {
            budget.close();
            throw failure;
        } finally {
            giveBody();
            permit.close();
        }
    }

    /** A client that does not take its answer in time loses it. */
    private void sent(Future<Void> sending, AnswerBudget budget) {
        long timer =
                routing.vertx().setTimer(budgets.answerTime().toMillis(), late -> Disconnection.of(routing.request()));
        sending.onComplete(sent -> {
            routing.vertx().cancelTimer(timer);
            budget.close();
        });
    }

    private void fail(Throwable failure) {
        giveBody();
        failed.accept(failure);
    }
}
