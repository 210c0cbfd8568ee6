package org.jointdefence.registry.clearance;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the service under test while its identity provider, a {@link SlowIssuer}, is unavailable. */
public class SlowProvider implements QuarkusTestResourceLifecycleManager {

    private static @Nullable SlowIssuer issuer;

    /** The identity provider of the running tests. */
    static SlowIssuer issuer() {
        if (issuer == null) {
            throw new IllegalStateException("no test resource was started");
        }
        return issuer;
    }

    @Override
    public Map<String, String> start() {
        try {
            SlowIssuer started = new SlowIssuer();
            started.become(SlowIssuer.Condition.AWAY);
            issuer = started;
            return Map.of("quarkus.oidc.auth-server-url", started.url());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
    }
}
