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
import org.jspecify.annotations.Nullable;

/**
 * A request of an authenticated or anonymous caller, with the resources that it holds: memory for the body, a permit during
 * execution, and memory for the response until it has been sent. All of them are released even if the connection closes.
 */
final class Exchange {

    /** Not the id of any Vert.x timer. */
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
     * Creates an exchange that holds nothing yet.
     *
     * @param failed called on the request's event loop if the request fails before a response is sent
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
     * Receives the body, waits for a permit, and then does the work on a worker thread.
     *
     * @param maximumBody the maximum length of the body in bytes
     */
    void run(long maximumBody, Work work) {
        routing.response().closeHandler(gone -> abandon());
        if (isGet()) {
            routing.request().resume();
            await(work);
        } else {
            BodyReader.read(
                    routing,
                    bodyMemory,
                    maximumBody,
                    budgets.bodyTime(),
                    received -> {
                        body = received;
                        await(work);
                    },
                    this::fail);
        }
    }

    /** The work that needs a permit. */
    interface Work {
        /**
         * Executes the request and starts to send the response.
         *
         * @param budget the memory budget of the response, which the exchange closes
         * @return completes when the response has been sent or the client has disconnected
         */
        Future<Void> answer(Exchange exchange, AnswerBudget budget);
    }

    /** Drops the request if its execution has not started, because the client has disconnected. */
    private void abandon() {
        if (permit == null || permit.abandon()) {
            releaseBody();
        }
    }

    /** Releases the body and its memory reservation. */
    private void releaseBody() {
        routing.vertx().cancelTimer(waitingTimer);
        body = Buffer.buffer();
        bodyMemory.close();
    }

    private void await(Work work) {
        try {
            Permit requested = budgets.permits().acquire(party, granted -> start(granted, work));
            permit = requested;
            if (requested.isWaiting()) {
                waitingTimer = routing.vertx().setTimer(budgets.waitingTime().toMillis(), late -> {
                    if (requested.abandon()) {
                        fail(new Overload("no permit became free in time"));
                    }
                });
            }
        } catch (RuntimeException rejected) {
            fail(rejected);
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
                Sending.limit(routing, budgets, budget, work.answer(this, budget));
            }
        } catch (RuntimeException | Error failure) {
            budget.close();
            throw failure;
        } finally {
            releaseBody();
            permit.close();
        }
    }

    private void fail(Throwable failure) {
        releaseBody();
        failed.accept(failure);
    }
}
