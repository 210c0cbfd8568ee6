package org.jointdefence.registry.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.http.connection.InvalidRequestException;
import org.jointdefence.registry.http.connection.InvalidRequestHandler;
import org.jointdefence.registry.http.response.MediaType;
import org.jointdefence.registry.http.response.ResponseBody;
import org.jointdefence.registry.request.GraphQLResult;
import org.jointdefence.registry.request.error.HttpError;
import org.jointdefence.registry.request.error.RequestId;

/** Responds to requests that are not valid HTTP, and closes their connections. */
@Singleton
class InvalidRequests implements InvalidRequestHandler {

    @Override
    @SuppressWarnings("deprecation") // The only way to send a buffer without a copy.
    public void handle(HttpServerRequest request) {
        HttpError error = error(request.decoderResult().cause());
        RequestId id = new RequestId();
        HttpServerResponse response = request.response();
        response.setStatusCode(error.status())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.JSON.contentType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Request-Id", id.toString())
                .end(Buffer.buffer(ResponseBody.of(GraphQLResult.Rejected.of(error), id, null)));
        response.close();
    }

    private static HttpError error(Throwable cause) {
        return switch (cause) {
            case InvalidRequestException invalid -> HttpError.malformed(invalid.getMessage());
            case TooLongHttpLineException tooLong ->
                new HttpError(414, ErrorCode.LIMIT_EXCEEDED, "The request line is too long.");
            case TooLongHttpHeaderException tooLong ->
                new HttpError(431, ErrorCode.LIMIT_EXCEEDED, "The headers are too long or too many.");
            default -> HttpError.malformed("The request is not well-formed HTTP.");
        };
    }
}
