package org.jointdefence.registry.selection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills every labelled table with random rows, by what the catalogue says of its columns: random labels, absent values,
 * all kinds of characters, few different values, and links of several labels between the same ends.
 *
 * <p>A row that a constraint refuses is drawn again, so that constraints need not be known here.
 */
final class RandomRecords {
    private static final int ROWS = 45;
    private static final int LINKS = 90;
    private static final int ATTEMPTS = 200;

    private static final List<String> TEXTS = List.of(
            "alpha",
            "Alpha",
            "ALPHA",
            "alpha beta",
            "Žalgiris",
            "žalgiris",
            "ŽALGIRIS",
            "Завод",
            "завод",
            "ЗАВОД",
            "їжак",
            "Їжак",
            "50%",
            "under_score",
            "back\\slash",
            "\"quoted\"",
            "line\nbreak",
            "tab\tbed",
            "\u0001control",
            "a,b",
            "{braces}",
            "𝔘nicode",
            "😀",
            "\uffee",
            "e\u0301",
            "é",
            "zeta",
            "Zeta",
            " space",
            "null",
            "-1",
            "10",
            "9");

    private static final Map<String, List<String>> SHAPED = Map.of(
            "currency", List.of("EUR", "UAH", "USD"),
            "region", List.of("LT-VL", "LT-KU", "UA-30", "UA-46"),
            "military_list_category", List.of("ML1", "ML2", "ML10", "ML22"));

    private static final List<String> NUMBERS =
            List.of("0", "0.00", "1.5", "1.50", "54.687", "-12.25", "0.0000001", "80", "12345678901234567890.12");

    private record Column(String name, String type, boolean nullable, boolean checked, List<String> words) {}

    private record Reference(String column, String table, String key) {}

    private final Connection superuser;
    private final Random random;

    RandomRecords(Connection superuser, Random random) {
        this.superuser = superuser;
        this.random = random;
    }

    void insert() throws SQLException {
        superuser.setAutoCommit(false);
        insertLabels();
        List<String> waiting = new ArrayList<>(
                texts("SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'label'"
                        + " WHERE relnamespace = 'vault'::regnamespace AND relkind = 'r' ORDER BY relname"));
        while (!waiting.isEmpty()) {
            for (String table : List.copyOf(waiting)) {
                List<Reference> references = references(table);
                if (references.stream().noneMatch(reference -> waiting.contains(reference.table()))) {
                    insert(table, references);
                    waiting.remove(table);
                }
            }
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("UPDATE vault.level_equivalence SET valid_to = '2120-01-01' WHERE id % 2 = 0");
            statement.execute("ANALYZE");
        }
    }

    private void insertLabels() throws SQLException {
        List<String> levels =
                texts("SELECT code FROM vault.classification_level WHERE policy <> 'PUBLIC' ORDER BY code");
        String sql = "INSERT INTO vault.confidentiality_label (policy, classification, releasable_to, special_handling,"
                + " originator_nation, succession_on, succession_to)"
                + " SELECT level.policy, level.code, ?::text[], ?::text[], ?, CASE WHEN lower.code IS NOT NULL THEN ?::date END, lower.code"
                + " FROM vault.classification_level AS level LEFT JOIN (SELECT code FROM vault.classification_level"
                + " WHERE code = ?) AS lower ON true WHERE level.code = ? ON CONFLICT DO NOTHING";
        for (int i = 0; i < 40; i++) {
            String level = any(levels);
            String nation = random.nextBoolean() ? "LT" : "UA";
            String lower = random.nextInt(4) > 0
                    ? ""
                    : any(texts("SELECT below.code FROM vault.classification_level AS level"
                            + " JOIN vault.classification_level AS below ON below.policy = level.policy"
                            + " AND below.rank < level.rank WHERE level.code = '" + level
                            + "' UNION ALL SELECT '' ORDER BY 1"));
            try (PreparedStatement statement = superuser.prepareStatement(sql)) {
                statement.setString(
                        1, random.nextInt(3) > 0 ? "{LT,UA}" : random.nextBoolean() ? "{}" : "{" + nation + "}");
                statement.setString(2, random.nextInt(4) > 0 ? "{}" : "{AMBER}");
                statement.setString(3, nation);
                statement.setString(4, random.nextBoolean() ? "2020-01-01" : "2120-01-01");
                statement.setString(5, lower);
                statement.setString(6, level);
                statement.executeUpdate();
            }
        }
    }

    private void insert(String table, List<Reference> references) throws SQLException {
        List<Column> columns = columns(table);
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (Reference reference : references) {
            keys.put(
                    reference.column(),
                    texts("SELECT " + reference.key() + " FROM vault." + reference.table() + " ORDER BY 1"));
        }
        boolean link = columns.size() == 4 && references.size() == 3;
        for (int i = 0; i < (link ? LINKS : ROWS); i++) {
            int attempt = 0;
            while (!insert(table, columns, keys, link)) {
                if (++attempt == ATTEMPTS) {
                    throw new IllegalStateException("no row that " + table + " takes");
                }
            }
        }
    }

