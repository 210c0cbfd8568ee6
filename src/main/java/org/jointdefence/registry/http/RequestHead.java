package org.jointdefence.registry.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jointdefence.registry.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a request before its body is looked at. */
final class RequestHead {

    private RequestHead() {}

    /** Rejects a method that is not one of ours, and a body that is not JSON in UTF-8 (or is encoded otherwise). */
    static void check(HttpServerRequest request, String methods) {
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            return;
        }
        if (!method.equals(HttpMethod.POST)) {
            throw Rejection.method(methods, "The method is not one of " + methods + '.');
        }
        if (!isJson(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            throw new Rejection(
                    415, ErrorCode.BAD_USER_INPUT, "The body must be application/json in UTF-8, and say so.");
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Rejection(415, ErrorCode.BAD_USER_INPUT, "The body must not be compressed.");
        }
    }

    /** Whether somebody has typed our address into a browser. */
    static boolean isBrowser(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.method().equals(HttpMethod.GET)
                && request.query() == null
                && accept != null
                && accept.contains("text/html");
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals(MediaType.JSON.typeName())) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    static MultiMap parameters(RoutingContext routing) {
        try {
            return routing.queryParams();
        } catch (RuntimeException malformed) {
            throw Rejection.malformed("The query component of the URL is not well-formed.");
        }
    }

    /** What a handler before ours found. */
    static Rejection failure(int status) {
        return new Rejection(status, ErrorCode.BAD_USER_INPUT, "The request is not well-formed.");
    }
}
