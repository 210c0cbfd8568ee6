package org.jointdefence.registry.selection.statement;

import org.jointdefence.registry.selection.cursor.CursorPosition;

/** A cursor among the arguments of a connection, whose parts become parameters of its statements. */
public final class CursorArgument {
    private final Argument argument;
    private final String order;

    /**
     * A cursor.
     *
     * @param order the connection and the order that it must be of
     */
    public CursorArgument(Argument argument, String order) {
        this.argument = argument;
        this.order = order;
    }

    /** The place in a run; a cursor is decrypted once in each. */
    private CursorPosition place(ExecutionArguments binding) {
        return binding.places()
                .computeIfAbsent(this, first -> binding.cipher(order).place((String) argument.value(binding)));
    }

    /** The id at the place. */
    public Parameter uuid() {
        return binding -> place(binding).uuid();
    }

    /** The value of the {@code i}th key of the order at the place. */
    public Parameter value(int i) {
        return binding -> {
            String value = place(binding).values().get(i);
            return value == null ? Parameter.ABSENT : value;
        };
    }
}
