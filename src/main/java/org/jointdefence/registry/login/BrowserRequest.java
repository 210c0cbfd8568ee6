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

    /**
     * Whether a user goes to a page, which is neither part of another one nor fetched beforehand; browsers that do not say are
     * believed.
     */
    static boolean isNavigation(HttpServerRequest request) {
        List<String> destinations = request.headers().getAll("Sec-Fetch-Dest");
        return !request.headers().contains("Sec-Purpose")
                && (destinations.isEmpty() || destinations.equals(List.of("document")));
    }
}
