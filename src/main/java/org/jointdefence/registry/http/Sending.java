package org.jointdefence.registry.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.RequestBudgets;
import org.jointdefence.registry.http.connection.Disconnection;

/** Holds a response's memory until its client has it, and disconnects clients that take too long. */
final class Sending {

    private Sending() {}

    /**
     * Limits a response that is being sent.
     *
     * @param budget what the response takes; closed when it has been sent or the client has gone
     * @param sent completes then
     */
    static void limit(RoutingContext routing, RequestBudgets budgets, AnswerBudget budget, Future<Void> sent) {
        if (sent.isComplete()) {
            budget.close();
            return;
        }
        long timer =
                routing.vertx().setTimer(budgets.answerTime().toMillis(), late -> Disconnection.of(routing.request()));
        sent.onComplete(end -> {
            routing.vertx().cancelTimer(timer);
            budget.close();
        });
    }
}
