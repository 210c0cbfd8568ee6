package org.jointdefence.registry.clearance.provider;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Holds the identity provider's keys, and the requests that wait for them. The framework verifies tokens, but receives
 * none whose key is unknown, because it would ask the provider once for each. This class does once for all requests
 * what the framework would do by itself: it finds the provider after the start, and fetches the keys again.
 */
@ApplicationScoped
public class IdentityProvider {

    private static final Logger LOG = Logger.getLogger(IdentityProvider.class);

    /** The framework fetches keys only for a token; this one has no content. */
    private static final String NO_TOKEN = "e30.e30.";

    /** The number of cached token headers; providers use about one for each of their keys. */
    private static final int MOST_HEADS = 64;

    /** Before the check of the database, so that the two run in parallel. */
    private static final int EARLY = 100;

    private final ProviderConfig config;
    private final ProviderRequests requests;
    private final TenantConfigBean tenants;
    private final Vertx vertx;
    private final SharedFetch fetch;
    private volatile @Nullable Keys keys;
    private volatile boolean failing;

    /**
     * The fetched keys.
     *
     * @param since when they were fetched, by {@link System#nanoTime}
     * @param heads the encoded headers of tokens whose signature one of these keys has verified
     */
    private record Keys(long since, Set<String> heads) {

        Keys() {
            this(System.nanoTime(), ConcurrentHashMap.newKeySet());
        }

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - since > age.toNanos();
        }
    }

    IdentityProvider(ProviderConfig config, ProviderRequests requests, TenantConfigBean tenants, Vertx vertx) {
        this.config = config;
        this.requests = requests;
        this.tenants = tenants;
        this.vertx = vertx;
        this.fetch = new SharedFetch(vertx, config.keyInterval(), this::fetchKeys);
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) {
        requests.open();
        if (tenant().oidcConfig().tenantEnabled()) {
            fetch.begin();
        }
    }

    /** Whether the configuration requires asking the provider about every token, in addition to verifying it. */
    public boolean isAskedAboutTokens() {
        OidcTenantConfig oidc = tenant().oidcConfig();
        return oidc.authentication().userInfoRequired().orElse(false)
                || oidc.token().requireJwtIntrospectionOnly();
    }

    /** Whether the token can be verified without asking the provider for keys. */
    public boolean hasKeyOf(String token) {
        Keys current = keys;
        if (current == null || current.isOlderThan(config.keyLifetime())) {
            return false;
        }
        if (current.isOlderThan(config.keyLifetime().dividedBy(2))) {
            fetch.begin();
        }
        return canVerify(token, current);
    }

    /** Fetches the provider's keys, and returns whether the token's key is among them. */
    public Uni<Boolean> fetchKeyOf(String token) {
        return fetch.await()
                .chain(early -> early || hasKeyOf(token)
                        ? Uni.createFrom().voidItem()
                        : fetch.await().replaceWithVoid())
                .map(fetched -> hasKeyOf(token));
    }

    /** Waits until the provider's metadata are known, which is so after the first fetch that succeeds. */
    Uni<Void> found() {
        return tenant().ready() ? Uni.createFrom().voidItem() : fetch.await().replaceWithVoid();
    }

    /** The same result, or a failure if it does not arrive in time. */
    public <T> Uni<T> inTime(Uni<T> result) {
        return Uni.createFrom().emitter(emitter -> {
            long timer = vertx.setTimer(
                    config.waitingTime().toMillis(),
                    late -> emitter.fail(new IdentityProviderUnavailable("did not respond in time")));
            result.onTermination()
                    .invoke(() -> vertx.cancelTimer(timer))
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
        });
    }

    private boolean canVerify(String token, Keys current) {
        String head = token.substring(0, Math.max(0, token.indexOf('.')));
        if (!usesKeys() || current.heads().contains(head)) {
            return true;
        }
        try {
            provider().verifyJwtToken(token, false, false, null);
            if (current.heads().size() < MOST_HEADS) {
                current.heads().add(head);
            }
            return true;
        } catch (InvalidJwtException invalid) {
            return !(invalid.getCause() instanceof UnresolvableKeyException);
        } catch (RuntimeException malformed) {
            // The framework will reject the token, and needs no key for that.
            return true;
        }
    }

    private Uni<Void> fetchKeys() {
        return refresh().onItemOrFailure().transformToUni((done, failure) -> {
            if (failure == null) {
                keys = new Keys();
                if (failing) {
                    failing = false;
                    LOG.info("The identity provider responds again.");
                }
                return Uni.createFrom().voidItem();
            }
            IdentityProviderUnavailable unavailable = IdentityProviderUnavailable.because(failure);
            if (!failing) {
                failing = true;
                LOG.warnf(
                        "Requests with a token whose key is unknown are rejected with 503: %s. Check quarkus.oidc.auth-server-url.",
                        unavailable.getMessage());
            }
            return Uni.createFrom().failure(unavailable);
        });
    }

    private Uni<Void> refresh() {
        if (!tenant().ready()) {
            return tenant().initialize().replaceWithVoid();
        }
        if (!usesKeys()) {
            return Uni.createFrom().voidItem();
        }
        return provider()
                .refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null)
                .replaceWithVoid()
                .onFailure(InvalidJwtException.class)
                .recoverWithNull();
    }

    /** Whether tokens are verified with keys that the provider publishes, rather than with a configured key. */
    private boolean usesKeys() {
        OidcConfigurationMetadata metadata = provider().getMetadata();
        return metadata != null
                && metadata.getJsonWebKeySetUri() != null
                && !tenant().oidcConfig().token().requireJwtIntrospectionOnly();
    }

    private OidcProvider provider() {
        return tenant().provider();
    }

    private TenantConfigContext tenant() {
        return tenants.getDefaultTenant();
    }
}
