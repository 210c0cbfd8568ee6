package org.jointdefence.registry.write.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.write.model.InputNames;
import org.jspecify.annotations.Nullable;

/**
 * A value to write, as an SQL expression.
 *
 * @param expression the expression, with a question mark for each parameter
 * @param parameters texts, arrays of texts, or null
 */
record SqlValue(String expression, List<@Nullable Object> parameters) {

    static SqlValue of(@Nullable Object parameter, String type) {
        return new SqlValue("?::" + type, Arrays.asList(parameter));
    }

    /** The value of a column. */
    static SqlValue of(@Nullable Object value, Attribute.Column column) {
        String type = column.scalar().sqlType();
        if (!column.list()) {
            return of(value == null ? null : value.toString(), type);
        }
        // A list is never null.
        List<?> elements = value == null ? List.of() : (List<?>) value;
        return of(elements.stream().map(Object::toString).toArray(String[]::new), type + "[]");
    }

    /**
     * The number of the label with these properties, which is made if there is none.
     *
     * @param column the column that it is for, which an error names
     */
    static SqlValue label(Map<?, ?> label, String column) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(label.get(InputNames.CLASSIFICATION));
        parameters.add(texts(label.get(InputNames.RELEASABLE_TO)));
        parameters.add(texts(label.get(InputNames.SPECIAL_HANDLING)));
        parameters.add(column);
        return new SqlValue("registry.label_to_write(?::text, ?::text[], ?::text[], ?)", parameters);
    }

    private static String[] texts(@Nullable Object list) {
        return list instanceof List<?> elements
                ? elements.stream().map(Object::toString).toArray(String[]::new)
                : new String[0];
    }
}
