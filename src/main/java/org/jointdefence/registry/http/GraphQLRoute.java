package org.jointdefence.registry.http;

import io.netty.buffer.ByteBuf;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Supplier;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.RequestBudgets;
import org.jointdefence.registry.budget.Reservation;
import org.jointdefence.registry.budget.TooManyRequests;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.CallerResolver;
import org.jointdefence.registry.clearance.StepUp;
import org.jointdefence.registry.clearance.provider.IdentityProviderUnavailable;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.error.Unavailable;
import org.jointdefence.registry.http.connection.Disconnection;
import org.jointdefence.registry.http.response.MediaType;
import org.jointdefence.registry.http.response.Negotiation;
import org.jointdefence.registry.http.response.PublicAddress;
import org.jointdefence.registry.http.response.PublicAnswer;
import org.jointdefence.registry.http.response.PublicAnswerCache;
import org.jointdefence.registry.http.response.ResponseBody;
import org.jointdefence.registry.http.response.ResponseWriter;
import org.jointdefence.registry.login.Sessions;
import org.jointdefence.registry.request.GraphQLResult;
import org.jointdefence.registry.request.IntrospectionConfig;
import org.jointdefence.registry.request.RequestHandler;
import org.jointdefence.registry.request.error.FailureLog;
import org.jointdefence.registry.request.error.HttpError;
import org.jointdefence.registry.request.error.RequestError;
import org.jointdefence.registry.request.error.RequestId;
import org.jointdefence.registry.request.input.GraphQLRequest;
import org.jointdefence.registry.request.input.JsonText;
import org.jspecify.annotations.Nullable;

/** The endpoint {@code /graphql}, according to the GraphQL over HTTP specification. */
@ApplicationScoped
class GraphQLRoute {

    private static final String METHODS = "GET, HEAD, POST, OPTIONS";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String MEDIA_TYPE = "media type";
    private static final String REQUEST_ID = "request id";

    /** After authentication, and before SmallRye's route for the same path. */
    private static final int ORDER = -100;

    private final LimitsConfig limits;
    private final RequestBudgets budgets;
    private final IntrospectionConfig introspection;
    private final JsonText json;
    private final CrossOrigin origins;
    private final CallerResolver callers;
    private final Sessions sessions;
    private final ResponseWriter responseWriter;
    private final RequestHandler requestHandler;
    private final PublicAnswers publicAnswers;
    private final RefusalLog refusals;
    private final OverloadLog overloads;

    GraphQLRoute(
            LimitsConfig limits,
            RequestBudgets budgets,
            IntrospectionConfig introspection,
            JsonText json,
            CrossOrigin origins,
            CallerResolver callers,
            Sessions sessions,
            ResponseWriter responseWriter,
            RequestHandler requestHandler,
            PublicAnswers publicAnswers,
            RefusalLog refusals,
            OverloadLog overloads) {
        this.limits = limits;
        this.budgets = budgets;
        this.introspection = introspection;
        this.json = json;
        this.origins = origins;
        this.callers = callers;
        this.sessions = sessions;
        this.responseWriter = responseWriter;
        this.requestHandler = requestHandler;
        this.publicAnswers = publicAnswers;
        this.refusals = refusals;
        this.overloads = overloads;
    }

    void mount(@Observes Router router) {
        router.route(PublicAddress.GRAPHQL).order(ORDER).handler(this::admit).failureHandler(this::fail);
        // Disables what SmallRye serves below this path, such as the schema.
        router.route(PublicAddress.GRAPHQL + "/*")
                .order(ORDER)
                .handler(routing -> routing.response().setStatusCode(404).end());
    }

