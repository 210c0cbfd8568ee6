package org.jointdefence.registry.selection.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.OperationDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Caches the plans of operations, within a total number of bytes. For each operation it keeps only the most recently
 * used shapes, so that a caller who sends one document with ever new variables cannot evict the plans of others.
 */
public final class PlanCache {
    /** More shapes than clients use for one operation. */
    private static final int MOST_SHAPES = 32;

    private final Cache<OperationDefinition, Plans> operations;

    /**
     * The part of a request that decides the plan of an operation.
     *
     * @param variables the shape of the variables; see {@link PlanCacheKey}
     * @param recorded whether the statements also select labels for the log
     */
    public record Shape(String variables, boolean recorded) {
        private long retained() {
            return 100L + variables.length();
        }
    }

    /**
     * Creates an empty cache.
     *
     * @param mostBytes the maximum estimated heap for all plans, in bytes
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
        // Caffeine weighs an entry only when it is put.
        operations.asMap().compute(operation, (same, known) -> {
            Plans plans = known == null ? new Plans() : known;
            plans.put(shape, plan);
            return plans;
        });
    }

    /** The estimated bytes of heap for all cached plans. */
    public long retained() {
        operations.cleanUp();
        return operations.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** The plans of one operation; evicts the least recently used one. */
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
