package org.jointdefence.registry.http;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.RequestBudgets;
import org.jointdefence.registry.database.PublicEpoch;
import org.jointdefence.registry.http.response.MediaType;
import org.jointdefence.registry.http.response.PublicAnswer;
import org.jointdefence.registry.http.response.PublicAnswerCache;
import org.jointdefence.registry.http.response.ResponseBody;
import org.jointdefence.registry.http.response.ResponseWriter;
import org.jointdefence.registry.request.GraphQLResult;
import org.jointdefence.registry.request.document.TrustedDocuments;
import org.jointdefence.registry.request.input.GraphQLRequest;
import org.jspecify.annotations.Nullable;

/**
 * Answers public requests by GET for trusted documents from memory, on the event loop, as long as the public epoch is the one
 * in which they were read. An answer that has just been read is confirmed when the epoch is asked for the next time.
 */
@ApplicationScoped
class PublicAnswers {

    /** How long a request waits for the epoch before it is answered as if there were no memory, in milliseconds. */
    private static final long PATIENCE = 100;

    /** A question that was under way already may be too early for a request; the next one is not. */
    private static final int QUESTIONS = 2;

    private final TrustedDocuments trusted;
    private final PublicAnswerCache cache;
    private final PublicEpoch epoch;
    private final ResponseWriter writer;
    private final RequestBudgets budgets;
    private final Vertx vertx;
    private final AtomicReference<@Nullable Future<Void>> question = new AtomicReference<>();

    PublicAnswers(
            TrustedDocuments trusted,
            PublicAnswerCache cache,
            PublicEpoch epoch,
            ResponseWriter writer,
            RequestBudgets budgets,
            Vertx vertx) {
        this.trusted = trusted;
        this.cache = cache;
        this.epoch = epoch;
        this.writer = writer;
        this.budgets = budgets;
        this.vertx = vertx;
    }

    /**
     * The key under which the answer to this request may be in memory; null if it cannot be.
     *
     * @param mediaType of the answer
     */
    PublicAnswerCache.@Nullable Key key(HttpServerRequest request, MediaType mediaType) {
        String query = request.query();
        return !cache.isEnabled()
                        || query == null
                        || request.method().equals(HttpMethod.POST)
                        || request.headers().contains(HttpHeaders.AUTHORIZATION)
                ? null
                : cache.key(query, mediaType);
    }

    /**
     * Answers a request from memory, at once if the lease of the epoch holds, otherwise after asking for the epoch.
     *
     * @param otherwise called on the request's event loop, at once or later, if the answer must be read
     */
    void answer(RoutingContext routing, PublicAnswerCache.Key key, Party party, Runnable otherwise) {
        PublicAnswerCache.Entry entry = cache.find(key);
        if (entry == null) {
            otherwise.run();
        } else if (epoch.is(entry.epoch(), entry.readAt())) {
            send(routing, key.mediaType(), party, entry.answer());
            if (epoch.isAging()) {
                ask();
            }
        } else {
            routing.request().pause();
            confirm(routing, key, party, entry, otherwise, QUESTIONS);
        }
    }

    private void confirm(
            RoutingContext routing,
            PublicAnswerCache.Key key,
            Party party,
            PublicAnswerCache.Entry entry,
            Runnable otherwise,
            int questions) {
        Context context = routing.vertx().getOrCreateContext();
        ask().onComplete(asked -> context.runOnContext(back -> {
            if (routing.response().closed()) {
                return;
            }
            if (epoch.is(entry.epoch(), entry.readAt())) {
                routing.request().resume();
                send(routing, key.mediaType(), party, entry.answer());
            } else if (epoch.isOther(entry.epoch(), entry.readAt())) {
                cache.remove(key, entry);
                otherwise.run();
            } else if (questions > 1) {
                confirm(routing, key, party, entry, otherwise, questions - 1);
            } else {
                otherwise.run();
            }
        }));
    }

    /** Asks for the epoch, one question at a time; completes when it is answered, has failed, or takes too long. */
    private Future<Void> ask() {
        Promise<Void> done = Promise.promise();
        Future<Void> underWay = question.compareAndExchange(null, done.future());
        if (underWay != null) {
            return underWay;
        }
        long timer = vertx.setTimer(PATIENCE, late -> done.tryComplete());
        vertx.executeBlocking(epoch::ask, false).onComplete(asked -> {
            question.set(null);
            vertx.cancelTimer(timer);
            done.tryComplete();
        });
        return done.future();
    }

    private void send(RoutingContext routing, MediaType mediaType, Party party, PublicAnswer answer) {
        AnswerBudget budget = budgets.answer(party);
        try {
            budget.keep(answer.retained());
        } catch (Overload overload) {
            routing.fail(overload);
            return;
        }
        cache.countHit();
        Sending.limit(routing, budgets, budget, writer.send(routing, mediaType, answer));
    }

    /**
     * What must be known before a request is read whose answer may be kept; null if it is no such request.
     *
     * @param epoch the epoch before; null if PostgreSQL does not say it
     */
    record Reading(PublicAnswerCache.Key key, @Nullable String epoch) {}

    /** Prepares to keep the answer to a request, if it is a public one by GET for a trusted document. */
    @Nullable
    Reading begin(HttpServerRequest http, MediaType mediaType, GraphQLRequest request) {
        PublicAnswerCache.Key key = trusted.isTrusted(request) ? key(http, mediaType) : null;
        if (key == null) {
            return null;
        }
        cache.countMiss();
        String current = epoch.current();
        try {
            return new Reading(key, current == null ? epoch.ask() : current);
        } catch (SQLException failure) {
            // Whatever is wrong, the request itself finds out.
            return new Reading(key, null);
        }
    }

    /**
     * Keeps the answer to a request that was read without errors, if there is memory for it.
     *
     * @return the answer to be sent; null if it is not kept
     */
    @Nullable
    PublicAnswer keep(@Nullable Reading reading, GraphQLResult result, ByteBuf body, AnswerBudget budget) {
        if (reading == null || reading.epoch() == null || !(result instanceof GraphQLResult.Written)) {
            return null;
        }
        try {
            budget.keep(ResponseBody.retained(result, body) + 2L * body.readableBytes());
        } catch (Overload notNow) {
            return null;
        }
        return cache.keep(reading.key(), body, reading.epoch(), System.nanoTime());
    }
}
