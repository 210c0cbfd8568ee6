package org.jointdefence.registry.clearance.provider;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider's side of a login: its endpoints, and tokens for a code (RFC 6749, section 4.1) or a refresh token.
 * The framework authenticates the client, as the configuration says.
 */
@ApplicationScoped
public class CodeFlow {

    private static final Logger LOG = Logger.getLogger(CodeFlow.class);

    /** A token as RFC 6750, section 2.1, has it in a header. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** Longer ones would not fit into the header of a request either. */
    private static final int LONGEST = 8_000;

    private final TenantConfigBean tenants;
    private final IdentityProvider provider;
    private volatile boolean failing;

    CodeFlow(TenantConfigBean tenants, IdentityProvider provider) {
        this.tenants = tenants;
        this.provider = provider;
    }

    /**
     * Where the provider logs in and out.
     *
     * @param clientId the registry's id at the provider
     * @param login null if it logs nobody in
     * @param logout null if a logout ends only the registry's own session
     */
    public record Endpoints(
            String issuer,
            String clientId,
            @Nullable String login,
            @Nullable String logout) {}

    /** The endpoints; fails with {@link IdentityProviderUnavailable} as long as the provider has not been found. */
    public Uni<Endpoints> endpoints() {
        return provider.inTime(provider.found()).map(ready -> {
            OidcConfigurationMetadata metadata = tenant().provider().getMetadata();
            return new Endpoints(
                    metadata.getIssuer(),
                    tenant().oidcConfig().clientId().orElseThrow(),
                    metadata.getAuthorizationUri(),
                    metadata.getEndSessionUri());
        });
    }

    /**
     * The tokens for a code. Fails with {@link ErrorCode#UNAUTHENTICATED} if the provider rejects it, and with
     * {@link IdentityProviderUnavailable} if it does not answer.
     */
    public Uni<LoginTokens> redeem(String code, String redirectUri, String verifier) {
        return request(
                Uni.createFrom().deferred(() -> tenant().provider().getCodeFlowTokens(code, redirectUri, verifier)));
    }

    /** New tokens for those of a login, with the failures of {@link #redeem}. */
    public Uni<LoginTokens> renew(String refreshToken, @Nullable String idToken) {
        return request(Uni.createFrom().deferred(() -> tenant().provider().refreshTokens(refreshToken)))
                .map(fresh -> new LoginTokens(
                        fresh.access(),
                        Optional.ofNullable(fresh.refresh()).orElse(refreshToken),
                        Optional.ofNullable(fresh.id()).orElse(idToken)));
    }

    private Uni<LoginTokens> request(Uni<AuthorizationCodeTokens> answer) {
        return provider.inTime(provider.found().chain(found -> answer))
                .map(CodeFlow::checked)
                .onItem()
                .invoke(this::report)
                .onFailure(failure -> !(failure instanceof AuthenticationFailedException))
                .transform(this::report)
                .onFailure(AuthenticationFailedException.class)
                .transform(rejected ->
                        new ClientError(ErrorCode.UNAUTHENTICATED, "The identity provider does not accept the login."));
    }

    private static LoginTokens checked(AuthorizationCodeTokens tokens) {
        String access = tokens.getAccessToken();
        if (access == null
                || access.length() > LONGEST
                || !TOKEN.matcher(access).matches()) {
            throw new IdentityProviderUnavailable(
                    "returned no access token of at most " + LONGEST + " characters for a login");
        }
        return new LoginTokens(access, tokens.getRefreshToken(), tokens.getIdToken());
    }

    private void report(LoginTokens received) {
        if (failing) {
            failing = false;
            LOG.info("The identity provider gives tokens again.");
        }
    }

    private IdentityProviderUnavailable report(Throwable failure) {
        IdentityProviderUnavailable unavailable = IdentityProviderUnavailable.in(failure)
                .orElseGet(() -> new IdentityProviderUnavailable(
                        "did not return tokens (" + failure.getClass().getSimpleName() + ")"));
        if (!failing) {
            failing = true;
            LOG.warnf(
                    "Nobody can log in: %s. Check its token endpoint and the client's credentials.",
                    unavailable.getMessage());
        }
        return unavailable;
    }

    private TenantConfigContext tenant() {
        return tenants.getDefaultTenant();
    }
}
