package org.jointdefence.registry.write.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Entities;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.GlobalId;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.model.TextKind;
import org.jointdefence.registry.write.model.InputField;
import org.jointdefence.registry.write.model.InputNames;
import org.jointdefence.registry.write.model.InputWarning;
import org.jointdefence.registry.write.model.WritableType;
import org.jspecify.annotations.Nullable;

/** Reads the values of one input into rows, and collects faults and warnings, each with its path. */
final class ValueReader {
    /** The most elements of a list in an input. */
    private static final int MOST_ELEMENTS = 100;

    private static final String SCHEME = "scheme";

    private final ConstraintCheck constraints;
    private final Consumer<ClientError> faults;
    private final List<InputWarning> warnings = new ArrayList<>();

    ValueReader(ConstraintCheck constraints, Consumer<ClientError> faults) {
        this.constraints = constraints;
        this.faults = faults;
    }

    List<InputWarning> warnings() {
        return warnings;
    }

    void fault(String message) {
        faults.accept(ClientError.badInput(message));
    }

    /** The reason for the record of changes; null if none is given. */
    @Nullable
    String reason(Map<?, ?> input) {
        if (!(input.get(InputNames.REASON) instanceof String given)) {
            return null;
        }
        String path = InputNames.INPUT + "." + InputNames.REASON;
        String reason = TextRules.stored(given, true, path, faults, warnings::add);
        if (reason != null) {
            constraints.ask(WithdrawableRecord.class, "withdrawalReason", reason, path, faults);
        }
        return reason;
    }

    void putLabel(Row row, Map<?, ?> input, String path) {
        if (input.get(InputNames.LABEL) instanceof Map<?, ?> label) {
            row.put(EntityType.LABEL, SqlValue.label(label, EntityType.LABEL), path + ".label");
        }
    }

    /** Sets the columns of a field, and the label if one is given. */
    void set(InputField.Value field, @Nullable Object given, Row row, String path) {
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
            List<@Nullable Object> stored = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                stored.add(stored(column, elements.get(i), path + "[" + i + "]"));
            }
            constraints.ask(column, stored, path, faults);
            row.put(column.column(), SqlValue.of(stored, column), path);
        } else {
            Object stored = value == null ? null : stored(column, value, path);
            if (stored != null) {
                constraints.ask(column, stored, path, faults);
            }
            row.put(column.column(), SqlValue.of(stored, column), path);
        }
    }

    /** The value as it is stored; null if it has a fault. */
    private @Nullable Object stored(Attribute.Column column, Object value, String path) {
        if (!(value instanceof String text) || !column.scalar().type().equals("String")) {
            return value;
        }
        return switch (column.scalar().kind()) {
            case TextKind.Identifier identifier -> identifier.operand(text, path);
            case TextKind.Coded code -> text;
            case null, default -> TextRules.stored(text, column.lengthy(), path, faults, warnings::add);
        };
    }

    /** Checks the identifiers of a new record by their schemes. */
    void checkIdentifiers(WritableType type, Map<?, ?> input, String path) {
        identifiers(type).forEach(field -> {
            if (input.get(SCHEME) instanceof String scheme && input.get(field.name()) instanceof String given) {
                String fieldPath = path + "." + field.name();
                String fault = CheckDigits.fault(scheme, new TextKind.Identifier().operand(given, fieldPath));
                if (fault != null) {
                    fault("`" + fieldPath + "` " + fault);
                }
            }
        });
    }

    /** Checks changed identifiers, which are given together with their scheme. */
    void checkChangedIdentifiers(WritableType type, Map<?, ?> input, String path) {
        identifiers(type).forEach(field -> {
            if (input.containsKey(SCHEME) != input.containsKey(field.name())) {
                String missing = input.containsKey(SCHEME) ? field.name() : SCHEME;
                fault("`" + path + "." + missing + "` is missing: an identifier is changed together with its scheme");
            }
        });
        checkIdentifiers(type, input, path);
    }

    private static List<InputField.Value> identifiers(WritableType type) {
        return type.fields(InputField.Value.class)
                .filter(field -> field.columns().getFirst().scalar().kind() instanceof TextKind.Identifier)
                .toList();
    }

    List<?> list(@Nullable Object value, String path) {
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

    String uuid(EntityType entityType, @Nullable Object id, String path) {
        try {
            return GlobalId.uuid(entityType, (String) id, path);
        } catch (ClientError invalid) {
            faults.accept(invalid);
            return "";
        }
    }
}
