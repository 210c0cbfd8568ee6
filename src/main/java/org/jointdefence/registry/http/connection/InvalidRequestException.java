package org.jointdefence.registry.http.connection;

/** A request whose head breaks a rule of HTTP; its message is for the client. */
public final class InvalidRequestException extends RuntimeException {

    InvalidRequestException(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
