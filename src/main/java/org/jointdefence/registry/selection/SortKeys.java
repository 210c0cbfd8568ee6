package org.jointdefence.registry.selection;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The single columns of a concept under the names that order and grouping arguments know them by. */
final class SortKeys {
    private SortKeys() {}

    /** What a concept can be ordered by, by UPPER_SNAKE_CASE name: its own columns, and those of the records it refers to. */
    static Map<String, SortKey> orderable(Concept concept) {
        Map<String, SortKey> keys = new LinkedHashMap<>();
        columns(concept).forEach((name, column) -> keys.put(name, SortKey.of(column)));
        concept.associations().filter(SortKeys::isReference).forEach(association -> association
                .target()
                .columns()
                .filter(column -> isSortable(column) && !column.lengthy())
                .forEach(column -> keys.put(
                        upperSnakeCase(association.name()) + "_" + upperSnakeCase(column.name()),
                        SortKey.of(association, column))));
        return keys;
    }

    /** Whether an association leads to one record at most. */
    private static boolean isReference(Member.Association association) {
        return association.shape() == Member.Association.Shape.ONE
                && association.target().isRecord();
    }

    private static boolean isSortable(Member.Column column) {
        return !column.list() && column.scalar().sortable();
    }

    private static Map<String, Member.Column> columns(Concept concept) {
        Map<String, Member.Column> keys = new LinkedHashMap<>();
        for (Member member : concept.members()) {
            switch (member) {
                case Member.Column column -> {
                    if (isSortable(column)) {
                        keys.put(upperSnakeCase(column.name()), column);
                    }
                }
                case Member.Group group ->
                    group.columns()
                            .forEach(column -> keys.put(
                                    upperSnakeCase(group.name()) + "_" + upperSnakeCase(column.name()),
                                    column.partOf(group)));
                case Member.Association association -> {
                    if (association.isCode() && !association.keyIsArray()) {
                        keys.put(upperSnakeCase(association.name()), association.code());
                    }
                }
                case Member.Localized localized -> {}
            }
        }
        return keys;
    }

    /** What records can be counted by: what takes few values. */
    static Map<String, Member.Column> countable(Concept concept) {
        Map<String, Member.Column> keys = columns(concept);
        keys.values().removeIf(column -> !column.scalar().enumerated() && !isCode(concept, column));
        return keys;
    }

    /** The sums of money of a concept. */
    static Map<String, Member.Group> money(Concept concept) {
        Map<String, Member.Group> keys = new LinkedHashMap<>();
        concept.groups()
                .filter(group -> amounts(group).findAny().isPresent())
                .forEach(group -> keys.put(upperSnakeCase(group.name()), group));
        return keys;
    }

    /** The amount of a sum of money. */
    static Member.Column amount(Member.Group money) {
        return amounts(money).findAny().orElseThrow();
    }

    private static Stream<Member.Column> amounts(Member.Group group) {
        return group.columns().stream().filter(column -> column.currency() != null);
    }

    private static boolean isCode(Concept concept, Member.Column column) {
        return concept.associations()
                .anyMatch(association ->
                        association.isCode() && association.parentColumn().equals(column.column()));
    }

    private static String upperSnakeCase(String camelCase) {
        return Entities.snakeCase(camelCase).toUpperCase(Locale.ROOT);
    }
}
