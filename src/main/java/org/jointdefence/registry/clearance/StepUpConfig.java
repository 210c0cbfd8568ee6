package org.jointdefence.registry.clearance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a token must tell about its login to be worth a high level. */
@ConfigMapping(prefix = "registry.clearance.step-up")
interface StepUpConfig {

    /** The level from which on it must; none, and then no token needs to. */
    Optional<ClearanceLevel> level();

    /** The values of {@code acr} of which the token must have one, the preferred ones first. */
    Optional<List<String>> acrValues();

    /** How long ago {@code auth_time} may be; whole seconds. */
    @WithDefault("15m")
    Duration maximumAge();
}
