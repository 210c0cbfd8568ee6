package org.jointdefence.registry.request.cost;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many records a page can hold: as many as its arguments say, or the default one if none of them is given.
 *
 * @param literal the number that the document gives; null if it gives none
 * @param variables the variables that give one
 * @param otherwise the size of a page whose arguments are absent or null
 * @param most the largest page; a question for more is refused anyway
 */
record PageSize(@Nullable Long literal, List<String> variables, int otherwise, int most) {

    boolean isConstant() {
        return variables.isEmpty();
    }

    /**
     * The size under these variables.
     *
     * @param defaults the default values of the operation's variables
     */
    long of(Map<String, ?> variableValues, Map<String, Long> defaults) {
        long size = literal == null ? -1 : Math.clamp(literal, 0, most);
        for (String name : variables) {
            Object value = variableValues.containsKey(name) ? variableValues.get(name) : defaults.get(name);
            if (value instanceof Number number) {
                size = Math.max(size, Math.clamp(number.longValue(), 0, most));
            } else if (value != null) {
                // Nothing that coercion lets pass.
                size = most;
            }
        }
        return size < 0 ? otherwise : size;
    }
}
