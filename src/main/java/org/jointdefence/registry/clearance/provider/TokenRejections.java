package org.jointdefence.registry.clearance.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a rejection of a code or refresh token (RFC 6749, section 5.2) no error, which the framework would log. */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class TokenRejections implements OidcResponseFilter {

    private static final int BAD_REQUEST = 400;

    @Override
    public Uni<Void> filter(OidcResponseFilterContext context) {
        return context.statusCode() == BAD_REQUEST
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : Uni.createFrom().voidItem();
    }
}
