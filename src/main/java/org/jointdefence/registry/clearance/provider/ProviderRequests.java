package org.jointdefence.registry.clearance.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Limits the duration of every request to the identity provider, and separates its failures from its rejections. */
@ApplicationScoped
@Unremovable
class ProviderRequests implements OidcRequestFilter, OidcResponseFilter {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final long time;
    private volatile boolean open;

    ProviderRequests(ProviderConfig config) {
        this.time = config.waitingTime().toMillis();
    }

    /**
     * Allows requests from now on. Requests during the start would make the framework block the start until the
     * provider responds, and abort it if only the keys are unavailable.
     */
    void open() {
        open = true;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        if (!open) {
            return Uni.createFrom()
                    .failure(new OIDCException("The identity provider is contacted only after the start"));
        }
        context.request().timeout(time);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext context) {
        int status = context.statusCode();
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            return Uni.createFrom().failure(new IdentityProviderUnavailable("responded with status " + status));
        }
        // A token that the provider rejects is not an error; the framework would log it as one.
        return status == UNAUTHORIZED || status == FORBIDDEN
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : Uni.createFrom().voidItem();
    }
}