    private boolean insert(String table, List<Column> columns, Map<String, List<String>> keys, boolean link)
            throws SQLException {
        StringBuilder names = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        List<@Nullable String> values = new ArrayList<>();
        for (Column column : columns) {
            names.append(names.isEmpty() ? "" : ", ").append(column.name());
            marks.append(marks.isEmpty() ? "?::" : ", ?::").append(column.type());
            values.add(value(column, keys.get(column.name()), link));
        }
        Savepoint before = superuser.setSavepoint();
        try (PreparedStatement statement =
                superuser.prepareStatement("INSERT INTO vault." + table + " (" + names + ") VALUES (" + marks + ")")) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            statement.executeUpdate();
            superuser.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            // Class 23 is what constraints say; anything else is a mistake of this class.
            if (!String.valueOf(e.getSQLState()).startsWith("23")) {
                throw e;
            }
            superuser.rollback(before);
            return false;
        }
    }

    private @Nullable String value(Column column, @Nullable List<String> keys, boolean link) {
        if (column.nullable() && random.nextInt(3) == 0) {
            return null;
        }
        if (keys != null) {
            return key(column, keys, link);
        }
        return switch (column.type()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "integer" -> random.nextInt(8) > 0 ? String.valueOf(random.nextInt(5)) : "2147483647";
            case "numeric" -> any(NUMBERS);
            case "date" -> "202" + random.nextInt(3) + "-0" + (1 + random.nextInt(3)) + "-11";
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "text" -> column.words().isEmpty() ? text(column) : any(column.words());
            case "text[]" -> array(column);
            default -> throw new IllegalStateException("no values for " + column);
        };
    }

    private String key(Column column, List<String> keys, boolean link) {
        if (column.name().equals("label") || column.name().endsWith("_label")) {
            return random.nextInt(5) < 2 ? "0" : any(keys);
        }
        if (keys.contains("LT")) {
            return random.nextInt(4) > 0 ? any(List.of("LT", "UA")) : any(keys);
        }
        // Few of them, so that they have several links.
        return any(link ? keys.subList(0, Math.min(keys.size(), 14)) : keys);
    }

    private String text(Column column) {
        for (Map.Entry<String, List<String>> shaped : SHAPED.entrySet()) {
            if (column.name().endsWith(shaped.getKey())) {
                return any(shaped.getValue());
            }
        }
        return switch (random.nextInt(10)) {
            case 0 -> column.checked() ? "x" : "";
            case 1, 2, 3 -> any(TEXTS) + " " + any(TEXTS);
            default -> any(TEXTS);
        };
    }

    private String array(Column column) {
        boolean countries = column.name().endsWith("countries");
        StringBuilder array = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            String word = countries
                    ? any(List.of("LT", "UA", "PL", "EE", "ZZ"))
                    : any(column.words().isEmpty() ? TEXTS : column.words());
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(word.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        String sql = "SELECT attname, format_type(atttypid, atttypmod), NOT attnotnull, coalesce(string_agg("
                + "pg_get_constraintdef(pg_constraint.oid), ' '), '') FROM pg_attribute LEFT JOIN pg_constraint"
                + " ON conrelid = attrelid AND contype = 'c' AND conkey = ARRAY[attnum]"
                + " WHERE attrelid = 'vault." + table + "'::regclass AND attnum > 0 AND NOT attisdropped"
                + " GROUP BY attname, atttypid, atttypmod, attnotnull, attnum ORDER BY attnum";
        try (Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                String check = result.getString(4);
                List<String> words = check.contains("ARRAY[")
                        ? Pattern.compile("'([A-Z_]+)'::text")
                                .matcher(check)
                                .results()
                                .map((MatchResult match) -> match.group(1))
                                .toList()
                        : List.of();
                columns.add(new Column(
                        result.getString(1), result.getString(2), result.getBoolean(3), !check.isEmpty(), words));
            }
        }
        return columns;
    }

    private List<Reference> references(String table) throws SQLException {
        return texts("SELECT a.attname || ',' || f.relname || ',' || k.attname FROM pg_constraint AS c"
                        + " JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
                        + " JOIN pg_class AS f ON f.oid = c.confrelid"
                        + " JOIN pg_attribute AS k ON k.attrelid = c.confrelid AND k.attnum = c.confkey[1]"
                        + " WHERE c.conrelid = 'vault." + table + "'::regclass AND c.contype = 'f' ORDER BY a.attnum")
                .stream()
                .map(text -> text.split(",", -1))
                .map(parts -> new Reference(parts[0], parts[1], parts[2]))
                .toList();
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }
}
