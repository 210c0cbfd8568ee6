package org.jointdefence.registry.login;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cookie of this service. Its prefix keeps other hosts and unencrypted connections from setting it; without TLS, on a
 * developer's machine, browsers take no such name.
 *
 * @param sameSite Strict, or Lax for what must survive the way back from the identity provider
 */
record Cookies(String name, boolean secure, String sameSite) {

    /** The session's secret. */
    static Cookies session(boolean secure) {
        return named("registry-session", secure, "Strict");
    }

    /** The login that has begun. */
    static Cookies login(boolean secure) {
        return named("registry-login", secure, "Lax");
    }

    private static Cookies named(String name, boolean secure, String sameSite) {
        return new Cookies(secure ? "__Host-" + name : name, secure, sameSite);
    }

    /** The value that a request has; empty without one, and an empty text if it has several. */
    Optional<String> of(HttpServerRequest request) {
        List<String> values = new ArrayList<>();
        for (String header : request.headers().getAll(HttpHeaders.COOKIE)) {
            for (String pair : header.split(";", -1)) {
                String cookie = pair.strip();
                if (cookie.startsWith(name + "=")) {
                    values.add(cookie.substring(name.length() + 1));
                }
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values.size() > 1 ? "" : values.getFirst());
    }

    void set(HttpServerResponse response, String value, Duration time) {
        response.headers()
                .add(
                        HttpHeaders.SET_COOKIE,
                        name + "=" + value + "; Path=/; Max-Age=" + time.toSeconds() + "; HttpOnly; SameSite="
                                + sameSite + (secure ? "; Secure" : ""));
    }

    void remove(HttpServerResponse response) {
        set(response, "", Duration.ZERO);
    }
}
