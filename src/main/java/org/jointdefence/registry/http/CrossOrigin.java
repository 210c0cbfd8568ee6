package org.jointdefence.registry.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.jointdefence.registry.http.response.HttpConfig;
import org.jointdefence.registry.http.response.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * Allows web pages of the configured origins to send requests, by the CORS protocol of the Fetch standard. Credentials
 * such as cookies are never allowed, because they are not used: tokens are sent in a header.
 */
@ApplicationScoped
class CrossOrigin {

    private static final String ANY = "*";
    private static final String ANY_PORT = ":*";
    private static final Pattern PORT = Pattern.compile("(:[0-9]{1,5})?");

    private static final String METHODS = "GET, HEAD, POST";

    /** The wildcard covers all headers except Authorization, which must be named. */
    private static final String HEADERS = "authorization, content-type, *";

    private static final String EXPOSED = "Retry-After, WWW-Authenticate, X-Request-Id";

    /** The longest time for which browsers cache the response to a preflight, in seconds. */
    private static final String MAX_AGE = "7200";

    private final List<String> origins;

    CrossOrigin(HttpConfig config) {
        this.origins = config.corsOrigins().orElse(List.of());
        for (String origin : origins) {
            String address = origin.endsWith(ANY_PORT) ? origin.substring(0, origin.length() - 2) : origin;
            if (!origin.equals(ANY) && !PublicAddress.ORIGIN.matcher(address).matches()) {
                throw new ConfigurationException(
                        "registry.http.cors-origins: each must be an origin such as https://app.example or"
                                + " http://localhost:*, in lower case and without a path; or the only one is *");
            }
        }
    }

    /**
     * Sets the CORS headers, which every response needs, and checks the request's Origin.
     *
     * @return false if origins are configured and the request comes from another one
     */
    boolean admit(HttpServerRequest request, HttpServerResponse response) {
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || origins.isEmpty()) {
            return true;
        }
        if (!allows(origin)) {
            return isOwn(origin, request.getHeader(HttpHeaders.HOST));
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origins.contains(ANY) ? ANY : origin);
        response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        if (request.method().equals(HttpMethod.OPTIONS)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        }
        return true;
    }

    private boolean allows(String origin) {
        return origins.stream().anyMatch(allowed -> {
            if (allowed.equals(ANY) || allowed.equals(origin)) {
                return true;
            }
            String host = allowed.substring(0, allowed.length() - ANY_PORT.length());
            return allowed.endsWith(ANY_PORT)
                    && origin.startsWith(host)
                    && PORT.matcher(origin.substring(host.length())).matches();
        });
    }

    /** Browsers send an Origin with POST requests to the same origin, too. */
    private static boolean isOwn(String origin, @Nullable String host) {
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }
}
