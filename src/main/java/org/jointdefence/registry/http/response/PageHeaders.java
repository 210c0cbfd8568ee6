package org.jointdefence.registry.http.response;

import io.vertx.core.http.HttpServerResponse;

/** The headers of what a browser shows as a page, which keep other origins out. */
public final class PageHeaders {

    private PageHeaders() {}

    /**
     * Puts them.
     *
     * @param policy what the page may load and do (Content Security Policy Level 3)
     */
    public static void put(HttpServerResponse response, String policy) {
        response.putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
