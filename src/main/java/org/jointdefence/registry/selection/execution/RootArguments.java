package org.jointdefence.registry.selection.execution;

import java.util.Map;
import org.jointdefence.registry.error.ClientError;

/**
 * Checks the arguments of a root field that an annotated method answers: such a method runs after the registry was read,
 * and nothing is read if an argument anywhere is refused.
 */
public interface RootArguments {
    /** The name of the root field. */
    String field();

    /**
     * Looks at the coerced arguments.
     *
     * @throws ClientError if the field cannot take them
     */
    void check(Map<String, Object> arguments);
}
