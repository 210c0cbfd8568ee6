package org.jointdefence.registry.write.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Entities;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.GlobalId;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.model.TextKind;
import org.jointdefence.registry.write.model.InputField;
import org.jointdefence.registry.write.model.InputNames;
import org.jointdefence.registry.write.model.InputWarning;
import org.jointdefence.registry.write.model.Mutation;
import org.jointdefence.registry.write.model.WritableType;
import org.jspecify.annotations.Nullable;

/** Reads the input of a mutation and reports all faults of its form, each with its path. */
public final class InputReader {
    /** The most elements of a list in an input. */
    private static final int MOST_ELEMENTS = 100;

    private final Consumer<ClientError> faults;
    private final List<InputWarning> warnings = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> named = new LinkedHashMap<>();

    private final Allowance allowance;

    private InputReader(Consumer<ClientError> faults, Allowance allowance) {
        this.allowance = allowance;
        this.faults = fault -> {
            allowance.fault();
            faults.accept(fault);
        };
    }

    /**
     * Reads an input.
     *
     * @param key the field's key in the response
     * @param input the coerced input
     * @param faults receives each fault; after one, the result must not be used
     * @param allowance what the inputs of the operation may still hold
     * @throws ClientError if they hold more
     */
    public static Write read(
            Mutation mutation, String key, Map<?, ?> input, Consumer<ClientError> faults, Allowance allowance) {
        InputReader reader = new InputReader(faults, allowance);
        return switch (mutation) {
            case Mutation.Create create -> reader.create(create, key, input);
            case Mutation.Update update -> reader.update(update, key, input);
        };
    }

    private Write create(Mutation.Create mutation, String key, Map<?, ?> input) {
        String uuid = UUID.randomUUID().toString();
        add(mutation.type(), uuid, input, InputNames.INPUT, null);
        return write(mutation, key, uuid, null, input, rows.getFirst());
    }

    private Write update(Mutation.Update mutation, String key, Map<?, ?> input) {
        EntityType entityType = mutation.type().entityType();
        String uuid = uuid(entityType, input.get(InputNames.ID), InputNames.INPUT + ".id");
        Row changes = new Row(entityType.view(), InputNames.INPUT);
        allowance.row();
        for (InputField field : mutation.type().fields()) {
            switch (field) {
                case InputField.Value value -> {
                    if (input.containsKey(field.name())) {
                        String path = InputNames.INPUT + "." + field.name();
                        named.put(field.name(), path);
                        set(value, input.get(field.name()), changes, path);
                    }
                }
                case InputField.Reference reference -> {
                    // It stays as it was when the record was created.
                }
                case InputField.Parts parts -> add(parts, uuid, input, InputNames.added(field), InputNames.INPUT);
                case InputField.Links links -> add(links, uuid, input, InputNames.added(field), InputNames.INPUT);
            }
        }
        if (named.isEmpty() && rows.isEmpty()) {
            faults.accept(ClientError.badInput("`" + InputNames.INPUT + "` changes nothing"));
        }
        return write(mutation, key, uuid, (String) input.get(InputNames.VERSION), input, changes);
    }

    private Write write(
            Mutation mutation, String key, String uuid, @Nullable String version, Map<?, ?> input, Row changes) {
        String reason = input.get(InputNames.REASON) instanceof String given
                ? TextRules.stored(given, true, InputNames.INPUT + ".reason", faults, warnings::add)
                : null;
        return new Write(mutation, key, uuid, version, reason, changes, named, rows, warnings);
    }

    /**
     * A new record, then its parts and links.
     *
     * @param whole the column that refers to the record that it is a part of, with the value; null if it is no part
     */
    private void add(
            WritableType type, String uuid, Map<?, ?> input, String path, Map.@Nullable Entry<String, String> whole) {
        Row row = new Row(type.entityType().view(), path);
        add(row);
        row.put("id", SqlValue.of(uuid, "uuid"), path);
        putLabel(row, input, path);
        if (whole != null) {
            row.put(whole.getKey(), SqlValue.of(whole.getValue(), "uuid"), path);
        }
        for (InputField field : type.fields()) {
            String fieldPath = path + "." + field.name();
            switch (field) {
                case InputField.Value value -> {
                    if (input.get(field.name()) != null) {
                        set(value, input.get(field.name()), row, fieldPath);
                    }
                }
                case InputField.Reference reference -> {
                    if (input.get(field.name()) != null) {
                        String target = uuid(reference.target(), input.get(field.name()), fieldPath);
                        row.put(reference.column(), SqlValue.of(target, "uuid"), fieldPath);
                    }
                }
                case InputField.Parts parts -> add(parts, uuid, input, field.name(), path);
                case InputField.Links links -> add(links, uuid, input, field.name(), path);
            }
        }
        checkIdentifiers(type, input, path);
    }

    private void putLabel(Row row, Map<?, ?> input, String path) {
        if (input.get(InputNames.LABEL) instanceof Map<?, ?> label) {
            row.put(EntityType.LABEL, SqlValue.label(label, EntityType.LABEL), path + ".label");
        }
    }

