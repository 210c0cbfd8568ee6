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

/** Writes one part of the answer, for one row of the statement that it belongs to. */
@FunctionalInterface
public interface JsonWriter {
    /** Writes the JSON of the part for row {@code row} of its statement; 0 in a root field. */
    void write(RootRows found, int row, JsonBuffer out);

    /** A string that does not depend on data. */
    static JsonWriter text(String text) {
        JsonBuffer json = new JsonBuffer(null);
        json.putText(text);
        byte[] bytes = json.bytes();
        return (found, row, out) -> out.put(bytes);
    }

    /** One column, which is no id. */
    static JsonWriter column(Statement statement, int column, Scalar.Form form) {
        return column(statement, column, form, new byte[0]);
    }

    /** One column. */
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

    /** The cursor at the place of a row, by the columns of its id and of the values that it is ordered by. */
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

    /** An object of the same row. */
    static JsonWriter object(List<Field> fields) {
        Field[] written = fields.toArray(Field[]::new);
        return (found, row, out) -> {
            if (written.length == 0) {
                out.put('{');
            }
            for (Field field : written) {
                out.put(field.prefix);
                field.piece.write(found, row, out);
            }
            out.put('}');
        };
    }

    /** An object of the same row that is absent when all of these columns are null. */
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

    /** The one row of a statement below, or null. */
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

    /** The rows of a statement below, as far as they are on the page. */
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

    /** A question to the rows that were found. */
    @FunctionalInterface
    interface Test {
        /** The answer for row {@code row} of the statement that the piece belongs to. */
        boolean holds(RootRows found, int row);
    }

    /** Whether one of the tests holds. */
    static JsonWriter anyOf(List<Test> tests) {
        return (found, row, out) -> out.put(tests.stream().anyMatch(test -> test.holds(found, row)) ? TRUE : FALSE);
    }

    /** Whether the statement below has found a row more than the page shows. */
    static Test exceeds(Statement statement, Page page) {
        return (found, row) -> {
            int length = found.rows(statement).of(row).length;
            return length > found.shown(page, length);
        };
    }

    /** The cursor of the page's first row, or of its last; null when the page is empty. */
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

    /** A field of an object, with everything that is written before its value. */
    final class Field {
        private final byte[] prefix;
        private final JsonWriter piece;

        private Field(byte[] prefix, JsonWriter piece) {
            this.prefix = prefix;
            this.piece = piece;
        }

        static Field of(boolean first, String key, JsonWriter piece) {
            return new Field(((first ? "{\"" : ",\"") + key + "\":").getBytes(UTF_8), piece);
        }
    }
}
