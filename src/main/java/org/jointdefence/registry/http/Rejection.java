package org.jointdefence.registry.http;

import org.jointdefence.registry.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A request that is refused as an HTTP request, whatever media type the client would like. */
final class Rejection extends RuntimeException {

    private final int status;
    private final ErrorCode code;
    private final @Nullable String allow;

    Rejection(int status, ErrorCode code, String message) {
        this(status, code, message, null);
    }

    private Rejection(int status, ErrorCode code, String message, @Nullable String allow) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.allow = allow;
    }

    static Rejection malformed(String message) {
        return new Rejection(400, ErrorCode.BAD_USER_INPUT, message);
    }

    /** The method does not fit; these do. */
    static Rejection method(String allow, String message) {
        return new Rejection(405, ErrorCode.BAD_USER_INPUT, message, allow);
    }

    int status() {
        return status;
    }

    ErrorCode code() {
        return code;
    }

    /** The methods that fit, when the method is the reason. */
    @Nullable
    String allow() {
        return allow;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