    /** Checks the method and headers of a request. */
    private void admit(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Optional<MediaType> mediaType = Negotiation.choose(request.getHeader(HttpHeaders.ACCEPT));
        routing.put(MEDIA_TYPE, mediaType.orElse(MediaType.JSON));
        if (!origins.admit(request, routing.response())) {
            throw new HttpError(403, ErrorCode.FORBIDDEN, "The Origin is not allowed.");
        }
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
            throw new HttpError(
                    406,
                    ErrorCode.BAD_USER_INPUT,
                    "The Accept header must allow application/graphql-response+json or application/json.");
        }
        RequestHead.check(request, METHODS);
        identify(routing);
    }

    /** Authenticates the caller before the body is read, so that a slow identity provider ties up no bodies in memory. */
    private void identify(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Party address = Party.address(request.remoteAddress().hostAddress());
        boolean inSession = sessions.isUsedBy(routing);
        if (!inSession && !request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            PublicAnswerCache.Key key = publicAnswers.key(request, mediaType(routing));
            if (key == null) {
                receive(routing, Caller.ANONYMOUS, address);
            } else {
                publicAnswers.answer(routing, key, address, () -> receive(routing, Caller.ANONYMOUS, address));
            }
            return;
        }
        request.pause();
        Supplier<Reservation> place = () -> budgets.identification(address);
        Uni<Caller> identified = inSession ? sessions.caller(routing, place) : callers.of(routing, place);
        identified
                .subscribe()
                .with(
                        caller -> receive(routing, caller, Party.subject(caller.issuer(), caller.subject())),
                        failure -> fail(routing, failure));
    }

    private void receive(RoutingContext routing, Caller caller, Party party) {
        routing.put(ResponseWriter.CALLER, caller);
        if (!routing.response().closed()) {
            new Exchange(routing, caller, party, budgets, failure -> fail(routing, failure))
                    .run(limits.bodySize().asLongValue(), this::answer);
        }
    }

    private Future<Void> answer(Exchange exchange, AnswerBudget budget) {
        RequestId id = new RequestId();
        exchange.routing().put(REQUEST_ID, id);
        GraphQLRequest request = null;
        PublicAnswers.Reading reading = null;
        GraphQLResult result;
        budget.enter();
        try {
            request = request(exchange);
            reading = publicAnswers.begin(exchange.routing().request(), mediaType(exchange.routing()), request);
            result = requestHandler.answer(
                    request,
                    exchange.caller(),
                    exchange.party(),
                    id,
                    () -> callers.associate(exchange.routing()),
                    exchange.isGet());
        } catch (HttpError error) {
            result = GraphQLResult.Rejected.of(error);
        } catch (RuntimeException | Error failure) {
            // The log entry is not charged to the budget of the response, which may be exhausted.
            AnswerBudget.leave();
            refusals.record(exchange, request, failure, id);
            throw failure;
        } finally {
            AnswerBudget.leave();
        }
        return send(exchange, request, result, reading, id, budget);
    }

    private GraphQLRequest request(Exchange exchange) {
        return exchange.isGet()
                ? GraphQLRequest.of(RequestHead.parameters(exchange.routing())::getAll, json)
                : GraphQLRequest.of(exchange.body().getBytes(), json)
                        .with(exchange.routing().request().getHeader(IDEMPOTENCY_KEY));
    }

    private Future<Void> send(
            Exchange exchange,
            @Nullable GraphQLRequest request,
            GraphQLResult result,
            PublicAnswers.@Nullable Reading reading,
            RequestId id,
            AnswerBudget budget) {
        Caller caller = exchange.caller();
        refusals.record(exchange, request, result, id);
        boolean revalidable = exchange.isGet() && caller.anonymous() && request != null && request.query() == null;
        ByteBuf body = ResponseBody.of(result, id, caller.stepUp());
        PublicAnswer kept = publicAnswers.keep(reading, result, body, budget);
        if (kept != null) {
            budget.keep(kept.retained());
            return responseWriter.send(exchange.routing(), mediaType(exchange.routing()), kept);
        }
        budget.keep(ResponseBody.retained(result, body));
        return responseWriter.send(exchange.routing(), mediaType(exchange.routing()), result, body, id, revalidable);
    }

    private static MediaType mediaType(RoutingContext routing) {
        return routing.get(MEDIA_TYPE, MediaType.JSON);
    }

    private void fail(RoutingContext routing) {
        Throwable failure = routing.failure();
        fail(
                routing,
                failure == null || routing.statusCode() == 400 ? RequestHead.failure(routing.statusCode()) : failure);
    }

    private void fail(RoutingContext routing, Throwable failure) {
        if (routing.response().ended() || routing.response().closed()) {
            return;
        }
        RequestId id = routing.get(REQUEST_ID, new RequestId());
        Throwable cause = FailureLog.unwrap(failure);
        GraphQLResult result =
                switch (cause) {
                    case HttpError error -> GraphQLResult.Rejected.of(error);
                    case ClientError invalid -> {
                        RequestError error = RequestError.of(invalid);
                        yield new GraphQLResult.Rejected(error.status(), error);
                    }
                    case TooManyRequests tooMany ->
                        new GraphQLResult.Rejected(
                                429, new RequestError(ErrorCode.LIMIT_EXCEEDED, tooMany.getMessage()));
                    case Overload overload -> {
                        overloads.record(overload.getMessage());
                        yield new GraphQLResult.Rejected(503, RequestError.unavailable());
                    }
                    case IdentityProviderUnavailable unavailable -> {
                        overloads.record(unavailable.getMessage());
                        yield new GraphQLResult.Rejected(503, RequestError.unavailable());
                    }
                    case Unavailable unavailable -> {
                        FailureLog.record(id, unavailable);
                        yield new GraphQLResult.Rejected(503, RequestError.unavailable());
                    }
                    default -> {
                        FailureLog.record(id.toString(), cause);
                        yield new GraphQLResult.Rejected(500, RequestError.internal());
                    }
                };
        StepUp stepUp = routing.get(ResponseWriter.CALLER, Caller.ANONYMOUS).stepUp();
        responseWriter.send(routing, mediaType(routing), result, ResponseBody.of(result, id, stepUp), id, false);
        discardRest(routing);
    }

    /** Discards the rest of the body; a client that keeps sending for too long is disconnected. */
    private void discardRest(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded()) {
            long timer = routing.vertx().setTimer(budgets.bodyTime().toMillis(), late -> Disconnection.of(request));
            request.handler(ignored -> {})
                    .endHandler(end -> routing.vertx().cancelTimer(timer))
                    .exceptionHandler(gone -> routing.vertx().cancelTimer(timer))
                    .resume();
        }
    }
}
