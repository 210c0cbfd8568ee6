package org.jointdefence.registry.error;

/** An error for the caller. Its message reaches the client and must not contain data that the caller may not read. */
public final class ClientError extends RuntimeException {

    private final ErrorCode code;

    public ClientError(ErrorCode code, String message) {
        // It is a regular response, so no stack trace is needed.
        super(message, null, false, false);
        this.code = code;
    }

    /** The request is invalid. */
    public static ClientError badInput(String message) {
        return new ClientError(ErrorCode.BAD_USER_INPUT, message);
    }

    /** The request exceeds a limit. */
    public static ClientError limit(String message) {
        return new ClientError(ErrorCode.LIMIT_EXCEEDED, message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }
}
