package org.jointdefence.registry.selection.plan;

import java.util.List;
import java.util.Objects;
import org.jointdefence.registry.selection.cursor.CursorPosition;
import org.jointdefence.registry.selection.json.JsonBuffer;
import org.jointdefence.registry.selection.model.GlobalId;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.statement.Page;
import org.jointdefence.registry.selection.statement.RootRows;
import org.jointdefence.registry.selection.statement.Statement;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes one part of a response for one row of the statement to which the part belongs. */
@FunctionalInterface
public interface JsonWriter {
    /** Writes the JSON for row {@code row} of its statement; {@code row} is 0 in a root field. */
    void write(RootRows found, int row, JsonBuffer out);

    /** A constant string. */
    static JsonWriter text(String text) {
        JsonBuffer json = new JsonBuffer(null);
        json.putText(text);
        byte[] bytes = json.bytes();
        return (found, row, out) -> out.put(bytes);
    }

    /** A list whose elements depend on no rows. */
    static JsonWriter constants(List<JsonWriter> elements) {
        return (found, row, out) -> {
            out.put('[');
            for (int i = 0; i < elements.size(); i++) {
                if (i > 0) {
                    out.put(',');
                }
                elements.get(i).write(found, row, out);
            }
            out.put(']');
        };
    }

    /** A column that is not an id. */
    static JsonWriter column(Statement statement, int column, Scalar.Form form) {
        return column(statement, column, form, new byte[0]);
    }

    /**
     * A column.
     *
     * @param idPrefix the type prefix of a global id; used only for {@link Scalar.Form#ID}
     */
    static JsonWriter column(Statement statement, int column, Scalar.Form form, byte[] idPrefix) {
        return (found, row, out) -> {
            byte[] value = found.rows(statement).row(row)[column];
            if (value == null) {
                out.putNull();
                return;
            }
            switch (form) {
                case TEXT -> out.putText(value);
                case QUOTED -> out.putQuoted(value);
                case RAW -> out.put(value);
                case BOOLEAN -> out.put(value[0] == 't' ? TRUE : FALSE);
                case ID -> out.putQuoted(GlobalId.encode(idPrefix, value));
                case VERSION -> out.putQuoted(found.version(value));
            }
        };
    }

    byte[] TRUE = "true".getBytes(UTF_8);
    byte[] FALSE = "false".getBytes(UTF_8);

    /**
     * The cursor of a row.
     *
     * @param valueColumns the columns of the order's keys
     * @param order the text to which the cursor is bound
     */
    static JsonWriter cursor(Statement statement, int idColumn, int[] valueColumns, String order) {
        return (found, row, out) -> {
            byte[] @Nullable [] columns = found.rows(statement).row(row);
            byte[] @Nullable [] values = new byte[valueColumns.length][];
            for (int i = 0; i < values.length; i++) {
                values[i] = columns[valueColumns[i]];
            }
            out.putQuoted(
                    found.cursor(order, CursorPosition.encode(Objects.requireNonNull(columns[idColumn]), values)));
        };
    }

    /** An object with fields from the same row. */
    static JsonWriter object(List<Field> fields) {
        Field[] written = fields.toArray(Field[]::new);
        return (found, row, out) -> {
            if (written.length == 0) {
                out.put('{');
            }
            for (Field field : written) {
                out.put(field.prefix);
                field.value.write(found, row, out);
            }
            out.put('}');
        };
    }

    /** An object from the same row; null if all of these columns are null. */
    static JsonWriter presentIfAny(Statement statement, int[] columns, JsonWriter object) {
        return (found, row, out) -> {
            byte[] @Nullable [] values = found.rows(statement).row(row);
            for (int column : columns) {
                if (values[column] != null) {
                    object.write(found, row, out);
                    return;
                }
            }
            out.putNull();
        };
    }

    /** The single row of a child statement; null if there is none. */
    static JsonWriter one(Statement statement, JsonWriter element) {
        return (found, row, out) -> {
            int[] rows = found.rows(statement).of(row);
            if (rows.length == 0) {
                out.putNull();
            } else {
                element.write(found, rows[0], out);
            }
        };
    }

    /** The rows of a child statement that are on the page. */
    static JsonWriter list(Statement statement, Page page, JsonWriter element) {
        return (found, row, out) -> {
            int[] rows = found.rows(statement).of(row);
            int shown = found.shown(page, rows.length);
            out.put('[');
            for (int i = 0; i < shown; i++) {
                if (i > 0) {
                    out.put(',');
                }
                element.write(found, rows[page.index(i, shown)], out);
            }
            out.put(']');
        };
    }

    /** A condition on the rows found. */
    @FunctionalInterface
    interface Test {
        /** Whether it holds for row {@code row} of the writer's statement. */
        boolean holds(RootRows found, int row);
    }

    /** A boolean: whether at least one of the tests holds. */
    static JsonWriter anyOf(List<Test> tests) {
        return (found, row, out) -> out.put(tests.stream().anyMatch(test -> test.holds(found, row)) ? TRUE : FALSE);
    }

    /** Holds if a child statement found more rows than the page shows. */
    static Test exceeds(Statement statement, Page page) {
        return (found, row) -> {
            int length = found.rows(statement).of(row).length;
            return length > found.shown(page, length);
        };
    }

    /** The cursor of the first or last row on the page; null if the page is empty. */
    static JsonWriter edgeCursor(Statement statement, Page page, boolean last, JsonWriter cursor) {
        return (found, row, out) -> {
            int[] rows = found.rows(statement).of(row);
            int shown = found.shown(page, rows.length);
            if (shown == 0) {
                out.putNull();
            } else {
                cursor.write(found, rows[page.index(last ? shown - 1 : 0, shown)], out);
            }
        };
    }

    /** A field of an object, with the JSON before its value: the separator and the key. */
    final class Field {
        private final byte[] prefix;
        private final JsonWriter value;

        private Field(byte[] prefix, JsonWriter value) {
            this.prefix = prefix;
            this.value = value;
        }

        static Field of(boolean first, String key, JsonWriter value) {
            return new Field(((first ? "{\"" : ",\"") + key + "\":").getBytes(UTF_8), value);
        }
    }
}
