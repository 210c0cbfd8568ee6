package org.jointdefence.registry.error;

/** An answer that is an error on purpose: its message is meant for the caller and holds nothing else's secrets. */
public final class ClientError extends RuntimeException {

    private final ErrorCode code;

    public ClientError(ErrorCode code, String message) {
        // It is an answer and not a fault, so nobody needs to see where it was made.
        super(message, null, false, false);
        this.code = code;
    }

    /** The request is at fault. */
    public static ClientError badInput(String message) {
        return new ClientError(ErrorCode.BAD_USER_INPUT, message);
    }

    /** The request asks for more than one request may. */
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
