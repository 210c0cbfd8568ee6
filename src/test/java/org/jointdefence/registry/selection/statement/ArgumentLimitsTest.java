package org.jointdefence.registry.selection.statement;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.jointdefence.registry.budget.LimitsConfig;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArgumentLimitsTest {

    @Test
    void an_order_has_no_more_fields_than_a_cursor_has_values() {
        assertThatCode(() -> new ArgumentLimits(limits("8"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new ArgumentLimits(limits("9")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("registry.limits.order-fields must be at most 8, not 9");
    }

    private static LimitsConfig limits(String orderFields) {
        return new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(LimitsConfig.class)
                .withDefaultValue("registry.limits.order-fields", orderFields)
                .build()
                .getConfigMapping(LimitsConfig.class);
    }
}
