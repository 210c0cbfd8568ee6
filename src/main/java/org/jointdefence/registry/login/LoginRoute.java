package org.jointdefence.registry.login;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.RequestBudgets;
import org.jointdefence.registry.budget.Reservation;
import org.jointdefence.registry.clearance.CallerResolver;
import org.jointdefence.registry.clearance.StepUpPolicy;
import org.jointdefence.registry.clearance.provider.CodeFlow;
import org.jointdefence.registry.clearance.provider.IdentityProviderUnavailable;
import org.jointdefence.registry.clearance.provider.LoginTokens;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.Unavailable;
import org.jointdefence.registry.request.error.FailureLog;
import org.jointdefence.registry.request.error.RequestId;

/** Login by the identity provider, by the code flow with PKCE (RFC 6749, section 4.1, and RFC 7636). */
@ApplicationScoped
class LoginRoute {

    private static final Logger LOG = Logger.getLogger(LoginRoute.class);

    static final String LOGIN = "/login";
    private static final int ORDER = -100;

    /** Longer than the codes of providers, which are handles or encrypted tokens. */
    private static final int LONGEST_CODE = 4_000;

    private final LoginConfig config;
    private final LoginAddress address;
    private final Cookies cookie;
    private final Sessions sessions;
    private final CodeFlow provider;
    private final CallerResolver callers;
    private final StepUpPolicy stepUp;
    private final RequestBudgets budgets;

    LoginRoute(
            LoginConfig config,
            LoginAddress address,
            Sessions sessions,
            CodeFlow provider,
            CallerResolver callers,
            StepUpPolicy stepUp,
            RequestBudgets budgets) {
        this.config = config;
        this.address = address;
        this.cookie = Cookies.login(address.isSecure());
        this.sessions = sessions;
        this.provider = provider;
        this.callers = callers;
        this.stepUp = stepUp;
        this.budgets = budgets;
    }

    void mount(@Observes Router router) {
        if (config.enabled()) {
            router.get(LOGIN).order(ORDER).handler(this::begin).failureHandler(LoginRoute::fail);
            router.get(LoginAddress.CALLBACK).order(ORDER).handler(this::finish).failureHandler(LoginRoute::fail);
        }
    }

    private static void fail(RoutingContext routing) {
        LoginPage.stop(routing.response(), LoginMessage.MALFORMED, ReturnPath.HOME);
    }

