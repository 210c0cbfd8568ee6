package org.jointdefence.registry.equivalence.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table of labelled records, as the catalogue describes it. */
public record VaultTable(String name, List<Column> columns, List<Reference> references) {

    /**
     * A column.
     *
     * @param words the values that its constraint allows; empty if it allows others
     * @param label the column with the label that classifies it; null for one that every reader of the record reads
     */
    public record Column(
            String name,
            String type,
            boolean nullable,
            boolean checked,
            List<String> words,
            @Nullable String label) {}

    /** A column whose values are the keys of another table. */
    public record Reference(String column, String table, String key) {}

    /** All tables whose rows have a label, each after those that it refers to. */
    public static List<VaultTable> labelled(Connection superuser) throws SQLException {
        List<String> waiting = new ArrayList<>(new VaultRows(superuser)
                .texts("SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'label'"
                        + " WHERE relnamespace = 'vault'::regnamespace AND relkind = 'r' ORDER BY relname"));
        Map<String, List<Reference>> all = new HashMap<>();
        for (String table : waiting) {
            all.put(table, references(superuser, table));
        }
        List<VaultTable> tables = new ArrayList<>();
        while (!waiting.isEmpty()) {
            for (String table : List.copyOf(waiting)) {
                List<Reference> references = all.getOrDefault(table, List.of());
                if (references.stream().noneMatch(reference -> waiting.contains(reference.table()))) {
                    tables.add(new VaultTable(table, columns(superuser, table), references));
                    waiting.remove(table);
                }
            }
        }
        return tables;
    }

    /** Whether its rows say no more than that two records belong together. */
    public boolean isLink() {
        return columns.size() == 4 && references.size() == 3;
    }

    /** The keys that each referring column could have. */
    public Map<String, List<String>> keys(Connection superuser) throws SQLException {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (Reference reference : references) {
            keys.put(
                    reference.column(),
                    new VaultRows(superuser)
                            .texts("SELECT " + reference.key() + " FROM vault." + reference.table() + " ORDER BY 1"));
        }
        return keys;
    }

    private static List<Column> columns(Connection superuser, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        String sql = "SELECT attname, format_type(atttypid, atttypmod), NOT attnotnull, coalesce(string_agg("
                + "pg_get_constraintdef(pg_constraint.oid), ' '), ''), field_label FROM pg_attribute"
                + " LEFT JOIN pg_constraint ON conrelid = attrelid AND contype = 'c' AND conkey = ARRAY[attnum]"
                // Almost every text is composed.
                + " AND conname !~ '_is_nfc$'"
                + " JOIN vault.table_column('vault." + table + "') AS member ON member.name = attname"
                + " WHERE attrelid = 'vault." + table + "'::regclass AND attnum > 0 AND NOT attisdropped"
                // PostgreSQL makes what texts are searched by.
                + " AND attgenerated = ''"
                // What a link carries of its ends is not for its writer to say.
                + " AND attname !~ '^label_of_'"
                + " GROUP BY attname, atttypid, atttypmod, attnotnull, attnum, field_label ORDER BY attnum";
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
                        result.getString(1),
                        result.getString(2),
                        result.getBoolean(3),
                        !check.isEmpty(),
                        words,
                        result.getString(5)));
            }
        }
        return columns;
    }

    private static List<Reference> references(Connection superuser, String table) throws SQLException {
        return new VaultRows(superuser)
                        .texts("SELECT a.attname || ',' || f.relname || ',' || k.attname FROM pg_constraint AS c"
                                + " JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
                                + " JOIN pg_class AS f ON f.oid = c.confrelid"
                                + " JOIN pg_attribute AS k ON k.attrelid = c.confrelid AND k.attnum = c.confkey[1]"
                                + " WHERE c.conrelid = 'vault." + table
                                + "'::regclass AND c.contype = 'f' AND cardinality(c.conkey) = 1 ORDER BY a.attnum")
                        .stream()
                        .map(text -> text.split(",", -1))
                        .map(parts -> new Reference(parts[0], parts[1], parts[2]))
                        .toList();
    }
}
