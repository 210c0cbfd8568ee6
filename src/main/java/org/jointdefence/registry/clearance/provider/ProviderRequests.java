package org.jointdefence.registry.clearance.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Limits the time of every request to the identity provider, and tells its failures from its refusals. */
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
     * From now on the provider is asked. Before that, the framework would hold up the start until it has its answer, and give
     * up starting if the keys alone are away.
     */
    void open() {
        open = true;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        if (!open) {
            return Uni.createFrom().failure(new OIDCException("The identity provider is asked after the start"));
        }
        context.request().timeout(time);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext context) {
        int status = context.statusCode();
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            return Uni.createFrom().failure(new IdentityProviderUnavailable("answers with status " + status));
        }
        // A token that the provider refuses is no error of its own, of which the framework would write a line.
        return status == UNAUTHORIZED || status == FORBIDDEN
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : Uni.createFrom().voidItem();
    }
}
