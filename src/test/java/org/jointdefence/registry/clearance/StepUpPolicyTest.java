package org.jointdefence.registry.clearance;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StepUpPolicyTest {

    private static final long NOW = 1_800_000_000;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    private static final Map<String, String> FROM_SECRET = Map.of("level", "secret", "acr-values", "gold,platinum");

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            # threshold | named by the token | worth without a login that suffices
            restricted   , RESTRICTED   , none
            restricted   , TOP_SECRET   , none
            confidential , RESTRICTED   , RESTRICTED
            confidential , CONFIDENTIAL , RESTRICTED
            secret       , CONFIDENTIAL , CONFIDENTIAL
            secret       , SECRET       , CONFIDENTIAL
            secret       , TOP_SECRET   , CONFIDENTIAL
            top-secret   , SECRET       , SECRET
            top-secret   , TOP_SECRET   , SECRET
            """)
    void a_weak_login_is_worth_what_lies_below_the_threshold(
            String threshold, ClearanceLevel named, @Nullable ClearanceLevel worth) {
        StepUpPolicy from = threshold(Map.of("level", threshold, "acr-values", "gold"));

        Caller admitted = from.admit(caller(named), () -> new AuthenticationContext(null, null));

        assertThat(admitted.clearance())
                .isEqualTo(new Clearance(worth, "LT", worth == null ? Set.of() : Set.of("AMBER")));
        assertThat(admitted.stepUp() == null).isEqualTo(worth == named);
        assertThat(admitted.functions()).containsExactly(Role.ORIGINATOR);
        assertThat(from.admit(caller(named), () -> new AuthenticationContext("gold", NOW)))
                .isEqualTo(caller(named));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            # acr    | seconds since the login | suffices
            gold     , 0    , true
            platinum , 900  , true
            gold     , 901  , false
            gold     , -60  , true
            gold     , -61  , false
            gold     , none , false
            none     , 0    , false
            silver   , 0    , false
            GOLD     , 0    , false
            gold platinum , 0 , false
            '', 0, false
            """)
    void a_login_suffices_that_is_of_a_class_in_the_list_and_not_too_long_ago(
            @Nullable String acr, @Nullable Long ago, boolean suffices) {
        AuthenticationContext login = new AuthenticationContext(acr, ago == null ? null : NOW - ago);

        Caller admitted = threshold(FROM_SECRET).admit(caller(ClearanceLevel.SECRET), () -> login);

        assertThat(admitted.stepUp() == null).isEqualTo(suffices);
        assertThat(admitted.clearance().level())
                .isEqualTo(suffices ? ClearanceLevel.SECRET : ClearanceLevel.CONFIDENTIAL);
    }

    @ParameterizedTest
    @CsvSource({"-9223372036854775808", "-1", "0", "9223372036854775807"})
    void a_time_out_of_all_bounds_does_not_suffice(long time) {
        assertThat(threshold(FROM_SECRET)
                        .admit(caller(ClearanceLevel.SECRET), () -> new AuthenticationContext("gold", time))
                        .stepUp())
                .isNotNull();
    }

    @Test
    void without_a_level_no_token_needs_to_tell() {
        assertThat(threshold(Map.of())
                        .admit(caller(ClearanceLevel.TOP_SECRET), () -> new AuthenticationContext(null, null)))
                .isEqualTo(caller(ClearanceLevel.TOP_SECRET));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            level=secret                                            | acr-values
            acr-values=gold                                         | acr-values
            level=secret acr-values=a"b                             | acr-values
            level=secret acr-values=gold,a\\\\b                       | acr-values
            level=secret acr-values=gold,ė                          | acr-values
            level=secret acr-values=gold maximum-age=0s             | maximum-age
            level=secret acr-values=gold maximum-age=-PT1H          | maximum-age
            level=secret acr-values=gold maximum-age=366d           | maximum-age
            level=secret acr-values=gold maximum-age=PT2562047788015215H | maximum-age
            """)
    void half_a_rule_is_refused_with_the_key_that_is_wrong(String settings, String key) {
        Map<String, String> parsed = new HashMap<>();
        for (String setting : settings.split(" ", -1)) {
            int equals = setting.indexOf('=');
            parsed.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        assertThatThrownBy(() -> threshold(parsed))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("registry.clearance.step-up." + key + ": ");
    }

    private static Caller caller(ClearanceLevel level) {
        return new Caller("issuer", "somebody", Set.of(Role.ORIGINATOR), new Clearance(level, "LT", Set.of("AMBER")));
    }

    private static StepUpPolicy threshold(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(StepUpConfig.class);
        settings.forEach((key, value) -> builder.withDefaultValue("registry.clearance.step-up." + key, value));
        return new StepUpPolicy(builder.build().getConfigMapping(StepUpConfig.class), CLOCK);
    }
}
