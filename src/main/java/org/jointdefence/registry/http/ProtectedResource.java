package org.jointdefence.registry.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jointdefence.registry.http.response.PublicAddress;

/**
 * Serves the OAuth 2.0 protected resource metadata (RFC 9728), which names the issuer of tokens: at one path for the
 * service as a whole, at another for its endpoint. Without a configured public address it does not name the resource.
 */
@ApplicationScoped
class ProtectedResource {

    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final int ORDER = -100;

    private final PublicAddress address;
    private final CrossOrigin origins;
    private final Optional<String> issuer;

    ProtectedResource(
            PublicAddress address,
            CrossOrigin origins,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
        this.address = address;
        this.origins = origins;
        this.issuer = issuer;
    }

    void mount(@Observes Router router) {
        for (String resource : List.of("", PublicAddress.GRAPHQL)) {
            String document = document(resource).encode();
            router.route(PublicAddress.METADATA + resource).order(ORDER).handler(routing -> respond(routing, document));
        }
    }

    private JsonObject document(String resource) {
        JsonObject document = new JsonObject();
        address.of(resource).ifPresent(identifier -> document.put("resource", identifier));
        issuer.ifPresent(server -> document.put("authorization_servers", new JsonArray().add(server)));
        return document.put("bearer_methods_supported", new JsonArray().add("header"))
                .put("resource_name", "Partnership registry");
    }

    private void respond(RoutingContext routing, String document) {
        HttpMethod method = routing.request().method();
        HttpServerResponse response = routing.response();
        origins.admit(routing.request(), response);
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (method.equals(HttpMethod.OPTIONS)) {
            response.putHeader(HttpHeaders.ALLOW, METHODS).setStatusCode(204).end();
        } else if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.ALLOW, METHODS).setStatusCode(405).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=600")
                    .end(document);
        }
    }
}
