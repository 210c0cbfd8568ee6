package org.jointdefence.registry.request.cost;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The size of a page: the value of {@code first} or {@code last}, or the default size.
 *
 * @param literal the largest literal value; null if there is none
 * @param variables the names of the variables used for {@code first} and {@code last}
 * @param otherwise the default size, used if both arguments are absent or null
 * @param most the maximum size; requests for larger pages are rejected during execution
 */
record PageSize(@Nullable Long literal, List<String> variables, int otherwise, int most) {

    boolean isConstant() {
        return variables.isEmpty();
    }

    /**
     * The size for these variables, from 0 to the maximum.
     *
     * @param defaults the default values of the operation's integer variables
     */
    long of(Map<String, ?> variableValues, Map<String, Long> defaults) {
        long size = literal == null ? -1 : Math.clamp(literal, 0, most);
        for (String name : variables) {
            Object value = variableValues.containsKey(name) ? variableValues.get(name) : defaults.get(name);
            if (value instanceof Number number) {
                size = Math.max(size, Math.clamp(number.longValue(), 0, most));
            } else if (value != null) {
                // Coercion will reject it.
                size = most;
            }
        }
        return size < 0 ? otherwise : size;
    }
}