    /** Leads to the identity provider. A session of this browser ends, so that a stronger login takes its place. */
    private void begin(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!BrowserRequest.isNavigation(request)) {
            LoginPage.stop(routing.response(), LoginMessage.FOREIGN, ReturnPath.HOME);
            return;
        }
        LoginRequest wanted =
                LoginRequest.of(routing.queryParams(), stepUp.required()).orElse(null);
        if (wanted == null) {
            LoginPage.stop(routing.response(), LoginMessage.MALFORMED, ReturnPath.HOME);
            return;
        }
        answer(
                routing,
                wanted.returnPath(),
                () -> provider.endpoints().call(found -> replaceSession(routing)),
                found -> redirect(routing, wanted, found));
    }

    private Uni<?> replaceSession(RoutingContext routing) {
        if (!BrowserRequest.isWanted(routing.request())) {
            return Uni.createFrom().voidItem();
        }
        return sessions.end(routing.request()).invoke(tokens -> {
            if (tokens.isPresent()) {
                sessions.cookie().remove(routing.response());
            }
        });
    }

    private void redirect(RoutingContext routing, LoginRequest wanted, CodeFlow.Endpoints found) {
        if (found.login() == null) {
            LOG.warn("The identity provider has no authorization_endpoint, so nobody can log in.");
            LoginPage.stop(routing.response(), LoginMessage.PROVIDER_AWAY, wanted.returnPath());
            return;
        }
        LoginAttempt login = LoginAttempt.begin(wanted.returnPath(), Instant.now());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", found.clientId());
        parameters.put("redirect_uri", address.callback());
        parameters.put("scope", String.join(" ", config.scopes()));
        parameters.put("state", login.state());
        parameters.put("code_challenge", login.challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(wanted.stepUp());
        cookie.set(routing.response(), login.cookie(), LoginAttempt.time());
        LoginPage.secure(routing.response())
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, Urls.with(found.login(), parameters))
                .end();
    }

    /** Takes what the provider sent the browser back with. */
    private void finish(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        MultiMap parameters = routing.queryParams();
        Optional<String> kept = cookie.of(request);
        if (kept.isPresent()) {
            cookie.remove(routing.response());
        }
        LoginAttempt login =
                kept.flatMap(value -> LoginAttempt.of(value, Instant.now())).orElse(null);
        if (login == null
                || !BrowserRequest.isNavigation(request)
                || !only(parameters, "state").filter(login::hasState).isPresent()) {
            LoginPage.stop(
                    routing.response(), LoginMessage.EXPIRED, login == null ? ReturnPath.HOME : login.returnPath());
            return;
        }
        Optional<String> code = only(parameters, "code").filter(value -> value.length() <= LONGEST_CODE);
        if (code.isEmpty() || parameters.contains("error")) {
            LoginPage.stop(routing.response(), LoginMessage.REFUSED, login.returnPath());
            return;
        }
        answer(
                routing,
                login.returnPath(),
                () -> provider.endpoints()
                        .chain(found -> isOf(found.issuer(), parameters)
                                ? provider.redeem(code.get(), address.callback(), login.verifier())
                                : Uni.createFrom().failure(ClientError.badInput("The issuer is another one.")))
                        .chain(tokens -> enter(routing, login, SessionSecret.kept(tokens))),
                message -> {
                    if (message == LoginMessage.LOGGED_IN) {
                        LoginPage.leadOn(
                                routing.response(),
                                message,
                                LoginPage.language(login.returnPath()),
                                login.returnPath());
                    } else {
                        LoginPage.stop(routing.response(), message, login.returnPath());
                    }
                });
    }

    /** Begins a session if the service accepts the access token as that of a bearer. */
    private Uni<LoginMessage> enter(RoutingContext routing, LoginAttempt login, LoginTokens tokens) {
        return callers.of(routing, tokens.access(), () -> place(routing.request()))
                .chain(caller -> sessions.begin(login, caller, tokens, routing.response()))
                .map(outcome -> switch (outcome) {
                    case BEGUN -> LoginMessage.LOGGED_IN;
                    case REPEATED -> LoginMessage.EXPIRED;
                    case FULL -> LoginMessage.FULL;
                })
                .onFailure(ClientError.class)
                .recoverWithItem(() -> {
                    LOG.warn("The identity provider gives people who log in an access token that is not accepted;"
                            + " it must be a JWT whose audience is quarkus.oidc.token.audience.");
                    return LoginMessage.NOT_ACCEPTED;
                });
    }

    /** The parameter's value; empty unless there is exactly one. */
    private static Optional<String> only(MultiMap parameters, String name) {
        List<String> values = parameters.getAll(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Whether the response is the provider's, if it says whose it is (RFC 9207). */
    private static boolean isOf(String issuer, MultiMap parameters) {
        List<String> named = parameters.getAll("iss");
        return named.isEmpty() || named.equals(List.of(issuer));
    }

    private <T> void answer(RoutingContext routing, String returnPath, Supplier<Uni<T>> work, Consumer<T> answer) {
        Reservation held;
        try {
            held = place(routing.request());
        } catch (Overload full) {
            LoginPage.stop(routing.response(), LoginMessage.FULL, returnPath);
            return;
        }
        work.get()
                .onTermination()
                .invoke(held::close)
                .subscribe()
                .with(answer, failure -> LoginPage.stop(routing.response(), message(failure), returnPath));
    }

    private Reservation place(HttpServerRequest request) {
        return budgets.identification(Party.address(request.remoteAddress().hostAddress()));
    }

    private static LoginMessage message(Throwable failure) {
        Throwable cause = FailureLog.unwrap(failure);
        return switch (cause) {
            case ClientError rejected -> LoginMessage.REFUSED;
            case IdentityProviderUnavailable away -> LoginMessage.PROVIDER_AWAY;
            case Overload full -> LoginMessage.FULL;
            case Unavailable database -> {
                FailureLog.record(new RequestId(), database);
                yield LoginMessage.FULL;
            }
            default -> {
                FailureLog.record(new RequestId().toString(), cause);
                yield LoginMessage.FULL;
            }
        };
    }
}
