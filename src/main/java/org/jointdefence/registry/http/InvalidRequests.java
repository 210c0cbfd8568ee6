package org.jointdefence.registry.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import org.jointdefence.registry.ErrorCode;
import org.jointdefence.registry.http.connection.InvalidRequestException;
import org.jointdefence.registry.http.connection.InvalidRequestHandler;

/** Answers what is not a request, as far as a client that sends such a thing reads answers. */
@Singleton
class InvalidRequests implements InvalidRequestHandler {

    @Override
    @SuppressWarnings("deprecation") // Nothing else takes bytes as they are, without copying them.
    public void handle(HttpServerRequest request) {
        Rejection rejection = rejection(request.decoderResult().cause());
        RequestId id = new RequestId();
        HttpServerResponse response = request.response();
        response.setStatusCode(rejection.status())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.JSON.contentType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Request-Id", id.toString())
                .end(Buffer.buffer(ReplyBody.of(Outcome.Rejected.of(rejection), id, null)));
        response.close();
    }

    private static Rejection rejection(Throwable cause) {
        return switch (cause) {
            case InvalidRequestException invalid -> Rejection.malformed(invalid.getMessage());
            case TooLongHttpLineException tooLong ->
                new Rejection(414, ErrorCode.LIMIT_EXCEEDED, "The request line is too long.");
            case TooLongHttpHeaderException tooLong ->
                new Rejection(431, ErrorCode.LIMIT_EXCEEDED, "The headers are too long, or too many.");
            default -> Rejection.malformed("The request is not well-formed HTTP.");
        };
    }
}
