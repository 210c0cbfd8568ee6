package org.jointdefence.registry.budget;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import org.jointdefence.registry.budget.HeapCheck.Holding;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeapCheckTest {

    private static final long MIB = 1L << 20;

    private static final List<Holding> HOLDINGS =
            List.of(new Holding("one", 3 * MIB), new Holding("most", 30 * MIB), new Holding("much", 7 * MIB - 1));

    @Test
    void settings_that_fit_are_taken() {
        assertThatCode(() -> HeapCheck.check(HeapCheck.IDLE + 40 * MIB - 1, HOLDINGS))
                .doesNotThrowAnyException();
    }

    @Test
    void settings_that_do_not_fit_are_refused_and_the_largest_two_named() {
        assertThatThrownBy(() -> HeapCheck.check(HeapCheck.IDLE + 40 * MIB - 2, HOLDINGS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "The heap of %d MiB is too small for the settings, which allow up to %d MiB: lower most (30 MiB) or much"
                                        .formatted(HeapCheck.IDLE / MIB + 40, HeapCheck.IDLE / MIB + 40)
                                + " (7 MiB), or raise the heap size (-Xmx; docs/operating.md)");
    }
}
