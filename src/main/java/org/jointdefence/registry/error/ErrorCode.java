package org.jointdefence.registry.error;

/** The values of {@code extensions.code} in errors. */
public enum ErrorCode {
    BAD_USER_INPUT,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    LIMIT_EXCEEDED,
    UNAVAILABLE,
    INTERNAL
}
