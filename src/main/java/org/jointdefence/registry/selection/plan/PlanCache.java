package org.jointdefence.registry.selection.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.OperationDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the plans of operations: in all so many bytes, and of one operation the latest few shapes, so that nobody pushes
 * out the plans of others by sending one document with ever other variables.
 */
public final class PlanCache {
    /** More shapes than the variables of a client's operation take in turns. */
    private static final int MOST_SHAPES = 32;

    private final Cache<OperationDefinition, Plans> operations;

    /**
     * What decides about a plan of an operation.
     *
     * @param variables whatever in the variables changes its SQL
     * @param recorded whether what is read has to be selected for the log, too
     */
    public record Shape(String variables, boolean recorded) {
        private long retained() {
            return 100L + variables.length();
        }
    }

    /**
     * A cache.
     *
     * @param mostBytes about how much memory all plans together may take
     */
    public PlanCache(long mostBytes) {
        operations = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<OperationDefinition, Plans>weigher((operation, plans) -> plans.retained())
                .build();
    }

    @Nullable
    public OperationPlan get(OperationDefinition operation, Shape shape) {
        Plans plans = operations.getIfPresent(operation);
        return plans == null ? null : plans.get(shape);
    }

    public void put(OperationDefinition operation, Shape shape, OperationPlan plan) {
        // Put again, even if it is there, it is weighed again.
        operations.asMap().compute(operation, (same, known) -> {
            Plans plans = known == null ? new Plans() : known;
            plans.put(shape, plan);
            return plans;
        });
    }

    /** About how many bytes of memory all of them take. */
    public long retained() {
        operations.cleanUp();
        return operations.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** The plans of one operation, of which the one that was not used for the longest time goes first. */
    private static final class Plans {
        private final Map<Shape, OperationPlan> latest = new LinkedHashMap<>(4, 0.75f, true);

        synchronized @Nullable OperationPlan get(Shape shape) {
            return latest.get(shape);
        }

        synchronized void put(Shape shape, OperationPlan plan) {
            latest.put(shape, plan);
            if (latest.size() > MOST_SHAPES) {
                latest.remove(latest.keySet().iterator().next());
            }
        }

        synchronized int retained() {
            long bytes = latest.entrySet().stream()
                    .mapToLong(entry ->
                            entry.getKey().retained() + entry.getValue().retained())
                    .sum();
            return (int) Math.min(bytes, Integer.MAX_VALUE);
        }
    }
}
