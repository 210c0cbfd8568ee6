package org.jointdefence.registry.error;

import org.jspecify.annotations.Nullable;

/** An error for the caller. Its message reaches the client and must not contain data that the caller may not read. */
public final class ClientError extends RuntimeException {

    private final ErrorCode code;
    private final @Nullable String record;

    public ClientError(ErrorCode code, String message) {
        this(code, message, null);
    }

    private ClientError(ErrorCode code, String message, @Nullable String record) {
        // It is a regular response, so no stack trace is needed.
        super(message, null, false, false);
        this.code = code;
        this.record = record;
    }

    /** The request is invalid. */
    public static ClientError badInput(String message) {
        return new ClientError(ErrorCode.BAD_USER_INPUT, message);
    }

    /** The request exceeds a limit. */
    public static ClientError limit(String message) {
        return new ClientError(ErrorCode.LIMIT_EXCEEDED, message);
    }

    /**
     * The request conflicts with a record that the caller can see.
     *
     * @param record its global id; null if it is not known
     */
    public static ClientError conflict(String message, @Nullable String record) {
        return new ClientError(ErrorCode.CONFLICT, message, record);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    /** The global id of the record that the request conflicts with; null if there is none, or if it is not known. */
    @Nullable
    public String record() {
        return record;
    }
}
