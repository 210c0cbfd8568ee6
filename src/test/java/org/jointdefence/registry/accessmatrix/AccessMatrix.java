package org.jointdefence.registry.accessmatrix;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import static java.nio.charset.StandardCharsets.UTF_8;

/** {@code access-matrix.csv}: what every persona may know of every record, classified field and link of the demo. */
public record AccessMatrix(List<String> personas, List<Row> rows) {

    private static final String COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
    private static final int FIRST_PERSONA = 5;

    /** What a persona may know. */
    enum Access {
        VISIBLE,
        WITHHELD,
        HIDDEN
    }

    /**
     * A line of the table: about a record when it names no field, about a link when it names a target, else about a
     * classified field.
     *
     * @param name what people call it, for those who read the table
     */
    public record Row(
            String entityType, String name, String record, String field, String target, Map<String, Access> access) {
        public boolean isRecord() {
            return field.isEmpty();
        }

        boolean isLink() {
            return !target.isEmpty();
        }

        boolean isField() {
            return !isRecord() && !isLink();
        }

        Access access(String persona) {
            return Objects.requireNonNull(access.get(persona), persona);
        }

        private static Row of(List<String> personas, String line) {
            List<String> cells = cells(line);
            Map<String, Access> access = new LinkedHashMap<>();
            for (int i = 0; i < personas.size(); i++) {
                access.put(
                        personas.get(i),
                        Access.valueOf(cells.get(FIRST_PERSONA + i).toUpperCase(Locale.ROOT)));
            }
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), access);
        }
    }

    /** The table, which is read once. */
    public static AccessMatrix read() {
        return Read.MATRIX;
    }

    private static final class Read {
        static final AccessMatrix MATRIX = ofFile();
    }

    private static AccessMatrix ofFile() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AccessMatrix.class.getResourceAsStream("/access-matrix.csv")), UTF_8))) {
            List<String> header = cells(file.readLine());
            List<String> personas = List.copyOf(header.subList(FIRST_PERSONA, header.size()));
            return new AccessMatrix(
                    personas, file.lines().map(line -> Row.of(personas, line)).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(COMMA, -1))
                .map(cell -> cell.startsWith("\"")
                        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                        : cell)
                .toList();
    }
}
