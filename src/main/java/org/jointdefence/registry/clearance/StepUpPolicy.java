package org.jointdefence.registry.clearance;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requires a strong and recent login from a configured clearance level on. A caller whose token lacks it is capped
 * below that level in every request, so that neither the token nor the response reveals what was withheld for this
 * reason.
 */
@ApplicationScoped
@Startup
public class StepUpPolicy {

    private static final String PREFIX = "registry.clearance.step-up.";

    /**
     * The characters that a challenge can quote (RFC 6750, section 3), except the space, which separates two values.
     */
    private static final Pattern ACR = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    /** A longer maximum age is taken for a mistake. */
    private static final Duration LONGEST = Duration.ofDays(365);

    /** How far the issuer's clock may be ahead of this one, in seconds. */
    private static final long SKEW = 60;

    private final InstantSource clock;
    private final @Nullable ClearanceLevel level;
    private final StepUp stepUp;

    /**
     * Checks and takes the configuration.
     *
     * @throws ConfigurationException if a setting is invalid; the service then does not start
     */
    @Inject
    StepUpPolicy(StepUpConfig config) {
        this(config, InstantSource.system());
    }

    StepUpPolicy(StepUpConfig config, InstantSource clock) {
        List<String> acrValues = config.acrValues().orElse(List.of());
        this.clock = clock;
        this.level = config.level().orElse(null);
        this.stepUp = new StepUp(acrValues, config.maximumAge().toSeconds());
        // With one of the two settings alone there would be no check at all, which the operator would not expect.
        require(
                (level == null) == acrValues.isEmpty(),
                "acr-values",
                "required if level is set, and not allowed otherwise");
        require(
                acrValues.stream().allMatch(acr -> ACR.matcher(acr).matches()),
                "acr-values",
                "each value must be printable ASCII without spaces, quotes and backslashes");
        require(
                stepUp.maximumAge() >= 1 && config.maximumAge().compareTo(LONGEST) <= 0,
                "maximum-age",
                "must be between one second and one year");
    }

    /** The login that the configured level requires; empty if no level requires one. */
    public Optional<StepUp> required() {
        return level == null ? Optional.empty() : Optional.of(stepUp);
    }

    /** The caller with the clearance that the login suffices for. */
    Caller admit(Caller caller, Supplier<AuthenticationContext> login) {
        Clearance clearance = caller.clearance();
        if (level == null || clearance.level() == null || clearance.level().compareTo(level) < 0) {
            return caller;
        }
        if (suffices(login.get())) {
            return caller;
        }
        return caller.cappedTo(clearance.below(level), stepUp);
    }

    private boolean suffices(AuthenticationContext login) {
        if (login.acr() == null || login.time() == null) {
            return false;
        }
        long now = clock.instant().getEpochSecond();
        long time = login.time();
        return stepUp.acrValues().contains(login.acr()) && time >= now - stepUp.maximumAge() && time <= now + SKEW;
    }

    private static void require(boolean condition, String key, String demand) {
        if (!condition) {
            throw new ConfigurationException(PREFIX + key + ": " + demand);
        }
    }
}
