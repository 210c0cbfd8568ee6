package org.jointdefence.registry.selection.plan;

import graphql.execution.CoercedVariables;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.selection.order.Direction;
import org.jointdefence.registry.selection.order.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Values of variables make no plans of their own, and the shapes of one operation push out none of another's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanCacheTest {
    private static final OperationDefinition OPERATION = operation();

    private static OperationDefinition operation() {
        return (OperationDefinition) Parser.parse("query ($a: Int, $b: Filter, $c: String) { f(a: $a, b: $b, c: $c) }")
                .getDefinitions()
                .getFirst();
    }

    private static String shape(Map<String, @Nullable Object> variables) {
        return PlanCacheKey.of(OPERATION, CoercedVariables.of(variables));
    }

    @Test
    void values_are_no_part_of_a_shape() {
        assertThat(shape(Map.of("a", 1))).isEqualTo(shape(Map.of("a", 100)));
        assertThat(shape(Map.of("c", "x"))).isEqualTo(shape(Map.of("c", "y")));
        for (List<?> values : List.of(
                List.of(1, 2),
                List.of("x", "y"),
                List.of(new BigDecimal("1.5"), new BigDecimal("2")),
                List.of(List.of(1, 2), List.of(3)))) {
            assertThat(shape(Map.of("b", Map.of("eq", values.getFirst()))))
                    .isEqualTo(shape(Map.of("b", Map.of("eq", values.getLast()))));
        }
    }

    @Test
    void what_is_given_and_what_becomes_text_is_part_of_a_shape() {
        assertThat(shape(Map.of("a", 1))).isNotEqualTo(shape(Map.of()));
        assertThat(shape(Map.of("b", Map.of("isNull", true))))
                .isNotEqualTo(shape(Map.of("b", Map.of("isNull", false))));
        assertThat(shape(Map.of("b", Direction.ASC))).isNotEqualTo(shape(Map.of("b", Direction.DESC)));
        assertThat(shape(Map.of("b", Language.LT))).isNotEqualTo(shape(Map.of("b", Language.UK)));
        assertThat(shape(Map.of("b", List.of(Map.of("eq", 1)))))
                .isNotEqualTo(shape(Map.of("b", List.of(Map.of("eq", 1), Map.of("eq", 1)))));
    }

    @Test
    void the_shapes_of_one_operation_push_out_none_of_another() {
        PlanCache plans = new PlanCache(1_000_000);
        OperationPlan plan = new OperationPlan(List.of(), List.of(), 0, false);
        OperationDefinition other = operation();
        PlanCache.Shape known = new PlanCache.Shape("known", false);
        plans.put(other, known, plan);
        for (int i = 0; i < 10_000; i++) {
            plans.put(OPERATION, new PlanCache.Shape("shape " + i, false), plan);
        }

        assertThat(plans.get(other, known)).isSameAs(plan);
        assertThat(plans.get(OPERATION, new PlanCache.Shape("shape 9999", false)))
                .isSameAs(plan);
        assertThat(plans.get(OPERATION, new PlanCache.Shape("shape 9999", true)))
                .isNull();
        assertThat(plans.get(OPERATION, new PlanCache.Shape("shape 1", false))).isNull();
    }
}
