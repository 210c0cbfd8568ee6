package org.jointdefence.registry.request.error;

import java.util.Map;
import org.jointdefence.registry.error.ErrorCode;

/** A request that is rejected with an HTTP status of 400 or above, whichever media type the client accepts. */
public final class HttpError extends RuntimeException {

    private final int status;
    private final ErrorCode code;
    private final Map<String, String> headers;

    public HttpError(int status, ErrorCode code, String message) {
        this(status, code, message, Map.of());
    }

    private HttpError(int status, ErrorCode code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    /** 400 (Bad Request). */
    public static HttpError malformed(String message) {
        return new HttpError(400, ErrorCode.BAD_USER_INPUT, message);
    }

    /**
     * 405 (Method Not Allowed).
     *
     * @param allow the accepted methods, separated by commas
     */
    public static HttpError method(String allow, String message) {
        return new HttpError(405, ErrorCode.BAD_USER_INPUT, message, Map.of("Allow", allow));
    }

    /**
     * 415 (Unsupported Media Type), for a body with an unsupported media type or content coding (RFC 9110, section
     * 15.5.16).
     *
     * @param header the response header with the supported ones: {@code Accept} or {@code Accept-Encoding}
     */
    public static HttpError unsupported(String header, String supported, String message) {
        return new HttpError(415, ErrorCode.BAD_USER_INPUT, message, Map.of(header, supported));
    }

    public int status() {
        return status;
    }

    public ErrorCode code() {
        return code;
    }

    /** Response headers that name the accepted alternatives. */
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
