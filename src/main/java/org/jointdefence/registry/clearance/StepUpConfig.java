package org.jointdefence.registry.clearance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The login that high clearance levels require. */
@ConfigMapping(prefix = "registry.clearance.step-up")
interface StepUpConfig {

    /** The lowest level that requires such a login; if not set, no level does. */
    Optional<ClearanceLevel> level();

    /** The accepted values of {@code acr}, preferred ones first. */
    Optional<List<String>> acrValues();

    /** The maximum age of {@code auth_time}, in whole seconds. */
    @WithDefault("15m")
    Duration maximumAge();
}
