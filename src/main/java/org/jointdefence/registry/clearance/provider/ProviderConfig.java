package org.jointdefence.registry.clearance.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the service treats the identity provider. */
@ConfigMapping(prefix = "registry.identity-provider")
interface ProviderConfig {

    /** The longest that a request waits for the identity provider, and that the provider has for an answer. */
    @WithDefault("3s")
    Duration waitingTime();

    /** The shortest time from the beginning of one fetch of its keys to the next. */
    @WithDefault("1s")
    Duration keyInterval();

    /** How long a key is believed after it was fetched; keys that are used are fetched again after half of it. */
    @WithDefault("5m")
    Duration keyLifetime();
}
