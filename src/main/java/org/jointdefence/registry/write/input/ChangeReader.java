package org.jointdefence.registry.write.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.write.model.InputField;
import org.jointdefence.registry.write.model.InputNames;
import org.jointdefence.registry.write.model.WritableType;
import org.jspecify.annotations.Nullable;

/** Reads what the input of an update changes and removes. */
final class ChangeReader {

    private final ValueReader values;
    private final Allowance allowance;

    /** The parts that the input has named, each with the view that it is in. */
    private final Set<List<String>> parts = new HashSet<>();

    ChangeReader(ValueReader values, Allowance allowance) {
        this.values = values;
        this.allowance = allowance;
    }

    /** The change of the record itself, which may be empty. */
    Change record(WritableType type, Map<?, ?> input) {
        return change(type, input, InputNames.INPUT, null);
    }

    /** The withdrawal of a record, or its restoration. */
    Change withdrawal(WritableType type, Map<?, ?> input, boolean restored, @Nullable String reason) {
        String uuid = values.uuid(type.entityType(), input.get(InputNames.ID), InputNames.INPUT + ".id");
        String path = InputNames.INPUT + "." + InputNames.REASON;
        Row row = new Row(type.entityType().view(), InputNames.INPUT);
        allowance.row();
        // The guard sets the day.
        row.put("withdrawn_on", SqlValue.of(restored ? null : "today", "date"), InputNames.INPUT);
        row.put("withdrawal_reason", SqlValue.of(restored ? null : reason, "text"), path);
        return new Change(
                type,
                uuid,
                String.valueOf(input.get(InputNames.VERSION)),
                row,
                Map.of(),
                InputNames.INPUT,
                restored,
                null);
    }

    /** The changes of existing parts. */
    List<Change> changes(EntityType type, InputField.Parts field, String whole, Map<?, ?> input) {
        String path = InputNames.INPUT + "." + InputNames.changed(field);
        List<?> elements = values.list(input.get(InputNames.changed(field)), path);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Map<?, ?> element = (Map<?, ?>) elements.get(i);
            String elementPath = path + "[" + i + "]";
            Change change = change(field.part(), element, elementPath, new Change.Whole(type, field.column(), whole));
            once(change.row().view(), change.uuid(), elementPath + ".id");
            values.checkChangedIdentifiers(field.part(), element, elementPath);
            if (change.named().isEmpty()) {
                values.fault("`" + elementPath + "` changes nothing");
            }
            changes.add(change);
        }
        return changes;
    }

    /** The removals of parts. */
    List<Removal> removals(EntityType type, InputField.Parts field, String whole, Map<?, ?> input) {
        EntityType part = field.part().entityType();
        List<Removal> removals = new ArrayList<>();
        ids(part, InputNames.removed(field), input).forEach((path, uuid) -> {
            once(part.view(), uuid, path);
            removals.add(new Removal(
                    part.view(),
                    path,
                    new Change.Whole(type, field.column(), whole),
                    "id",
                    uuid,
                    "PRESENCE " + part.name(),
                    uuid));
        });
        return removals;
    }

    /** The removals of links. */
    List<Removal> removals(EntityType type, InputField.Links field, String whole, Map<?, ?> input) {
        String view = field.link().link();
        Set<String> ends = new HashSet<>();
        List<Removal> removals = new ArrayList<>();
        ids(field.target(), InputNames.removed(field), input).forEach((path, uuid) -> {
            if (!ends.add(uuid)) {
                values.fault("`" + path + "` is named twice");
            }
            removals.add(new Removal(
                    view,
                    path,
                    new Change.Whole(type, field.link().from(), whole),
                    field.link().to(),
                    uuid,
                    "PRESENCE " + type.name() + "." + field.name(),
                    whole));
        });
        return removals;
    }

    private Change change(WritableType type, Map<?, ?> input, String path, Change.@Nullable Whole whole) {
        String uuid = values.uuid(type.entityType(), input.get(InputNames.ID), path + ".id");
        Row row = new Row(type.entityType().view(), path);
        if (whole == null) {
            row.ownedBy("id", type.entityType());
        } else {
            row.ownedBy(whole.column(), whole.type());
        }
        Map<String, String> named = new LinkedHashMap<>();
        allowance.row();
        type.fields(InputField.Value.class)
                .filter(field -> input.containsKey(field.name()))
                .forEach(field -> {
                    String fieldPath = path + "." + field.name();
                    named.put(field.name(), fieldPath);
                    values.set(field, input.get(field.name()), row, fieldPath);
                });
        return new Change(type, uuid, String.valueOf(input.get(InputNames.VERSION)), row, named, path, false, whole);
    }

    /** The UUIDs in a list of ids, or in one id, by their paths. */
    private Map<String, String> ids(EntityType type, String name, Map<?, ?> input) {
        String path = InputNames.INPUT + "." + name;
        Map<String, String> uuids = new LinkedHashMap<>();
        if (input.get(name) instanceof String id) {
            allowance.row();
            uuids.put(path, values.uuid(type, id, path));
            return uuids;
        }
        List<?> ids = values.list(input.get(name), path);
        for (int i = 0; i < ids.size(); i++) {
            allowance.row();
            uuids.put(path + "[" + i + "]", values.uuid(type, ids.get(i), path + "[" + i + "]"));
        }
        return uuids;
    }

    /** An input names a part once, so that the order of changes and removals does not matter. */
    private void once(String view, String uuid, String path) {
        if (!parts.add(List.of(view, uuid))) {
            values.fault("`" + path + "` is named twice");
        }
    }
}
