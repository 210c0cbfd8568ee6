package org.jointdefence.registry.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jointdefence.registry.ErrorCode;
import org.jointdefence.registry.Refusal;
import org.jointdefence.registry.Unavailable;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Callers;
import org.jspecify.annotations.Nullable;

/** The one way in: {@code /graphql}, as the GraphQL-over-HTTP specification describes it. */
@ApplicationScoped
class GraphQLRoute {

    private static final String PATH = "/graphql";
    private static final String METHODS = "GET, HEAD, POST, OPTIONS";
    private static final String MEDIA_TYPE = "media type";

    /** After authentication, before the route that SmallRye would serve the same path by. */
    private static final int ORDER = -100;

    private final LimitsConfig limits;
    private final IntrospectionConfig introspection;
    private final Callers callers;
    private final Turnstile turnstile;
    private final Responder responder;
    private final Refusals refusals;

    GraphQLRoute(
            LimitsConfig limits,
            IntrospectionConfig introspection,
            Callers callers,
            Turnstile turnstile,
            Responder responder,
            Refusals refusals) {
        this.limits = limits;
        this.introspection = introspection;
        this.callers = callers;
        this.turnstile = turnstile;
        this.responder = responder;
        this.refusals = refusals;
    }

    void mount(@Observes Router router) {
        // A route of its own, since the body is read before any other handler of a route.
        router.route(PATH).order(ORDER - 1).handler(this::admit).failureHandler(this::fail);
        router.route(PATH)
                .order(ORDER)
                .handler(
                        BodyHandler.create(false).setBodyLimit(limits.bodySize().asLongValue()))
                .handler(this::identify)
                .failureHandler(this::fail);
        // Nothing else lives below it: not SmallRye's schema, nor its sub-protocols.
        router.route(PATH + "/*")
                .order(ORDER)
                .handler(routing -> routing.response().setStatusCode(404).end());
    }

    /** Looks at a request's head, before its body is read. */
    private void admit(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Optional<MediaType> mediaType = Negotiation.choose(request.getHeader(HttpHeaders.ACCEPT));
        routing.put(MEDIA_TYPE, mediaType.orElse(MediaType.JSON));
        if (request.method().equals(HttpMethod.OPTIONS)) {
            routing.response()
                    .putHeader(HttpHeaders.ALLOW, METHODS)
                    .setStatusCode(204)
                    .end();
            return;
        }
        if (introspection.graphiql().isPresent() && RequestHead.isBrowser(request)) {
            routing.redirect(introspection.graphiql().get());
            return;
        }
        if (mediaType.isEmpty()) {
            throw new Rejection(
                    406,
                    ErrorCode.BAD_USER_INPUT,
                    "Answers are application/graphql-response+json or application/json.");
        }
        RequestHead.check(request, METHODS);
        routing.next();
    }

    private void identify(RoutingContext routing) {
        callers.of(routing).subscribe().with(caller -> enter(routing, caller), failure -> fail(routing, failure));
    }

    private void enter(RoutingContext routing, Caller caller) {
        routing.put(Reply.CALLER, caller);
        try {
            String key =
                    turnstile.enter(caller, routing.request().remoteAddress().hostAddress());
            routing.addEndHandler(ended -> turnstile.leave(key));
        } catch (Rejection rejection) {
            work(routing, () -> send(routing, caller, null, Outcome.Rejected.of(rejection), new RequestId()));
            return;
        }
        work(routing, () -> answer(routing, caller));
    }

    /** Does what waits for the database where waiting is allowed. */
    private void work(RoutingContext routing, Runnable work) {
        routing.vertx()
                .executeBlocking(
                        () -> {
                            work.run();
                            return true;
                        },
                        false)
                .onFailure(failure -> fail(routing, failure));
    }

    private void answer(RoutingContext routing, Caller caller) {
        RequestId id = new RequestId();
        GraphQLRequest request = null;
        Outcome outcome;
        try {
            request = request(routing);
            outcome = responder.answer(request, caller, id, routing, isGet(routing));
        } catch (Rejection rejection) {
            outcome = Outcome.Rejected.of(rejection);
        }
        send(routing, caller, request, outcome, id);
    }

    private static GraphQLRequest request(RoutingContext routing) {
        if (isGet(routing)) {
            return GraphQLRequest.of(RequestHead.parameters(routing));
        }
        return GraphQLRequest.of(
                routing.body().buffer() == null
                        ? new byte[0]
                        : routing.body().buffer().getBytes());
    }

    private static boolean isGet(RoutingContext routing) {
        return !routing.request().method().equals(HttpMethod.POST);
    }

    private void send(
            RoutingContext routing, Caller caller, @Nullable GraphQLRequest request, Outcome outcome, RequestId id) {
        refusals.record(caller, request, outcome, id);
        boolean revalidable = isGet(routing) && caller.anonymous() && request != null && request.query() == null;
        Reply.send(routing, routing.get(MEDIA_TYPE, MediaType.JSON), outcome, id, revalidable);
    }

    private void fail(RoutingContext routing) {
        Throwable failure = routing.failure();
        fail(routing, failure == null ? RequestHead.failure(routing.statusCode(), limits) : failure);
    }

    private void fail(RoutingContext routing, Throwable failure) {
        if (routing.response().ended()) {
            return;
        }
        RequestId id = new RequestId();
        Throwable cause = FailureLog.unwrap(failure);
        Outcome outcome =
                switch (cause) {
                    case Rejection rejection -> Outcome.Rejected.of(rejection);
                    case Refusal refusal -> {
                        RequestError error = RequestError.of(refusal);
                        yield new Outcome.Rejected(error.status(), error, null);
                    }
                    case Unavailable unavailable -> {
                        FailureLog.record(id, unavailable);
                        yield new Outcome.Rejected(503, RequestError.unavailable(), null);
                    }
                    default -> {
                        FailureLog.record(id.toString(), cause);
                        yield new Outcome.Rejected(500, RequestError.internal(), null);
                    }
                };
        MediaType mediaType = routing.get(MEDIA_TYPE, MediaType.JSON);
        Reply.send(routing, mediaType, outcome, id, false);
    }
}
