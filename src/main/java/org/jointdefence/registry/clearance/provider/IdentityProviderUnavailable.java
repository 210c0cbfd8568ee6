package org.jointdefence.registry.clearance.provider;

import io.vertx.core.VertxException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** A token cannot be checked at the moment, because the identity provider is unavailable. */
public final class IdentityProviderUnavailable extends RuntimeException {

    IdentityProviderUnavailable(String reason) {
        super("the identity provider " + reason, null, false, false);
    }

    /** Describes why the provider's keys could not be fetched. */
    static IdentityProviderUnavailable because(Throwable failure) {
        return in(failure)
                .orElseGet(() ->
                        new IdentityProviderUnavailable("cannot be reached, or did not return its metadata and keys ("
                                + failure.getClass().getSimpleName() + ")"));
    }

    /** Finds the provider's failure among the causes of a failed authentication; empty if the token is at fault. */
    public static Optional<IdentityProviderUnavailable> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case IdentityProviderUnavailable unavailable -> {
                    return Optional.of(unavailable);
                }
                case TimeoutException late -> {
                    return Optional.of(new IdentityProviderUnavailable("did not respond in time"));
                }
                case IOException away -> {
                    return unreachable(away);
                }
                case VertxException closed -> {
                    return unreachable(closed);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static Optional<IdentityProviderUnavailable> unreachable(Throwable cause) {
        Class<?> kind = cause instanceof ConnectException ? ConnectException.class : cause.getClass();
        return Optional.of(new IdentityProviderUnavailable("cannot be reached (" + kind.getSimpleName() + ")"));
    }

    /** The reason, for the log. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
