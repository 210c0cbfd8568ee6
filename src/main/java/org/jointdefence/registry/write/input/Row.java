package org.jointdefence.registry.write.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointdefence.registry.selection.model.EntityType;
import org.jspecify.annotations.Nullable;

/** Values for a row of a view: a new one, or changes of one. */
public final class Row {
    /** The digest of a row {@code t} as the caller sees it, from which versions are made. */
    public static final String DIGEST = "encode(sha256(convert_to(t::text, 'UTF8')), 'hex')";

    private final String view;
    private final String path;
    private final Map<String, SqlValue> values = new LinkedHashMap<>();
    private final Map<String, String> paths = new HashMap<>();
    private @Nullable Owner owner;

    /**
     * The record that a row belongs to: itself, or the whole of a part.
     *
     * @param column the column with its UUID
     */
    public record Owner(String column, EntityType type) {}

    /**
     * A row without values.
     *
     * @param path the path into the input of what the row is written from
     */
    public Row(String view, String path) {
        this.view = view;
        this.path = path;
    }

    /** @param valuePath the path into the input of the value */
    void put(String column, SqlValue value, String valuePath) {
        values.put(column, value);
        paths.put(column, valuePath);
    }

    /** Names the path of what the database may refuse by another name than that of a column. */
    void named(String name, String valuePath) {
        paths.put(name, valuePath);
    }

    /** Says to which record a row of this view belongs. */
    Row ownedBy(String column, EntityType type) {
        owner = new Owner(column, type);
        return this;
    }

    /** The record that the row belongs to; null for a link, which has two ends. */
    public @Nullable Owner owner() {
        return owner;
    }

    /** Whether it has no values. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The view, qualified with its schema. */
    public String view() {
        return view;
    }

    /** The path into the input of what the database has refused. */
    public String path(@Nullable String refused) {
        return paths.getOrDefault(refused, path);
    }

    /** The statement that creates the row. */
    public String insertion() {
        return "INSERT INTO " + view + " ("
                + values.keySet().stream().map(Row::quoted).collect(Collectors.joining(", ")) + ") VALUES ("
                + values.values().stream().map(SqlValue::expression).collect(Collectors.joining(", ")) + ")";
    }

    /** The statement that changes the row with an id, if it still has a digest: two more parameters. */
    public String update() {
        return "UPDATE " + view + " AS t SET "
                + values.entrySet().stream()
                        .map(value -> quoted(value.getKey()) + " = "
                                + value.getValue().expression())
                        .collect(Collectors.joining(", "))
                + " WHERE t.id = ?::uuid AND " + DIGEST + " = ?";
    }

    /** A column that stands alone can have the name of a keyword, such as {@code from}. */
    private static String quoted(String column) {
        return '"' + column + '"';
    }

    /** The values of the parameters, in the order of the question marks. */
    public List<@Nullable Object> parameters() {
        List<@Nullable Object> parameters = new ArrayList<>();
        values.values().forEach(value -> parameters.addAll(value.parameters()));
        return parameters;
    }
}
