package org.jointdefence.registry.http.response;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.StepUp;
import org.jointdefence.registry.request.GraphQLResult;
import org.jointdefence.registry.request.error.RequestId;
import org.jspecify.annotations.Nullable;

/** Sends responses with their status codes and headers. */
@ApplicationScoped
public class ResponseWriter {

    /** The status code of GraphQL over HTTP for a response with data and errors, also if {@code data} is null. */
    private static final int PARTIAL_SUCCESS = 294;

    /** The key of the caller in the routing context, once authenticated; every response to a weak login has a challenge. */
    public static final String CALLER = "caller";

    private static final String VARY = "Authorization, Accept, Accept-Encoding, Origin, Cookie, Sec-Fetch-Site";
    static final int WORTH_COMPRESSING = 1024;

    /** Status codes of temporary failures, which get a Retry-After header. */
    private static final Set<Integer> RETRIED = Set.of(429, 503);

    private static final String SECONDS_TO_RETRY = "2";
    private static final int ETAG_BYTES = 18;

    private final Challenge challenge;
    private final GzipCompression compression;

    ResponseWriter(Challenge challenge, GzipCompression compression) {
        this.challenge = challenge;
        this.compression = compression;
    }

    /**
     * Sends a response.
     *
     * @param body the body from {@link ResponseBody}
     * @param id the request id, sent with errors
     * @param revalidable whether caches may keep the response and revalidate it, because it does not depend on a token
     * @return completes when the response has been sent or the client has disconnected
     */
    public Future<Void> send(
            RoutingContext routing,
            MediaType mediaType,
            GraphQLResult result,
            ByteBuf body,
            RequestId id,
            boolean revalidable) {
        StepUp stepUp = routing.get(CALLER, Caller.ANONYMOUS).stepUp();
        HttpServerResponse response = routing.response();
        response.setStatusCode(status(result, mediaType));
        if (response.getStatusCode() == PARTIAL_SUCCESS) {
            response.setStatusMessage("Partial Success");
        }
        boolean kept = revalidable && result.isComplete();
        if (putHeaders(routing, mediaType, kept ? tag(mediaType, body) : null)) {
            return response.setStatusCode(304).end();
        }
        if (result.fault() != null) {
            response.putHeader("X-Request-Id", id.toString());
        }
        if (result instanceof GraphQLResult.Rejected rejected) {
            rejected.headers().forEach(response::putHeader);
        }
        if (stepUp != null) {
            response.putHeader("WWW-Authenticate", stepUp.challenge());
        } else if (response.getStatusCode() == 401) {
            response.putHeader("WWW-Authenticate", challenge.to(routing.request()));
        }
        if (RETRIED.contains(response.getStatusCode())) {
            response.putHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY);
        }
        return end(routing, body);
    }

    /**
     * Sends a public answer, as {@link #send(RoutingContext, MediaType, GraphQLResult, ByteBuf, RequestId, boolean)} would
     * send its body.
     *
     * @return completes when the response has been sent or the client has disconnected
     */
    @SuppressWarnings("deprecation") // The only way to send a buffer without a copy.
    public Future<Void> send(RoutingContext routing, MediaType mediaType, PublicAnswer answer) {
        HttpServerResponse response = routing.response();
        if (putHeaders(routing, mediaType, answer.tag())) {
            return response.setStatusCode(304).end();
        }
        ByteBuf gzip = answer.gzip();
        if (gzip != null
                && !routing.request().method().equals(HttpMethod.HEAD)
                && compression.isChosen(routing.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(gzip.readableBytes()));
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaderValues.GZIP);
            return response.end(Buffer.buffer(gzip));
        }
        return end(routing, answer.plain());
    }

    /**
     * Puts the headers of every response.
     *
     * @param tag the entity tag; null for a response that no cache may keep
     * @return true if the client has the body already
     */
    private static boolean putHeaders(RoutingContext routing, MediaType mediaType, @Nullable String tag) {
        HttpServerResponse response = routing.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType.contentType());
        response.putHeader(HttpHeaders.VARY, VARY);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader(HttpHeaders.CACHE_CONTROL, tag == null ? "private, no-store" : "public, no-cache");
        if (tag == null) {
            return false;
        }
        response.putHeader(HttpHeaders.ETAG, tag);
        boolean unchanged = matches(routing.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag);
        if (unchanged) {
            response.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        return unchanged;
    }

    @SuppressWarnings("deprecation") // The only way to send a buffer without a copy.
    private static Future<Void> end(RoutingContext routing, ByteBuf body) {
        HttpServerResponse response = routing.response();
        if (routing.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.readableBytes()));
            return response.end();
        }
        if (body.readableBytes() < WORTH_COMPRESSING) {
            // Vert.x does not compress a response that has a Content-Encoding.
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        return response.end(Buffer.buffer(body));
    }

    /** The weak entity tag: a hash of the body, which is sent both compressed and uncompressed. */
    static String tag(MediaType mediaType, ByteBuf body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(mediaType.contentType().getBytes(StandardCharsets.US_ASCII));
            for (ByteBuffer part : body.nioBuffers()) {
                digest.update(part);
            }
            byte[] hash = Arrays.copyOf(digest.digest(), ETAG_BYTES);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The weak comparison of RFC 9110, section 13.1.2. */
    private static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        String opaque = tag.substring(2);
        for (String each : ifNoneMatch.split(",", -1)) {
            String candidate = each.strip();
            if (candidate.equals("*") || candidate.equals(opaque) || candidate.equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** The status code; with {@code application/json} it is 200 for every well-formed request. */
    static int status(GraphQLResult result, MediaType mediaType) {
        boolean detailed = mediaType == MediaType.GRAPHQL_RESPONSE;
        return switch (result) {
            case GraphQLResult.Written written -> 200;
            case GraphQLResult.Executed executed -> executed.isComplete() || !detailed ? 200 : PARTIAL_SUCCESS;
            case GraphQLResult.Refused refused ->
                detailed ? refused.errors().getFirst().status() : 200;
            case GraphQLResult.Rejected rejected -> rejected.status();
        };
    }
}
