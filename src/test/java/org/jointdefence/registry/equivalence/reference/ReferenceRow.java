package org.jointdefence.registry.equivalence.reference;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of a view as one caller sees it; the same row is the same object. */
public final class ReferenceRow {
    private final Map<String, @Nullable Object> columns;

    ReferenceRow(Map<String, @Nullable Object> columns) {
        this.columns = columns;
    }

    /** The value of a column that must exist: a string, an integer, a decimal, a boolean or a list of strings. */
    @Nullable
    public Object get(String column) {
        if (!columns.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column + " in " + columns.keySet());
        }
        return columns.get(column);
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The texts in it, except its own id. */
    Stream<String> texts() {
        return columns.entrySet().stream()
                .filter(column -> !column.getKey().equals("id"))
                .map(Map.Entry::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** Everything in it. */
    String text() {
        return columns.toString();
    }
}
