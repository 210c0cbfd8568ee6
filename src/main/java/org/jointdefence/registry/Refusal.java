package org.jointdefence.registry;

/** An answer that is an error on purpose: its message is meant for the caller and holds nothing else's secrets. */
public final class Refusal extends RuntimeException {

    private final ErrorCode code;

    public Refusal(ErrorCode code, String message) {
        // It is an answer and not a fault, so nobody needs to see where it was made.
        super(message, null, false, false);
        this.code = code;
    }

    /** The request is at fault. */
    public static Refusal badInput(String message) {
        return new Refusal(ErrorCode.BAD_USER_INPUT, message);
    }

    /** The request asks for more than one request may. */
    public static Refusal limit(String message) {
        return new Refusal(ErrorCode.LIMIT_EXCEEDED, message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }
}
