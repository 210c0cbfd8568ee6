package org.jointdefence.registry.selection.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The rows of one statement, as the text from PostgreSQL, and their assignment to the rows of the level above. */
public final class Rows {
    private static final int[] NONE = {};

    /** The distinct keys of the parents, by position; null for a root field. */
    private final @Nullable List<String> keys;

    /** The positions of the keys of each parent row. */
    private final int[][] positions;

    /** The start of the rows of each key, plus the end. */
    private final int[] starts;

    private List<byte[] @Nullable []> rows = List.of();

    private Rows(@Nullable List<String> keys, int[][] positions) {
        this.keys = keys;
        this.positions = positions;
        this.starts = new int[(keys == null ? 1 : keys.size()) + 1];
    }

    /** The rows of a root field, whose parent is the root with a single key. */
    public static Rows ofRoot() {
        return new Rows(null, new int[][] {{0}});
    }

    /** The rows that belong to the shown rows of {@code parent}, by the key in one of its columns. */
    public static Rows of(Statement.Link link, Rows parent, int shownOfEach) {
        Map<String, Integer> known = new LinkedHashMap<>();
        int[][] positions = new int[parent.rows.size()][];
        Arrays.fill(positions, NONE);
        for (int key = 1; key < parent.starts.length; key++) {
            int shown = Math.min(parent.starts[key] - parent.starts[key - 1], shownOfEach);
            for (int row = parent.starts[key - 1]; row < parent.starts[key - 1] + shown; row++) {
                byte[] value = parent.rows.get(row)[link.keyColumn()];
                if (value != null) {
                    positions[row] = positions(new String(value, ISO_8859_1), link, known);
                }
            }
        }
        return new Rows(List.copyOf(known.keySet()), positions);
    }

    private static int[] positions(String value, Statement.Link link, Map<String, Integer> known) {
        if (!link.keyIsArray()) {
            return new int[] {position(value, known)};
        }
        // Codes are plain words, which PostgreSQL does not quote in an array.
        String codes = value.substring(1, value.length() - 1);
        return codes.isEmpty()
                ? NONE
                : codes.lines()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .mapToInt(code -> position(code, known))
                        .toArray();
    }

    private static int position(String key, Map<String, Integer> known) {
        return known.computeIfAbsent(key, added -> known.size());
    }

    /** The keys as a PostgreSQL array literal, without quotes because they need none; null for a root field. */
    @Nullable
    public String keys() {
        return keys == null ? null : "{" + String.join(",", keys) + "}";
    }

    public boolean hasKeys() {
        return starts.length > 1;
    }

    /**
     * Reads the rows of a result. If there are keys, the first column is the position of the key, from 1. The keys may
     * come in any order; the rows of one key keep their order.
     */
    public void read(ResultSet result, int width) throws SQLException {
        List<byte[] @Nullable []> found = new ArrayList<>();
        int[] keyOf = new int[32];
        int offset = keys == null ? 1 : 2;
        while (result.next()) {
            byte[] @Nullable [] row = new byte[width][];
            for (int i = 0; i < width; i++) {
                row[i] = result.getBytes(i + offset);
            }
            if (found.size() == keyOf.length) {
                keyOf = Arrays.copyOf(keyOf, keyOf.length * 2);
            }
            keyOf[found.size()] = keys == null ? 0 : result.getInt(1) - 1;
            found.add(row);
        }
        for (int i = 0; i < found.size(); i++) {
            starts[keyOf[i] + 1]++;
        }
        for (int key = 1; key < starts.length; key++) {
            starts[key] += starts[key - 1];
        }
        int[] next = starts.clone();
        rows = new ArrayList<>(found);
        for (int i = 0; i < found.size(); i++) {
            rows.set(next[keyOf[i]]++, found.get(i));
        }
    }

    /** Visits the rows with their keys. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Called for each row.
         *
         * @param key null for a root field
         * @param number the index of the row among those of its key, from 0
         */
        void visit(@Nullable String key, int number, byte[] @Nullable [] row);
    }

    /** Visits all rows in order. */
    public void forEach(Visitor visitor) {
        for (int key = 0; key < starts.length - 1; key++) {
            for (int row = starts[key]; row < starts[key + 1]; row++) {
                visitor.visit(keys == null ? null : keys.get(key), row - starts[key], rows.get(row));
            }
        }
    }

    public byte[] @Nullable [] row(int number) {
        return rows.get(number);
    }

    /** The numbers of the rows that belong to a row of the parent. */
    public int[] of(int parentRow) {
        int[] own = positions[parentRow];
        if (own.length == 1) {
            return range(starts[own[0]], starts[own[0] + 1]);
        }
        return Arrays.stream(own)
                .flatMap(position -> IntStream.range(starts[position], starts[position + 1]))
                .toArray();
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        for (int i = 0; i < range.length; i++) {
            range[i] = from + i;
        }
        return range;
    }
}
