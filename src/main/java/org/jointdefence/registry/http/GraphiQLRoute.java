package org.jointdefence.registry.http;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Serves GraphiQL in development, with tokens for the demo's users.
 *
 * <p>Its files are read from the project's directory and are not packaged.
 */
@ApplicationScoped
@IfBuildProfile("dev")
class GraphiQLRoute {

    private static final String PATH = "/graphiql/";
    private static final String FILES = "src/dev/graphiql";

    /** Styles may be inline, because GraphiQL's editor sets them by script; scripts may not. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    void mount(@Observes Router router) {
        router.route(PATH + "*").handler(GraphiQLRoute::secure);
        router.get(PATH + "users").handler(routing -> send(routing, users().toBuffer()));
        router.post(PATH + "token").handler(BodyHandler.create(false)).blockingHandler(GraphiQLRoute::token);
        router.get(PATH + "*")
                .handler(StaticHandler.create(
                                FileSystemAccess.ROOT,
                                Path.of(FILES).toAbsolutePath().toString())
                        .setCachingEnabled(false));
    }

    private static void secure(RoutingContext routing) {
        routing.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        routing.next();
    }

    /** The demo's users and their roles, from the configuration of the embedded identity provider. */
    private static JsonArray users() {
        Map<String, String> roles = new TreeMap<>(ConfigProvider.getConfig()
                .unwrap(SmallRyeConfig.class)
                .getValues("quarkus.oidc.devservices.roles", String.class, String.class));
        JsonArray users = new JsonArray();
        roles.forEach((name, held) -> users.add(JsonObject.of("name", name, "roles", List.of(held.split(",", -1)))));
        return users;
    }

    /** Requests a token on behalf of the page, because the embedded identity provider does not support CORS. */
    private static void token(RoutingContext routing) {
        String form = "grant_type=password&password=any&username="
                + URLEncoder.encode(routing.request().getFormAttribute("user"), UTF_8)
                + "&client_id=" + setting("quarkus.oidc.client-id")
                + "&client_secret=" + setting("quarkus.oidc.credentials.secret");
        HttpRequest request = HttpRequest.newBuilder(URI.create(setting("quarkus.oidc.auth-server-url") + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            routing.response().setStatusCode(response.statusCode());
            send(routing, Buffer.buffer(response.body()));
        } catch (IOException failure) {
            routing.fail(502, failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            routing.fail(503, failure);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static void send(RoutingContext routing, Buffer json) {
        routing.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(json);
    }
}
