package org.jointdefence.registry.login;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What a browser says about the origin of a request (Fetch Metadata), which no page can change. */
final class BrowserRequest {

    private static final String SITE = "Sec-Fetch-Site";

    private BrowserRequest() {}

    /** Whether a page of this origin sent it. */
    static boolean isOfOwnPage(HttpServerRequest request) {
        return request.headers().getAll(SITE).equals(List.of("same-origin"));
    }

    /** Whether a page of this origin led to it, or the user, by the address bar. */
    static boolean isWanted(HttpServerRequest request) {
        return isOfOwnPage(request) || request.headers().getAll(SITE).equals(List.of("none"));
    }

    /** Whether it is for a page of its own and not for part of another one; browsers that do not say are believed. */
    static boolean isNavigation(HttpServerRequest request) {
        List<String> destinations = request.headers().getAll("Sec-Fetch-Dest");
        return destinations.isEmpty() || destinations.equals(List.of("document"));
    }
}
