package org.jointdefence.registry.selection.statement;

import org.jointdefence.registry.selection.cursor.CursorPosition;

/** A cursor argument of a connection, whose parts become parameters of its statements. */
public final class CursorArgument {
    private final Argument argument;
    private final String order;

    /**
     * Creates the argument.
     *
     * @param order the connection and the order of which the cursor must be
     */
    public CursorArgument(Argument argument, String order) {
        this.argument = argument;
        this.order = order;
    }

    /** The position in one execution, in which each cursor is decrypted once. */
    private CursorPosition place(ExecutionArguments execution) {
        return execution
                .positions()
                .computeIfAbsent(this, first -> execution.cipher(order).place((String) argument.value(execution)));
    }

    /** The id at the position. */
    public Parameter uuid() {
        return execution -> place(execution).uuid();
    }

    /** The value of the order's {@code i}th key at the position. */
    public Parameter value(int i) {
        return execution -> {
            String value = place(execution).values().get(i);
            return value == null ? Parameter.ABSENT : value;
        };
    }
}
