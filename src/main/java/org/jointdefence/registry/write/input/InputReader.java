package org.jointdefence.registry.write.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.write.model.InputField;
import org.jointdefence.registry.write.model.InputNames;
import org.jointdefence.registry.write.model.Mutation;
import org.jointdefence.registry.write.model.WritableType;
import org.jspecify.annotations.Nullable;

/** Reads the input of a mutation and reports all faults of its form, each with its path. */
public final class InputReader {
    private final ValueReader values;
    private final Allowance allowance;
    private final List<Row> rows = new ArrayList<>();

    private InputReader(ConstraintCheck constraints, Consumer<ClientError> faults, Allowance allowance) {
        this.allowance = allowance;
        this.values = new ValueReader(constraints, fault -> {
            allowance.fault();
            faults.accept(fault);
        });
    }

    /**
     * Reads an input.
     *
     * @param key the field's key in the response
     * @param input the coerced input
     * @param constraints those of the entities
     * @param faults receives each fault; after one, the result must not be used
     * @param allowance what the inputs of the operation may still hold
     * @throws ClientError if they hold more
     */
    public static Write read(
            Mutation mutation,
            String key,
            Map<?, ?> input,
            ConstraintCheck constraints,
            Consumer<ClientError> faults,
            Allowance allowance) {
        InputReader reader = new InputReader(constraints, faults, allowance);
        return switch (mutation) {
            case Mutation.Create create -> reader.create(create, key, input);
            case Mutation.Update update -> reader.update(update, key, input);
            case Mutation.Withdraw withdraw -> reader.withdrawal(withdraw, key, input, false);
            case Mutation.Restore restore -> reader.withdrawal(restore, key, input, true);
        };
    }

    private Write create(Mutation.Create mutation, String key, Map<?, ?> input) {
        String uuid = UUID.randomUUID().toString();
        add(mutation.type(), uuid, input, InputNames.INPUT, null);
        return new Write(mutation, key, uuid, values.reason(input), List.of(), List.of(), rows, values.warnings());
    }

    private Write withdrawal(Mutation mutation, String key, Map<?, ?> input, boolean restored) {
        String reason = values.reason(input);
        Change change = new ChangeReader(values, allowance).withdrawal(mutation.type(), input, restored, reason);
        return new Write(mutation, key, change.uuid(), reason, List.of(change), List.of(), rows, values.warnings());
    }

    private Write update(Mutation.Update mutation, String key, Map<?, ?> input) {
        ChangeReader reader = new ChangeReader(values, allowance);
        Change record = reader.record(mutation.type(), input);
        EntityType entityType = mutation.type().entityType();
        List<Change> changes = new ArrayList<>(List.of(record));
        List<Removal> removals = new ArrayList<>();
        for (InputField field : mutation.type().fields()) {
            switch (field) {
                case InputField.Value value -> {
                    // The record's own row has it.
                }
                case InputField.Reference reference -> {
                    // It stays as it was when the record was created.
                }
                case InputField.Parts parts -> {
                    removals.addAll(reader.removals(entityType, parts, record.uuid(), input));
                    changes.addAll(reader.changes(entityType, parts, record.uuid(), input));
                    add(parts, entityType, record.uuid(), input, InputNames.added(field), InputNames.INPUT);
                }
                case InputField.Links links -> {
                    removals.addAll(reader.removals(entityType, links, record.uuid(), input));
                    add(links, record.uuid(), input, InputNames.added(field), InputNames.INPUT);
                }
            }
        }
        if (record.named().isEmpty() && changes.size() == 1 && removals.isEmpty() && rows.isEmpty()) {
            values.fault("`" + InputNames.INPUT + "` changes nothing");
        }
        return new Write(
                mutation, key, record.uuid(), values.reason(input), changes, removals, rows, values.warnings());
    }

    /**
     * A new record, then its parts and links.
     *
     * @param whole the record that it is a part of; null if it is no part
     */
    private void add(WritableType type, String uuid, Map<?, ?> input, String path, Change.@Nullable Whole whole) {
        Row row = new Row(type.entityType().view(), path);
        add(row);
        row.put("id", SqlValue.of(uuid, "uuid"), path);
        values.putLabel(row, input, path);
        if (whole == null) {
            row.ownedBy("id", type.entityType());
        } else {
            row.ownedBy(whole.column(), whole.type());
            row.put(whole.column(), SqlValue.of(whole.uuid(), "uuid"), path);
        }
        for (InputField field : type.fields()) {
            String fieldPath = path + "." + field.name();
            switch (field) {
                case InputField.Value value -> {
                    if (input.get(field.name()) != null) {
                        values.set(value, input.get(field.name()), row, fieldPath);
                    }
                }
                case InputField.Reference reference -> {
                    if (input.get(field.name()) != null) {
                        String target = values.uuid(reference.target(), input.get(field.name()), fieldPath);
                        row.put(reference.column(), SqlValue.of(target, "uuid"), fieldPath);
                    }
                }
                case InputField.Parts parts -> add(parts, type.entityType(), uuid, input, field.name(), path);
                case InputField.Links links -> add(links, uuid, input, field.name(), path);
            }
        }
        values.checkIdentifiers(type, input, path);
    }

    private void add(InputField.Parts parts, EntityType type, String whole, Map<?, ?> input, String name, String path) {
        List<?> elements = values.list(input.get(name), path + "." + name);
        for (int i = 0; i < elements.size(); i++) {
            add(
                    parts.part(),
                    UUID.randomUUID().toString(),
                    (Map<?, ?>) elements.get(i),
                    path + "." + name + "[" + i + "]",
                    new Change.Whole(type, parts.column(), whole));
        }
    }

    private void add(InputField.Links links, String uuid, Map<?, ?> input, String name, String path) {
        Object given = input.get(name);
        List<?> elements = given instanceof Map<?, ?> ? List.of(given) : values.list(given, path + "." + name);
        for (int i = 0; i < elements.size(); i++) {
            Map<?, ?> link = (Map<?, ?>) elements.get(i);
            String linkPath = path + "." + name + (links.single() ? "" : "[" + i + "]");
            Row row = new Row(links.link().link(), linkPath);
            row.put("id", SqlValue.of(UUID.randomUUID().toString(), "uuid"), linkPath);
            values.putLabel(row, link, linkPath);
            row.put(links.link().from(), SqlValue.of(uuid, "uuid"), linkPath);
            String target = values.uuid(links.target(), link.get(InputNames.ID), linkPath + ".id");
            row.put(links.link().to(), SqlValue.of(target, "uuid"), linkPath + ".id");
            add(row);
        }
    }

    private void add(Row row) {
        allowance.row();
        rows.add(row);
    }
}
