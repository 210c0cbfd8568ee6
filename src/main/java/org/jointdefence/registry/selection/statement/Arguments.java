package org.jointdefence.registry.selection.statement;

import java.util.Map;
import java.util.Set;

/**
 * The arguments of a field.
 *
 * @param values the coerced values, by name
 * @param variable the names of the arguments that contain variables
 * @param index the index of the field among the compiler's argument sources
 */
public record Arguments(Map<String, Object> values, Set<String> variable, int index) {
    /** The argument with this name, which may be absent. */
    public Argument get(String name) {
        return new Argument(
                values.get(name),
                execution -> execution.arguments().get(index).get(name),
                !variable.contains(name),
                name);
    }
}
