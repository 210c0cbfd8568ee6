package org.jointdefence.registry.http.connection;

/** The head of a request breaks a rule of HTTP; the message is for the client. */
public final class InvalidRequestException extends RuntimeException {

    InvalidRequestException(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
