package org.jointdefence.registry.clearance;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jointdefence.registry.budget.Reservation;
import org.jointdefence.registry.clearance.provider.IdentityProvider;
import org.jointdefence.registry.clearance.provider.IdentityProviderUnavailable;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Resolves the caller of a request. It is the only class that knows how the framework represents a verified token. */
@ApplicationScoped
public class CallerResolver {

    private static final Logger LOG = Logger.getLogger(CallerResolver.class);

    /** OpenID Connect Core, section 2. */
    private static final int LONGEST_SUBJECT = 255;

    /** Longer than any issuer's URL, and short enough for a log line. */
    private static final int LONGEST_ISSUER = 1_000;

    private static final String SCHEME = "Bearer ";

    private final ClearanceConfig config;
    private final IdentityProvider provider;
    private final Set<String> compartments;
    private final StepUpPolicy stepUp;
    private final CurrentIdentityAssociation association;

    CallerResolver(
            ClearanceConfig config,
            IdentityProvider provider,
            StepUpPolicy stepUp,
            CurrentIdentityAssociation association) {
        this.config = config;
        this.provider = provider;
        this.stepUp = stepUp;
        this.compartments = config.compartments().orElse(Set.of());
        this.association = association;
    }

    /**
     * Resolves the caller. Fails with {@link ErrorCode#UNAUTHENTICATED} if the token is invalid, and with
     * {@link IdentityProviderUnavailable} if the token cannot be checked at the moment. Without a token, the caller is
     * anonymous.
     *
     * @param place called only if the request must wait for the identity provider; the reservation is closed afterwards
     */
    public Uni<Caller> of(RoutingContext request, Supplier<Reservation> place) {
        List<String> headers = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.isEmpty()) {
            return Uni.createFrom().item(Caller.ANONYMOUS);
        }
        // Otherwise the framework would respond to an invalid token itself, with its own error format.
        request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        if (headers.size() > 1 || !headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().failure(unauthenticated());
        }
        return identity(request, headers.getFirst().substring(SCHEME.length()).strip(), place)
                .map(this::caller)
                .onFailure(AuthenticationException.class::isInstance)
                .transform(failure -> IdentityProviderUnavailable.in(failure)
                        .<RuntimeException>map(unavailable -> unavailable)
                        .orElseGet(CallerResolver::unauthenticated));
    }

    /** Resolves the holder of a token that came another way, exactly as if it were the request's bearer token. */
    public Uni<Caller> of(RoutingContext request, String token, Supplier<Reservation> place) {
        request.request().headers().set(HttpHeaders.AUTHORIZATION, SCHEME + token);
        return of(request, place);
    }

    private Uni<SecurityIdentity> identity(RoutingContext request, String token, Supplier<Reservation> place) {
        Uni<SecurityIdentity> verified = QuarkusHttpUser.getSecurityIdentity(request, null);
        boolean known = provider.hasKeyOf(token);
        if (known && !provider.isAskedAboutTokens()) {
            return verified;
        }
        Reservation held = place.get();
        Uni<Boolean> key = known ? Uni.createFrom().item(true) : provider.fetchKeyOf(token);
        return provider.inTime(
                        key.chain(found -> found ? verified : Uni.createFrom().failure(unauthenticated())))
                .onTermination()
                .invoke(held::close);
    }

    /** Passes the caller of this request to the security annotations on mutations, in the active request scope. */
    public void associate(RoutingContext request) {
        association.setIdentity(QuarkusHttpUser.getSecurityIdentity(request, null));
    }

    private Caller caller(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw unauthenticated();
        }
        String claims = TokenPayload.json(token.getRawToken()).orElseThrow(CallerResolver::unauthenticated);
        if (!ClaimText.isIdentifier(token.getIssuer(), LONGEST_ISSUER)
                || !ClaimText.isIdentifier(token.getSubject(), LONGEST_SUBJECT)) {
            throw unauthenticated();
        }
        TokenClaims tokenClaims = new TokenClaims(compartments);
        identity.getRoles().forEach(tokenClaims::role);
        read(token, config.levelClaim(), tokenClaims::level, tokenClaims);
        read(token, config.nationClaim(), tokenClaims::nation, tokenClaims);
        read(token, config.compartmentsClaim(), tokenClaims::compartment, tokenClaims);
        TokenRoles roles = TokenRoles.of(identity.getRoles(), tokenClaims.warning());
        if (roles.warning() != null) {
            LOG.debugf("A token of %s: %s Its roles: %s", token.getIssuer(), roles.warning(), roles.seen());
        }
        Clearance clearance = tokenClaims.clearance();
        Caller attested = new Caller(
                token.getIssuer(),
                token.getSubject(),
                tokenClaims.functions(),
                clearance,
                tokenClaims.functions().contains(Role.AUDITOR) ? auditedBy(clearance.nation()) : Set.of(),
                null,
                roles);
        return stepUp.admit(attested, () -> AuthenticationContext.of(new JsonObject(claims)));
    }

    /**
     * An auditor sees the readers of the nation in the token, and of other nations only where the configuration says
     * so.
     */
    private Set<String> auditedBy(@Nullable String nation) {
        if (nation == null) {
            return Set.of();
        }
        Set<String> audited = new HashSet<>(Set.of(nation));
        // An environment variable has the nation in lower case, so that the comparison ignores case.
        config.auditedNations().forEach((auditor, others) -> {
            if (auditor.equalsIgnoreCase(nation)) {
                audited.addAll(others);
            }
        });
        return audited;
    }

    private static void read(
            JsonWebToken token, Optional<String> claim, Consumer<String> reader, TokenClaims tokenClaims) {
        claim.flatMap(token::claim).ifPresent(value -> {
            for (Object each : value instanceof Iterable<?> values ? values : List.of(value)) {
                switch (each) {
                    case String text -> reader.accept(text);
                    case JsonString text -> reader.accept(text.getString());
                    default -> tokenClaims.misunderstood();
                }
            }
        });
    }

    private static ClientError unauthenticated() {
        return new ClientError(ErrorCode.UNAUTHENTICATED, "The token is not accepted.");
    }
}
