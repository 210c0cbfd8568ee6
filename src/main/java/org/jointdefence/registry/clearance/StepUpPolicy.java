package org.jointdefence.registry.clearance;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The level from which on a token must tell of a strong and recent login. One that does not is worth what lies below,
 * whatever is asked for: neither the token nor the answer to it knows what is withheld for that reason.
 */
@ApplicationScoped
@Startup
class StepUpPolicy {

    private static final String PREFIX = "registry.clearance.step-up.";

    /** What a challenge can quote (RFC 6750, section 3), without the space that stands between two values. */
    private static final Pattern ACR = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    /** Beyond it, a maximum age is a mistake. */
    private static final Duration LONGEST = Duration.ofDays(365);

    /** How far the issuer's clock may be ahead of ours, in seconds. */
    private static final long SKEW = 60;

    private final InstantSource clock;
    private final @Nullable ClearanceLevel level;
    private final StepUp stepUp;

    /**
     * Takes the configuration.
     *
     * @throws ConfigurationException if it can be no rule, and then the service does not start
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
        // Half a rule would be none, which whoever wrote the other half does not expect.
        require((level == null) == acrValues.isEmpty(), "acr-values", "needed with level, and only then");
        require(
                acrValues.stream().allMatch(acr -> ACR.matcher(acr).matches()),
                "acr-values",
                "a value is printable ASCII without space, quote and backslash, which one is not");
        require(
                stepUp.maximumAge() >= 1 && config.maximumAge().compareTo(LONGEST) <= 0,
                "maximum-age",
                "from one second to a year");
    }

    /** The caller, with no more clearance than the login is good for. */
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