    private void add(InputField.Parts parts, String whole, Map<?, ?> input, String name, String path) {
        List<?> elements = list(input.get(name), path + "." + name);
        for (int i = 0; i < elements.size(); i++) {
            add(
                    parts.part(),
                    UUID.randomUUID().toString(),
                    (Map<?, ?>) elements.get(i),
                    path + "." + name + "[" + i + "]",
                    Map.entry(parts.column(), whole));
        }
    }

    private void add(InputField.Links links, String uuid, Map<?, ?> input, String name, String path) {
        Object given = input.get(name);
        List<?> elements = given instanceof Map<?, ?> ? List.of(given) : list(given, path + "." + name);
        for (int i = 0; i < elements.size(); i++) {
            Map<?, ?> link = (Map<?, ?>) elements.get(i);
            String linkPath = path + "." + name + (links.single() ? "" : "[" + i + "]");
            Row row = new Row(links.link().link(), linkPath);
            row.put("id", SqlValue.of(UUID.randomUUID().toString(), "uuid"), linkPath);
            putLabel(row, link, linkPath);
            row.put(links.link().from(), SqlValue.of(uuid, "uuid"), linkPath);
            String target = uuid(links.target(), link.get(InputNames.ID), linkPath + ".id");
            row.put(links.link().to(), SqlValue.of(target, "uuid"), linkPath + ".id");
            add(row);
        }
    }

    private void add(Row row) {
        allowance.row();
        rows.add(row);
    }

    /** Sets the columns of a field, and the label if one is given. */
    private void set(InputField.Value field, @Nullable Object given, Row row, String path) {
        if (field.classification() == null) {
            setColumns(field, given, row, path);
            return;
        }
        row.named(Entities.snakeCase(field.classification().field()), path);
        if (given == null) {
            setColumns(field, null, row, path);
        } else if (given instanceof Map<?, ?> classified) {
            if (classified.containsKey(InputNames.VALUE)) {
                setColumns(field, classified.get(InputNames.VALUE), row, path + ".value");
            }
            if (classified.get(InputNames.LABEL) instanceof Map<?, ?> label) {
                String column = field.classification().labelColumn();
                row.put(column, SqlValue.label(label, column), path + ".label");
            }
        }
    }

    private void setColumns(InputField.Value field, @Nullable Object value, Row row, String path) {
        if (value == null && field.required()) {
            faults.accept(ClientError.badInput("`" + path + "` cannot be null"));
            return;
        }
        for (Attribute.Column column : field.columns()) {
            if (field.group() == null) {
                put(column, value, row, path);
            } else {
                put(
                        column,
                        value instanceof Map<?, ?> group ? group.get(column.name()) : null,
                        row,
                        path + "." + column.name());
            }
        }
    }

    private void put(Attribute.Column column, @Nullable Object value, Row row, String path) {
        if (column.scalar().equals(Scalar.FRACTION)) {
            String[] parts =
                    value == null ? new String[] {"", ""} : value.toString().split("/", -1);
            row.put(column.column() + "_numerator", SqlValue.of(value == null ? null : parts[0], "integer"), path);
            row.put(column.column() + "_denominator", SqlValue.of(value == null ? null : parts[1], "integer"), path);
        } else if (column.list()) {
            List<?> elements = list(value, path);
            List<Object> stored = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                stored.add(stored(column, elements.get(i), path + "[" + i + "]"));
            }
            row.put(column.column(), SqlValue.of(stored, column), path);
        } else {
            row.put(column.column(), SqlValue.of(value == null ? null : stored(column, value, path), column), path);
        }
    }

    private Object stored(Attribute.Column column, Object value, String path) {
        TextKind kind = column.scalar().kind();
        if (!(value instanceof String text) || !column.scalar().type().equals("String")) {
            return value;
        }
        if (kind == null || kind instanceof TextKind.Searched) {
            return TextRules.stored(text, column.lengthy(), path, faults, warnings::add);
        }
        try {
            return kind.operand(text, path);
        } catch (ClientError invalid) {
            faults.accept(invalid);
            return text;
        }
    }

    private void checkIdentifiers(WritableType type, Map<?, ?> input, String path) {
        if (!(input.get("scheme") instanceof String scheme)) {
            return;
        }
        type.fields(InputField.Value.class)
                .filter(field -> field.columns().getFirst().scalar().kind() instanceof TextKind.Identifier)
                .forEach(field -> {
                    if (input.get(field.name()) instanceof String given) {
                        String fieldPath = path + "." + field.name();
                        String fault = CheckDigits.fault(scheme, new TextKind.Identifier().operand(given, fieldPath));
                        if (fault != null) {
                            faults.accept(ClientError.badInput("`" + fieldPath + "` " + fault));
                        }
                    }
                });
    }

    private List<?> list(@Nullable Object value, String path) {
        if (!(value instanceof List<?> elements)) {
            return List.of();
        }
        if (elements.size() > MOST_ELEMENTS) {
            faults.accept(ClientError.limit(
                    "`" + path + "` may have at most " + MOST_ELEMENTS + " elements, not " + elements.size()));
            return List.of();
        }
        return elements;
    }

    private String uuid(EntityType entityType, @Nullable Object id, String path) {
        try {
            return GlobalId.uuid(entityType, (String) id, path);
        } catch (ClientError invalid) {
            faults.accept(invalid);
            return "";
        }
    }
}
