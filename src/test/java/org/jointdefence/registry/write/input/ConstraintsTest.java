package org.jointdefence.registry.write.input;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.TextKind;
import org.jointdefence.registry.write.model.InputField;
import org.jointdefence.registry.write.model.Mutation;
import org.jointdefence.registry.write.model.MutationModel;
import org.jointdefence.registry.write.model.WritableType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The constraints of the entities accept what the CHECKs of the database accept, for each column that can be written. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConstraintsTest {

    private static final List<String> TEXTS = Stream.concat(
                    Stream.of(0, 1, 3, 20, 21, 300, 301, 20_000, 20_001).map("A"::repeat),
                    Stream.of(
                            "EUR",
                            "eur",
                            "EUR1",
                            "UA-32",
                            "ua-32",
                            "UA-",
                            "UA-3200",
                            "lt",
                            "aaa",
                            "uk-Latn",
                            "uk-latn",
                            "sr-Cyrl-RS",
                            "lt" + "-aaaaa".repeat(5),
                            "lt" + "-aaaaa".repeat(6),
                            "lt" + "-aaaaa".repeat(4_000),
                            "lt_LT",
                            "de-1996",
                            "A B",
                            "111484678",
                            "LT-1"))
            .toList();
    private static final List<Integer> INTEGERS = List.of(-1, 0, 1, Integer.MAX_VALUE);
    private static final List<String> DECIMALS =
            List.of("-180.1", "-180", "-90.1", "-90", "-0.01", "0", "1", "90", "90.1", "180", "180.1");
    private static final List<List<String>> LISTS = List.of(
            List.of(),
            List.of(""),
            List.of("A", ""),
            List.of("A".repeat(300)),
            List.of("A".repeat(301)),
            Collections.nCopies(10, "A"),
            Collections.nCopies(11, "A"));

    @Inject
    MutationModel model;

    @Inject
    ConstraintCheck constraints;

    /** What the database asks of a column, as an SQL expression; null where it is a reference to a code. */
    private record Checks(String type, String expression) {
        static @Nullable Checks of(Connection connection, String table, String column) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT format_type(attribute.atttypid, NULL),
                        coalesce(string_agg(format('(%s) IS NOT FALSE', pg_get_expr(conbin, conrelid)), ' AND ')
                            FILTER (WHERE contype = 'c'), 'true'),
                        coalesce(bool_or(contype = 'f'), false)
                    FROM pg_attribute AS attribute
                    LEFT JOIN pg_constraint ON conrelid = attrelid AND conkey = ARRAY[attnum] AND contype IN ('c', 'f')
                    WHERE attrelid = ?::regclass AND attname = ?
                    GROUP BY attribute.atttypid""")) {
                statement.setString(1, table);
                statement.setString(2, column);
                try (ResultSet row = statement.executeQuery()) {
                    assertThat(row.next()).as(table + "." + column).isTrue();
                    return row.getBoolean(3) ? null : new Checks(row.getString(1), row.getString(2));
                }
            }
        }

        boolean accept(Connection connection, String column, Object value) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT %s FROM (SELECT ?::%s AS \"%s\") AS record".formatted(expression, type, column))) {
                if (value instanceof List<?> elements) {
                    statement.setArray(1, connection.createArrayOf("text", elements.toArray()));
                } else {
                    statement.setString(1, value.toString());
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        }
    }

    @Test
    void the_entities_ask_what_the_database_asks() throws SQLException {
        List<String> differences = new ArrayList<>();
        List<String> unlimited = new ArrayList<>();
        int asked = 0;
        try (Connection connection = Vault.connect()) {
            for (Map.Entry<String, Attribute.Column> entry : columns().entrySet()) {
                Attribute.Column column = entry.getValue();
                String table = entry.getKey().replaceFirst("^registry", "vault").replaceFirst(" .*", "");
                List<?> values = values(column);
                Checks checks = values.isEmpty() ? null : Checks.of(connection, table, column.column());
                if (checks == null) {
                    continue;
                }
                boolean limited = false;
                for (Object value : values) {
                    boolean accepted = faults(column, value).isEmpty();
                    asked++;
                    limited |= !accepted;
                    if (accepted != checks.accept(connection, column.column(), value)) {
                        differences.add(entry.getKey() + (accepted ? " takes " : " does not take ") + shortened(value)
                                + " here");
                    }
                }
                if (!limited && column.scalar().type().equals("String")) {
                    unlimited.add(entry.getKey());
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(unlimited).as("texts of any length").isEmpty();
        assertThat(asked).isGreaterThan(1000);
    }

    private List<String> faults(Attribute.Column column, Object value) {
        List<String> faults = new ArrayList<>();
        constraints.ask(column, value, "value", (ClientError fault) -> faults.add(String.valueOf(fault.getMessage())));
        return faults;
    }

    /** All columns that can be written, by view and name. */
    private Map<String, Attribute.Column> columns() {
        Map<String, Attribute.Column> columns = new LinkedHashMap<>();
        model.mutations().stream()
                .filter(Mutation.Create.class::isInstance)
                .forEach(mutation -> add(mutation.type(), columns));
        assertThat(columns).hasSizeGreaterThan(100);
        return columns;
    }

    private static void add(WritableType type, Map<String, Attribute.Column> columns) {
        type.fields(InputField.Value.class)
                .flatMap(field -> field.columns().stream())
                .forEach(column -> columns.put(type.entityType().view() + " " + column.column(), column));
        type.fields(InputField.Parts.class).forEach(parts -> add(parts.part(), columns));
    }

    private static List<?> values(Attribute.Column column) {
        return switch (column.scalar().type()) {
            // A list of codes is held by a trigger, since it refers to the records with these codes.
            case "String" ->
                !column.list() ? TEXTS : column.scalar().kind() instanceof TextKind.Coded ? List.of() : LISTS;
            case "Int" -> INTEGERS;
            case "Decimal" -> DECIMALS;
            // A date or a fraction is what its scalar accepts.
            default -> List.of();
        };
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() < 40 ? text : text.substring(0, 40) + "… (" + text.length() + ")";
    }
}
