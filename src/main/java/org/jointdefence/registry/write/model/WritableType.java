package org.jointdefence.registry.write.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Attribute.Association;
import org.jointdefence.registry.selection.model.Attribute.Path;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A type of records and the fields that an input can set: columns, groups, codes, references (at creation), parts, and links that
 * occur once per label. Localized names, lists of other root types and repeatable links are read only.
 */
public record WritableType(EntityType entityType, List<InputField> fields) {

    /** Records that are found by a root field of their own; all others are parts of these. */
    static WritableType of(EntityType entityType, PartTypes parts) {
        return of(entityType, parts, null);
    }

    /** @param whole the column that refers to the record that this one is a part of; null if it is no part */
    private static WritableType of(EntityType entityType, PartTypes parts, @Nullable String whole) {
        List<InputField> fields = new ArrayList<>();
        for (Attribute member : entityType.members()) {
            InputField field =
                    switch (member) {
                        case Attribute.Column column -> column(entityType, column);
                        case Attribute.Group group ->
                            new InputField.Value(
                                    group.name(),
                                    group.description(),
                                    group.columns(),
                                    group.type(),
                                    !group.nullable(),
                                    group.classification());
                        case Attribute.Localized localized -> null;
                        case Attribute.NextStatuses next -> null;
                        case Association association -> association(association, parts, whole);
                    };
            if (field != null) {
                fields.add(field);
            }
        }
        return new WritableType(entityType, List.copyOf(fields));
    }

    private static @Nullable InputField column(EntityType entityType, Attribute.Column column) {
        return column.scalar().equals(Scalar.ID)
                        || column.scalar().equals(Scalar.VERSION)
                        || column.name().equals(entityType.withheld())
                        || EntityType.tellsOfWithdrawal(column)
                ? null
                : value(column);
    }

    private static InputField value(Attribute.Column column) {
        return new InputField.Value(
                column.name(),
                column.description(),
                List.of(column),
                null,
                !column.nullable() && !column.list(),
                column.classification());
    }

    private static @Nullable InputField association(Association association, PartTypes parts, @Nullable String whole) {
        if (association.isCode()) {
            return value(association.code());
        }
        EntityType target = association.target();
        if (!target.isRecord()) {
            return null;
        }
        return switch (association.path()) {
            case Path.ByColumn(String column)
            when association.shape() == Association.Shape.LIST ->
                PartTypes.areParts(association)
                        ? new InputField.Parts(
                                association.name(),
                                association.description(),
                                parts.input(association, column),
                                column,
                                of(target, parts, column),
                                !parts.isReferredTo(target))
                        : null;
            case Path.ByColumn column ->
                association.parentColumn().equals(whole)
                        ? null
                        : new InputField.Reference(
                                association.name(),
                                association.description(),
                                association.parentColumn(),
                                target,
                                !association.nullable());
            case Path.ByLink link ->
                link.repeated()
                        ? null
                        : new InputField.Links(
                                association.name(), association.description(), link, target, association.isSingle());
        };
    }

    /** The fields of one kind. */
    public <T extends InputField> Stream<T> fields(Class<T> kind) {
        return fields.stream().filter(kind::isInstance).map(kind::cast);
    }
}
