package org.jointdefence.registry.http;

import java.util.Map;
import org.jointdefence.registry.ErrorCode;

/** A request that is refused as an HTTP request, whatever media type the client would like. */
final class Rejection extends RuntimeException {

    private final int status;
    private final ErrorCode code;
    private final Map<String, String> headers;

    Rejection(int status, ErrorCode code, String message) {
        this(status, code, message, Map.of());
    }

    private Rejection(int status, ErrorCode code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    static Rejection malformed(String message) {
        return new Rejection(400, ErrorCode.BAD_USER_INPUT, message);
    }

    /** The method does not fit; these do. */
    static Rejection method(String allow, String message) {
        return new Rejection(405, ErrorCode.BAD_USER_INPUT, message, Map.of("Allow", allow));
    }

    /** The body is of a media type, or in an encoding, that is not taken; the header says which is (RFC 9110, 15.5.16). */
    static Rejection unsupported(String header, String supported, String message) {
        return new Rejection(415, ErrorCode.BAD_USER_INPUT, message, Map.of(header, supported));
    }

    int status() {
        return status;
    }

    ErrorCode code() {
        return code;
    }

    /** The headers of the answer that say what would have been right. */
    Map<String, String> headers() {
        return headers;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
