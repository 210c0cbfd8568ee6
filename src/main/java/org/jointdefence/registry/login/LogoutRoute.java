package org.jointdefence.registry.login;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.RequestBudgets;
import org.jointdefence.registry.budget.Reservation;
import org.jointdefence.registry.clearance.provider.CodeFlow;
import org.jointdefence.registry.clearance.provider.LoginTokens;

/**
 * Logout: ends the session for all processes, and leads to the provider's logout if it has one (OpenID Connect RP-Initiated
 * Logout 1.0). Only a page of this origin can log somebody out.
 */
@ApplicationScoped
class LogoutRoute {

    private static final String PATH = "/logout";
    private static final int ORDER = -100;

    private final LoginConfig config;
    private final LoginAddress address;
    private final Sessions sessions;
    private final CodeFlow provider;
    private final RequestBudgets budgets;

    LogoutRoute(
            LoginConfig config, LoginAddress address, Sessions sessions, CodeFlow provider, RequestBudgets budgets) {
        this.config = config;
        this.address = address;
        this.sessions = sessions;
        this.provider = provider;
        this.budgets = budgets;
    }

    void mount(@Observes Router router) {
        if (config.enabled()) {
            router.post(PATH).order(ORDER).handler(this::end);
        }
    }

    private void end(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        HttpServerResponse response = routing.response();
        if (!request.isEnded()) {
            // Nothing in the body counts; without one, the connection can be used again.
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        if (!BrowserRequest.isOfOwnPage(request)) {
            LoginPage.stop(response, LoginMessage.FOREIGN, ReturnPath.HOME);
            return;
        }
        String returnPath = ReturnPath.in(routing.queryParams()).orElse(ReturnPath.HOME);
        Reservation held;
        try {
            held = budgets.identification(Party.address(request.remoteAddress().hostAddress()));
        } catch (Overload full) {
            LoginPage.stop(response, LoginMessage.FULL, returnPath);
            return;
        }
        sessions.end(request)
                .chain(ended -> next(ended, returnPath))
                .onTermination()
                .invoke(held::close)
                .subscribe()
                .with(
                        next -> answer(routing, next, LoginPage.language(returnPath)),
                        failure -> LoginPage.stop(response, LoginMessage.FULL, returnPath));
    }

    /** Where the browser goes next: to the provider's logout, or back to the page. */
    private Uni<String> next(Optional<LoginTokens> ended, String returnPath) {
        if (ended.isEmpty()) {
            return Uni.createFrom().item(returnPath);
        }
        return provider.endpoints()
                .map(found -> found.logout() == null ? returnPath : logout(found.logout(), found, ended.get()))
                // Whether the provider responds or not, the session here has ended.
                .onFailure()
                .recoverWithItem(returnPath);
    }

    private String logout(String endpoint, CodeFlow.Endpoints found, LoginTokens ended) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", found.clientId());
        parameters.put("post_logout_redirect_uri", address.home());
        Optional.ofNullable(ended.id()).ifPresent(token -> parameters.put("id_token_hint", token));
        return Urls.with(endpoint, parameters);
    }

    private void answer(RoutingContext routing, String next, String language) {
        HttpServerResponse response = LoginPage.secure(routing.response());
        sessions.cookie().remove(response);
        // Not "cookies", which would remove those of other services on the same domain.
        response.putHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        String accept = routing.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("application/json")) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(new JsonObject().put("location", next).encode());
        } else {
            LoginPage.leadOn(response, LoginMessage.LOGGED_OUT, language, next);
        }
    }
}
