package org.jointdefence.registry.equivalence.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.database.CallerSession;
import org.jspecify.annotations.Nullable;

/** Everything that one caller may know: all rows of all views, read in one transaction. */
public final class ReferenceViews {
    private static final String AS_OF = "_as_of";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private final Caller caller;
    private final Past past;
    private final Map<String, List<ReferenceRow>> rows = new LinkedHashMap<>();
    private final Map<String, Map<Object, List<ReferenceRow>>> indexes = new HashMap<>();

    /** What the same caller may know of an instant. */
    @FunctionalInterface
    interface Past {
        ReferenceViews at(String instant);
    }

    private ReferenceViews(Caller caller, Past past) {
        this.caller = caller;
        this.past = past;
    }

    /** Reads them, as of an instant if one is given. */
    static ReferenceViews of(DataSource database, Caller caller, @Nullable String instant, Past past)
            throws SQLException {
        ReferenceViews views = new ReferenceViews(caller, past);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement enter = connection.prepareStatement(CallerSession.SQL)) {
                CallerSession.bind(enter, 1, caller);
                enter.execute();
            }
            List<String> names = names(connection);
            if (instant != null) {
                try (PreparedStatement set =
                        connection.prepareStatement("SELECT set_config('registry.as_of', ?, true)")) {
                    set.setString(1, instant);
                    set.execute();
                }
            }
            for (String name : names) {
                if (!name.endsWith(AS_OF)) {
                    boolean asOf = instant != null && names.contains(name + AS_OF);
                    views.rows.put(name, read(connection, asOf ? name + AS_OF : name));
                }
            }
            connection.rollback();
        }
        return views;
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT table_name FROM information_schema.views WHERE table_schema = 'registry'")) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    private static List<ReferenceRow> read(Connection connection, String view) throws SQLException {
        List<ReferenceRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM registry." + view)) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    values.put(columns.getColumnName(i), value(result, i, columns.getColumnTypeName(i)));
                }
                rows.add(new ReferenceRow(values));
            }
        }
        return rows;
    }

    private static @Nullable Object value(ResultSet result, int column, String type) throws SQLException {
        if (result.getString(column) == null) {
            return null;
        }
        return switch (type) {
            case "int4", "int2" -> result.getInt(column);
            case "numeric" -> result.getBigDecimal(column);
            case "bool" -> result.getBoolean(column);
            case "_text" -> List.of((Object[]) result.getArray(column).getArray());
            case "text", "uuid", "date" -> result.getString(column);
            case "timestamptz" ->
                INSTANT.format(result.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC));
            case "jsonb" -> json(result.getString(column));
            case "_int4" -> Arrays.asList((Object[]) result.getArray(column).getArray());
            default -> throw new IllegalStateException("no value of type " + type);
        };
    }

    private static Object json(String text) {
        try {
            return new ObjectMapper().readValue(text, Map.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Caller caller() {
        return caller;
    }

    /** What the same caller may know of an instant. */
    ReferenceViews asOf(String instant) {
        return past.at(instant);
    }

    boolean contain(String view) {
        return rows.containsKey(view);
    }

    /** All texts in them. */
    Set<String> texts() {
        return rows.values().stream()
                .flatMap(List::stream)
                .flatMap(ReferenceRow::texts)
                .collect(Collectors.toSet());
    }

    List<ReferenceRow> rows(String view) {
        return Objects.requireNonNull(rows.get(view), () -> "no view " + view);
    }

    /** The rows of a view that have this in a column; none for an absent value. */
    List<ReferenceRow> rows(String view, String column, @Nullable Object value) {
        Map<Object, List<ReferenceRow>> index = indexes.computeIfAbsent(view + "." + column, missing -> {
            Map<Object, List<ReferenceRow>> made = new HashMap<>();
            for (ReferenceRow row : rows(view)) {
                Object key = row.get(column);
                if (key != null) {
                    made.computeIfAbsent(key, unused -> new ArrayList<>()).add(row);
                }
            }
            return made;
        });
        return value == null ? List.of() : index.getOrDefault(value, List.of());
    }
}
