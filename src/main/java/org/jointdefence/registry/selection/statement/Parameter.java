package org.jointdefence.registry.selection.statement;

import org.jointdefence.registry.error.ClientError;

/** The source of a statement parameter's value, for each execution of a plan. */
@FunctionalInterface
public interface Parameter {
    /** The value of a parameter that is NULL. */
    Object ABSENT = new Object();

    /**
     * The value: a string, an array of strings, or {@link #ABSENT}.
     *
     * @throws ClientError if the caller's input is not valid for this parameter
     */
    Object value(ExecutionArguments execution);
}
