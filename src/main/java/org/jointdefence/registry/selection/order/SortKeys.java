package org.jointdefence.registry.selection.order;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Entities;
import org.jointdefence.registry.selection.model.EntityType;

/** The columns of an entity type by their names in order and grouping arguments. */
public final class SortKeys {
    private SortKeys() {}

    /**
     * The sort keys of an entity type, by UPPER_SNAKE_CASE name: its own columns, and columns of the records it refers
     * to.
     */
    public static Map<String, SortKey> orderable(EntityType entityType) {
        Map<String, SortKey> keys = new LinkedHashMap<>();
        columns(entityType).forEach((name, column) -> keys.put(name, SortKey.of(column)));
        entityType.associations().filter(SortKeys::isReference).forEach(association -> association
                .target()
                .columns()
                .filter(column -> isSortable(column) && !column.lengthy())
                .forEach(column -> keys.put(
                        upperSnakeCase(association.name()) + "_" + upperSnakeCase(column.name()),
                        SortKey.of(association, column))));
        return keys;
    }

    /** Whether an association leads to at most one record. */
    private static boolean isReference(Attribute.Association association) {
        return association.shape() == Attribute.Association.Shape.ONE
                && association.target().isRecord();
    }

    private static boolean isSortable(Attribute.Column column) {
        // Nearly all records are in force, so an order by their withdrawal would be none.
        return !column.list() && column.scalar().sortable() && !EntityType.tellsOfWithdrawal(column);
    }

    private static Map<String, Attribute.Column> columns(EntityType entityType) {
        Map<String, Attribute.Column> keys = new LinkedHashMap<>();
        for (Attribute member : entityType.members()) {
            switch (member) {
                case Attribute.Column column -> {
                    if (isSortable(column)) {
                        keys.put(upperSnakeCase(column.name()), column);
                    }
                }
                case Attribute.Group group ->
                    group.columns()
                            .forEach(column -> keys.put(
                                    upperSnakeCase(group.name()) + "_" + upperSnakeCase(column.name()),
                                    column.partOf(group)));
                case Attribute.Association association -> {
                    if (association.isCode() && !association.keyIsArray()) {
                        keys.put(upperSnakeCase(association.name()), association.code());
                    }
                }
                case Attribute.Localized localized -> {}
                case Attribute.NextStatuses next -> {}
            }
        }
        return keys;
    }

    /** The columns by which records can be counted: those with few distinct values. */
    public static Map<String, Attribute.Column> countable(EntityType entityType) {
        Map<String, Attribute.Column> keys = columns(entityType);
        keys.values().removeIf(column -> !column.scalar().enumerated() && !isCode(entityType, column));
        return keys;
    }

    /** The money fields of an entity type, which can be summed. */
    public static Map<String, Attribute.Group> money(EntityType entityType) {
        Map<String, Attribute.Group> keys = new LinkedHashMap<>();
        entityType
                .groups()
                .filter(group -> amounts(group).findAny().isPresent())
                .forEach(group -> keys.put(upperSnakeCase(group.name()), group));
        return keys;
    }

    /** The amount column of a money field. */
    public static Attribute.Column amount(Attribute.Group money) {
        return amounts(money).findAny().orElseThrow();
    }

    private static Stream<Attribute.Column> amounts(Attribute.Group group) {
        return group.columns().stream().filter(column -> column.currency() != null);
    }

    private static boolean isCode(EntityType entityType, Attribute.Column column) {
        return entityType
                .associations()
                .anyMatch(association ->
                        association.isCode() && association.parentColumn().equals(column.column()));
    }

    private static String upperSnakeCase(String camelCase) {
        return Entities.snakeCase(camelCase).toUpperCase(Locale.ROOT);
    }
}
