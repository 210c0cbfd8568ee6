package org.jointdefence.registry.login;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.budget.Reservation;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.CallerResolver;
import org.jointdefence.registry.clearance.provider.CodeFlow;
import org.jointdefence.registry.clearance.provider.LoginTokens;
import org.jointdefence.registry.database.SessionStore;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;

/** The sessions of people who logged in on the page. */
@ApplicationScoped
public class Sessions {

    /** Says on responses to the page when the session ends, in seconds, or that there is none. */
    public static final String HEADER = "Registry-Session";

    /** Tokens are renewed when they last no longer than this, in seconds. */
    private static final long STALE = 10;

    /** While another request renews the tokens, this one looks again so often, and so many times. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int PATIENCE = 25;

    private final LoginConfig config;
    private final SessionStore store;
    private final CodeFlow provider;
    private final CallerResolver callers;
    private final Cookies cookie;
    private final WorkerExecutor worker;

    Sessions(
            LoginConfig config,
            LoginAddress address,
            SessionStore store,
            CodeFlow provider,
            CallerResolver callers,
            Vertx vertx) {
        this.config = config;
        this.store = store;
        this.provider = provider;
        this.callers = callers;
        this.cookie = Cookies.session(address.isSecure());
        // Requests in progress have all other connections to the database.
        this.worker = vertx.createSharedWorkerExecutor("sessions", 1);
    }

    @PreDestroy
    void stop() {
        worker.close();
    }

    /**
     * Whether a request is made in a session: by POST, by a page of this origin, and without a token of its own. In all other
     * cases its cookie means nothing.
     */
    public boolean isUsedBy(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!config.enabled()
                || !request.method().equals(HttpMethod.POST)
                || !BrowserRequest.isOfOwnPage(request)
                || request.headers().contains("Authorization")) {
            return false;
        }
        boolean used = cookie.of(request).isPresent();
        if (!used) {
            routing.response().putHeader(HEADER, "none");
        }
        return used;
    }

    /**
     * Resolves the caller of a session, exactly as the bearer of its access token. Fails with {@link ErrorCode#UNAUTHENTICATED}
     * if the session has ended.
     *
     * @param place called for what must wait; the reservation is closed afterwards
     */
    public Uni<Caller> caller(RoutingContext routing, Supplier<Reservation> place) {
        SessionSecret secret =
                cookie.of(routing.request()).flatMap(SessionSecret::of).orElse(null);
        if (secret == null) {
            return Uni.createFrom().failure(ended());
        }
        Reservation held = place.get();
        return find(secret)
                .chain(session -> fresh(secret, session, PATIENCE)
                        .onTermination()
                        .invoke(held::close)
                        .chain(tokens -> callers.of(routing, tokens.access(), place))
                        .invoke(caller -> {
                            if (!session.subject().equals(caller.subject())) {
                                throw ended();
                            }
                            routing.response().putHeader(HEADER, String.valueOf(session.seconds()));
                        }))
                .onTermination()
                .invoke(held::close);
    }

    /**
     * Begins a session for the caller whom these tokens name.
     *
     * @param tokens as far as a session keeps them
     * @param response gets the session's cookie
     */
    Uni<SessionStore.Outcome> begin(
            LoginAttempt login, Caller caller, LoginTokens tokens, HttpServerResponse response) {
        SessionSecret secret = SessionSecret.random();
        SessionStore.Beginning session = new SessionStore.Beginning(
                secret.id(),
                login.id(),
                String.valueOf(caller.issuer()),
                String.valueOf(caller.subject()),
                secret.encrypt(tokens),
                time(tokens));
        return run(() -> store.begin(session, config.subjectSessions(), config.sessions()))
                .invoke(outcome -> {
                    if (outcome == SessionStore.Outcome.BEGUN) {
                        cookie.set(response, secret.cookie(), session.time());
                    }
                });
    }

    /** Ends the session of a request, if it has one, for all processes; its tokens tell the provider which login it was. */
    Uni<Optional<LoginTokens>> end(HttpServerRequest request) {
        Optional<SessionSecret> secret = cookie.of(request).flatMap(SessionSecret::of);
        return secret.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : run(() -> store.end(secret.get().id()).flatMap(secret.get()::decrypt));
    }

    Cookies cookie() {
        return cookie;
    }

    /** How long a session of these tokens lasts: only until they expire, if nothing renews them. */
    private Duration time(LoginTokens tokens) {
        Long expiry = tokens.expiry();
        if (tokens.refresh() != null || expiry == null) {
            return config.sessionTime();
        }
        Duration rest = Duration.ofSeconds(Math.max(0, expiry - Instant.now().getEpochSecond()));
        return rest.compareTo(config.sessionTime()) < 0 ? rest : config.sessionTime();
    }

    private Uni<SessionStore.Kept> find(SessionSecret secret) {
        return run(() -> store.find(secret.id()).orElseThrow(Sessions::ended));
    }

    private Uni<LoginTokens> fresh(SessionSecret secret, SessionStore.Kept session, int patience) {
        LoginTokens tokens = secret.decrypt(session.tokens()).orElse(null);
        if (tokens == null) {
            return Uni.createFrom().failure(ended());
        }
        if (!isStale(tokens)) {
            return Uni.createFrom().item(tokens);
        }
        if (patience == 0) {
            return Uni.createFrom().failure(new Overload("a session was not renewed in time"));
        }
        return run(() -> store.claimRenewal(secret.id(), session.version()))
                .chain(claimed -> claimed
                        ? renew(secret, session, tokens)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(PAUSE)
                                .chain(() -> find(secret))
                                .chain(again -> fresh(secret, again, patience - 1)));
    }

    private Uni<LoginTokens> renew(SessionSecret secret, SessionStore.Kept session, LoginTokens tokens) {
        return provider.renew(String.valueOf(tokens.refresh()), tokens.id())
                .map(SessionSecret::kept)
                .call(renewed -> run(() -> {
                    store.endRenewal(secret.id(), session.version(), secret.encrypt(renewed));
                    return true;
                }))
                // The provider has ended the login.
                .onFailure(ClientError.class)
                .call(() -> run(() -> store.end(secret.id())))
                .onFailure(failure -> !(failure instanceof ClientError))
                .call(() -> run(() -> {
                    store.endRenewal(secret.id(), session.version(), null);
                    return true;
                }))
                .onFailure(ClientError.class)
                .transform(rejected -> ended());
    }

    private static boolean isStale(LoginTokens tokens) {
        Long expiry = tokens.expiry();
        return tokens.refresh() != null
                && expiry != null
                && expiry - Instant.now().getEpochSecond() <= STALE;
    }

    private <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> worker.executeBlocking(work, false).toCompletionStage());
    }

    private static ClientError ended() {
        return new ClientError(ErrorCode.UNAUTHENTICATED, "The session has ended; log in again.");
    }
}
