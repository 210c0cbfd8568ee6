package org.jointdefence.registry.clearance.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Timeouts and key lifetimes for the identity provider. */
@ConfigMapping(prefix = "registry.identity-provider")
interface ProviderConfig {

    /** The maximum time that a request waits for the identity provider, and that the provider has for a response. */
    @WithDefault("3s")
    Duration waitingTime();

    /** The minimum time from the start of one fetch of the provider's keys to the start of the next. */
    @WithDefault("1s")
    Duration keyInterval();

    /** How long keys are trusted after they were fetched; keys in use are fetched again after half of that time. */
    @WithDefault("5m")
    Duration keyLifetime();
}
