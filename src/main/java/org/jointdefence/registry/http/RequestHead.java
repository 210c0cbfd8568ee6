package org.jointdefence.registry.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.http.response.MediaType;
import org.jointdefence.registry.request.error.HttpError;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Checks the method and headers of a request, and decodes its URL parameters. */
final class RequestHead {

    private RequestHead() {}

    /**
     * Checks the method and, for POST, that the body is declared as uncompressed JSON in UTF-8.
     *
     * @param methods the accepted methods, separated by commas, for the error
     * @throws HttpError if one of these does not match
     */
    static void check(HttpServerRequest request, String methods) {
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            return;
        }
        if (!method.equals(HttpMethod.POST)) {
            throw HttpError.method(methods, "The method must be one of " + methods + '.');
        }
        List<String> types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1 || !isJson(types.getFirst())) {
            throw HttpError.unsupported(
                    "Accept", MediaType.JSON.typeName(), "The Content-Type must be application/json, in UTF-8.");
        }
        if (isEncoded(request.headers().getAll(HttpHeaders.CONTENT_ENCODING))) {
            throw HttpError.unsupported("Accept-Encoding", "identity", "The body must not be compressed.");
        }
    }

    private static boolean isEncoded(List<String> contentEncodings) {
        return Stream.of(String.join(",", contentEncodings).split(",", -1))
                .map(String::strip)
                .anyMatch(encoding -> !encoding.isEmpty() && !encoding.equalsIgnoreCase("identity"));
    }

    /** Whether a browser navigates to the endpoint: a GET request for HTML without a query component. */
    static boolean isBrowser(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.method().equals(HttpMethod.GET)
                && request.query() == null
                && accept != null
                && accept.contains("text/html");
    }

    private static boolean isJson(String contentType) {
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

    /**
     * The parameters of the URL.
     *
     * @throws HttpError if the query component is not percent-encoded UTF-8
     */
    static MultiMap parameters(RoutingContext routing) {
        try {
            checkEncoding(routing.request().query());
            return routing.queryParams();
        } catch (CharacterCodingException | RuntimeException malformed) {
            throw HttpError.malformed("The query component of the URL is not well-formed.");
        }
    }

    /** Rejects malformed UTF-8, which Vert.x would replace. */
    private static void checkEncoding(@Nullable String query) throws CharacterCodingException {
        if (query != null) {
            byte[] bytes = URLDecoder.decode(query, ISO_8859_1).getBytes(ISO_8859_1);
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        }
    }

    /** The error for a status that another handler has set. */
    static HttpError failure(int status) {
        return new HttpError(status, ErrorCode.BAD_USER_INPUT, "The request is not well-formed.");
    }
}
