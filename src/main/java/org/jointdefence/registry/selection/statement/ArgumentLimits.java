package org.jointdefence.registry.selection.statement;

import java.util.List;
import java.util.Map;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.error.ClientError;
import org.jspecify.annotations.Nullable;

/** Bounds orders and filters before SQL is made of them, be they written in the document or in variables. */
public final class ArgumentLimits {
    private final LimitsConfig limits;

    public ArgumentLimits(LimitsConfig limits) {
        this.limits = limits;
    }

    /**
     * Checks the coerced arguments of a field.
     *
     * @throws ClientError if one of them asks for too much
     */
    public void check(Map<String, ?> arguments) {
        if (arguments.get("orderBy") instanceof List<?> order && order.size() > limits.orderFields()) {
            throw ClientError.limit("`orderBy` has " + limits.orderFields() + " fields at most, not " + order.size());
        }
        if (arguments.get("where") instanceof Map<?, ?> filter) {
            new Filter().add(filter, 1);
        }
    }

    /** Refuses a filter that goes through so many associations, of which this is the last. */
    public void checkAssociations(int associations, String path) {
        if (associations > limits.filterAssociations()) {
            throw ClientError.limit("`" + path + "` is one too many: a filter goes through "
                    + limits.filterAssociations() + " associations at most");
        }
    }

    private final class Filter {
        private int size;

        private void add(Map<?, ?> conditions, int depth) {
            if (depth > limits.filterDepth()) {
                throw ClientError.limit("`where` has " + limits.filterDepth() + " levels at most");
            }
            conditions.values().forEach(condition -> add(condition, depth));
        }

        private void add(@Nullable Object condition, int depth) {
            if (++size > limits.filterSize()) {
                throw ClientError.limit("`where` has " + limits.filterSize() + " fields and operators at most");
            }
            if (condition instanceof Map<?, ?> within) {
                add(within, depth + 1);
            } else if (condition instanceof List<?> list) {
                for (Object element : list) {
                    if (element instanceof Map<?, ?> within) {
                        add(within, depth + 1);
                    }
                }
            }
        }
    }
}
