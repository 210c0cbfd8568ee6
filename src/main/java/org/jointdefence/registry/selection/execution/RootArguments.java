package org.jointdefence.registry.selection.execution;

import java.util.Map;
import org.jointdefence.registry.error.ClientError;

/**
 * Validates the arguments of a root field that is resolved by an annotated method. Such a method runs only after the
 * records have been read, but nothing may be read if any argument of the operation is invalid.
 */
public interface RootArguments {
    /** The name of the root field. */
    String field();

    /**
     * Validates the coerced arguments.
     *
     * @throws ClientError if one of them is invalid
     */
    void check(Map<String, Object> arguments);
}
