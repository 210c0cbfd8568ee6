package org.jointdefence.registry.selection.statement;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.cursor.CursorCipher;
import org.jspecify.annotations.Nullable;

/** Limits orders and filters before SQL is generated, for literals and variables alike. */
public final class ArgumentLimits {
    private final LimitsConfig limits;

    /** @throws ConfigurationException if orders could have more fields than a cursor has values; the service then does not start */
    public ArgumentLimits(LimitsConfig limits) {
        if (limits.orderFields() > CursorCipher.MOST_KEYS) {
            throw new ConfigurationException("registry.limits.order-fields must be at most " + CursorCipher.MOST_KEYS
                    + ", not " + limits.orderFields());
        }
        this.limits = limits;
    }

    /**
     * Checks the coerced arguments of a field.
     *
     * @throws ClientError if one of them exceeds a limit
     */
    public void check(Map<String, ?> arguments) {
        if (arguments.get("orderBy") instanceof List<?> order && order.size() > limits.orderFields()) {
            throw ClientError.limit(
                    "`orderBy` may have at most " + limits.orderFields() + " fields, not " + order.size());
        }
        if (arguments.get("where") instanceof Map<?, ?> filter) {
            new Filter().add(filter, 1);
        }
    }

    /** Checks the number of associations in a filter, of which the one at {@code path} is the last. */
    public void checkAssociations(int associations, String path) {
        if (associations > limits.filterAssociations()) {
            throw ClientError.limit(
                    "`" + path + "` exceeds the limit of " + limits.filterAssociations() + " associations in a filter");
        }
    }

    private final class Filter {
        private int size;

        private void add(Map<?, ?> conditions, int depth) {
            if (depth > limits.filterDepth()) {
                throw ClientError.limit("`where` may have at most " + limits.filterDepth() + " levels");
            }
            conditions.values().forEach(condition -> add(condition, depth));
        }

        private void add(@Nullable Object condition, int depth) {
            if (++size > limits.filterSize()) {
                throw ClientError.limit("`where` may have at most " + limits.filterSize() + " fields and operators");
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
