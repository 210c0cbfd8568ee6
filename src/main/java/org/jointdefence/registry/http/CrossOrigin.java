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
 * Lets web pages of the configured origins ask, by the CORS protocol of the Fetch standard. Cookies and the like are never
 * allowed, because nothing here depends on them: a token comes in a header.
 */
@ApplicationScoped
class CrossOrigin {

    private static final String ANY = "*";
    private static final String ANY_PORT = ":*";
    private static final Pattern PORT = Pattern.compile("(:[0-9]{1,5})?");

    private static final String METHODS = "GET, HEAD, POST";

    /** The star stands for all headers but the first, which must be named. */
    private static final String HEADERS = "authorization, content-type, *";

    private static final String EXPOSED = "Retry-After, WWW-Authenticate, X-Request-Id";

    /** The longest, in seconds, that browsers keep the answer to a preflight. */
    private static final String MAX_AGE = "7200";

    private final List<String> origins;

    CrossOrigin(HttpConfig config) {
        this.origins = config.corsOrigins().orElse(List.of());
        for (String origin : origins) {
            String address = origin.endsWith(ANY_PORT) ? origin.substring(0, origin.length() - 2) : origin;
            if (!origin.equals(ANY) && !PublicAddress.ORIGIN.matcher(address).matches()) {
                throw new ConfigurationException(
                        "registry.http.cors-origins: origins such as https://app.example or http://localhost:* are needed, in"
                                + " small letters and without a path, or * alone");
            }
        }
    }

    /**
     * Says, whatever the answer will be, whether the page that asks may read it.
     *
     * @return false if it is a page of another origin than the configured ones, and such are configured
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

    /** A page of our own says where it comes from, too. */
    private static boolean isOwn(String origin, @Nullable String host) {
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }
}
