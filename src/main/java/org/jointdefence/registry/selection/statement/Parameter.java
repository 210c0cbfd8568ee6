package org.jointdefence.registry.selection.statement;

import org.jointdefence.registry.error.ClientError;

/** Where the value of a statement's parameter comes from when a plan is run once more with other arguments. */
@FunctionalInterface
public interface Parameter {
    /** The value of a parameter that is NULL. */
    Object ABSENT = new Object();

    /**
     * The value: a string, an array of strings, or {@link #ABSENT}.
     *
     * @throws ClientError if the caller's input is not one that this parameter can take
     */
    Object value(ExecutionArguments binding);
}
