package org.jointdefence.registry.selection;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares rows as an {@code orderBy} argument says. */
final class ReferenceOrder implements Comparator<ReferenceRow> {
    /** A column and its direction. */
    record Key(String column, boolean descending) {}

    private final List<Key> keys;
    private final ReferenceRules rules;
    private final ReferenceTexts texts;

    private ReferenceOrder(List<Key> keys, ReferenceRules rules, ReferenceTexts texts) {
        this.keys = keys;
        this.rules = rules;
        this.texts = texts;
    }

    static ReferenceOrder of(
            GraphQLSchema schema, String type, @Nullable Object orderBy, ReferenceRules rules, ReferenceTexts texts) {
        List<?> given = orderBy instanceof List<?> list ? list : List.of();
        List<Key> keys = given.stream()
                .map(element -> (Map<?, ?>) element)
                .map(order -> new Key(
                        name(schema, type + "OrderField", order.get("field")).toLowerCase(Locale.ROOT),
                        "DESC".equals(String.valueOf(order.get("direction")))))
                .toList();
        return new ReferenceOrder(keys, rules, texts);
    }

    /** The name in the schema of what an enum's value is inside. */
    static String name(GraphQLSchema schema, String type, @Nullable Object value) {
        GraphQLEnumType enumeration = (GraphQLEnumType) Objects.requireNonNull(schema.getType(type));
        return enumeration.getValues().stream()
                .filter(candidate -> Objects.equals(candidate.getValue(), value))
                .map(GraphQLEnumValueDefinition::getName)
                .findAny()
                .orElseThrow();
    }

    /** What tells orders apart. */
    String text() {
        return keys.stream()
                .map(key -> key.column() + (key.descending() ? " DESC" : " ASC"))
                .collect(Collectors.joining(","));
    }

    @Override
    public int compare(ReferenceRow one, ReferenceRow other) {
        for (Key key : keys) {
            int result = compare(one.get(key.column()), other.get(key.column()), key.descending());
            if (result != 0) {
                return result;
            }
        }
        int result = ((String) Objects.requireNonNull(one.get("id")))
                .compareTo((String) Objects.requireNonNull(other.get("id")));
        return rules.idDescending(keys) ? -result : result;
    }

    private int compare(@Nullable Object one, @Nullable Object other, boolean descending) {
        if (one == null || other == null) {
            if (one == null && other == null) {
                return 0;
            }
            return one == null ? rules.absentWithPresent(descending) : -rules.absentWithPresent(descending);
        }
        int result = compareValues(texts, one, other);
        return descending ? -result : result;
    }

    /** Compares values that are there, upwards. */
    static int compareValues(ReferenceTexts texts, Object one, Object other) {
        return switch (one) {
            case Integer number -> number.compareTo((Integer) other);
            case BigDecimal number -> number.compareTo((BigDecimal) other);
            case Boolean flag -> flag.compareTo((Boolean) other);
            case String text -> texts.compare(text, (String) other);
            default -> throw new IllegalStateException("no order of " + one);
        };
    }
}
