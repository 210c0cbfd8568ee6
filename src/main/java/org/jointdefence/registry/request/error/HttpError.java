package org.jointdefence.registry.request.error;

import java.util.Map;
import org.jointdefence.registry.error.ErrorCode;

/** A request that is refused as an HTTP request, whatever media type the client would like. */
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

    public static HttpError malformed(String message) {
        return new HttpError(400, ErrorCode.BAD_USER_INPUT, message);
    }

    /** The method does not fit; these do. */
    public static HttpError method(String allow, String message) {
        return new HttpError(405, ErrorCode.BAD_USER_INPUT, message, Map.of("Allow", allow));
    }

    /** The body is of a media type, or in an encoding, that is not taken; the header says which is (RFC 9110, 15.5.16). */
    public static HttpError unsupported(String header, String supported, String message) {
        return new HttpError(415, ErrorCode.BAD_USER_INPUT, message, Map.of(header, supported));
    }

    public int status() {
        return status;
    }

    public ErrorCode code() {
        return code;
    }

    /** The headers of the answer that say what would have been right. */
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
