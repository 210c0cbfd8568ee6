package org.jointdefence.registry.clearance;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings from environment variables reach the configuration. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClearanceConfigTest {

    /** The key is in lower case then; {@code DisclosuresOfOthersTest} shows that it means the same nation. */
    @Test
    void nations_whose_log_others_audit_can_be_named_by_an_environment_variable() {
        ClearanceConfig config = new SmallRyeConfigBuilder()
                .withMapping(ClearanceConfig.class)
                .withSources(new EnvConfigSource(Map.of("REGISTRY_CLEARANCE_AUDITED_NATIONS_LT", "UA,EE"), 300))
                .build()
                .getConfigMapping(ClearanceConfig.class);
        assertThat(config.auditedNations()).isEqualTo(Map.of("lt", Set.of("UA", "EE")));
    }
}
