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
    private CursorPosition place(ExecutionArguments binding) {
        return binding.places()
                .computeIfAbsent(this, first -> binding.cipher(order).place((String) argument.value(binding)));
    }

    /** The id at the position. */
    public Parameter uuid() {
        return binding -> place(binding).uuid();
    }

    /** The value of the order's {@code i}th key at the position. */
    public Parameter value(int i) {
        return binding -> {
            String value = place(binding).values().get(i);
            return value == null ? Parameter.ABSENT : value;
        };
    }
}
