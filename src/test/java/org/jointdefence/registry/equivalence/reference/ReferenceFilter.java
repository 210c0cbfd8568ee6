package org.jointdefence.registry.equivalence.reference;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointdefence.registry.equivalence.document.Coverage;
import org.jspecify.annotations.Nullable;

/** Decides whether a row meets a {@code where} argument. */
final class ReferenceFilter {
    private final GraphQLSchema schema;
    private final ReferenceRules rules;
    private final ReferenceTexts texts;
    private final Coverage coverage;
    private final ReferenceAssociations associations;

    ReferenceFilter(
            GraphQLSchema schema,
            ReferenceRules rules,
            ReferenceTexts texts,
            ReferenceAssociations associations,
            Coverage coverage) {
        this.coverage = coverage;
        this.schema = schema;
        this.rules = rules;
        this.texts = texts;
        this.associations = associations;
    }

    boolean matches(ReferenceViews views, String type, ReferenceRow row, @Nullable Object where) {
        return matches(views, type, row, where, false);
    }

    private boolean matches(
            ReferenceViews views, String type, ReferenceRow row, @Nullable Object where, boolean underNot) {
        if (!(where instanceof Map<?, ?> conditions)) {
            return true;
        }
        return conditions.entrySet().stream()
                .filter(condition -> condition.getValue() != null)
                .allMatch(condition ->
                        matches(views, type, row, (String) condition.getKey(), condition.getValue(), underNot));
    }

    private boolean matches(
            ReferenceViews views, String type, ReferenceRow row, String name, Object value, boolean underNot) {
        return switch (name) {
            case "and" -> ((List<?>) value).stream().allMatch(one -> matches(views, type, row, one, underNot));
            case "or" ->
                ((List<?>) value).isEmpty()
                        ? rules.emptyOr()
                        : ((List<?>) value).stream().anyMatch(one -> matches(views, type, row, one, underNot));
            case "not" -> !matches(views, type, row, value, !underNot);
            default -> member(views, type, row, name, (Map<?, ?>) value, underNot);
        };
    }

    private boolean member(
            ReferenceViews views, String type, ReferenceRow row, String field, Map<?, ?> conditions, boolean underNot) {
        GraphQLInputObjectType filter = filter(type, field);
        String column = ReferenceAssociations.snakeCase(field);
        if (filter.getField("and") != null) {
            return associations.rows(views, type, field, row).stream()
                    .anyMatch(other -> matches(views, associations.target(type, field), other, conditions, underNot));
        }
        if (filter.getName().endsWith("AssociationFilter")) {
            String target = associations.target(type, field);
            return conditions.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .allMatch(entry -> {
                        boolean some = associations.rows(views, type, field, row).stream()
                                .anyMatch(other -> matches(views, target, other, entry.getValue(), underNot));
                        return entry.getKey().equals("some") ? some : rules.none(some);
                    });
        }
        if (isGroup(filter)) {
            return conditions.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .allMatch(entry -> {
                        String part = (String) entry.getKey();
                        return operators(
                                row.get(column + "_" + ReferenceAssociations.snakeCase(part)),
                                operatorsOf(filter, part),
                                (Map<?, ?>) entry.getValue(),
                                underNot);
                    });
        }
        Object value = row.has(column + "_numerator")
                ? ReferenceTexts.fraction(row.get(column + "_numerator"), row.get(column + "_denominator"))
                : row.get(column);
        return operators(value, filter.getName(), conditions, underNot);
    }

    /** Whether it filters an embedded value: its fields are filters, and it cannot be combined. */
    static boolean isGroup(GraphQLInputObjectType filter) {
        return filter.getField("and") == null
                && filter.getFields().stream()
                        .allMatch(
                                field -> GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType);
    }

    private GraphQLInputObjectType filter(String type, String field) {
        GraphQLInputObjectType filter =
                (GraphQLInputObjectType) Objects.requireNonNull(schema.getType(type + "Filter"));
        return (GraphQLInputObjectType)
                GraphQLTypeUtil.unwrapAll(filter.getField(field).getType());
    }

    private static String operatorsOf(GraphQLInputObjectType filter, String field) {
        return ((GraphQLNamedType)
                        GraphQLTypeUtil.unwrapAll(filter.getField(field).getType()))
                .getName();
    }

    private boolean operators(@Nullable Object value, String filter, Map<?, ?> conditions, boolean underNot) {
        return conditions.entrySet().stream().allMatch(entry -> {
            Object operand = Objects.requireNonNull(entry.getValue());
            boolean holds =
                    switch ((String) entry.getKey()) {
                        case "on", "zone" ->
                            isOn(value, Objects.requireNonNull(conditions.get("on")), conditions.get("zone"), underNot);
                        default -> operator(value, filter, (String) entry.getKey(), operand, underNot);
                    };
            coverage.witness(filter + "." + entry.getKey(), holds);
            if (entry.getKey().equals("on") && conditions.containsKey("zone")) {
                // The two hold together, and the second is not asked where the first does not.
                coverage.witness(filter + ".zone", holds);
            }
            return holds;
        });
    }

    private boolean isOn(@Nullable Object value, Object day, @Nullable Object zone, boolean underNot) {
        return value == null
                ? rules.absentMeets(underNot)
                : OffsetDateTime.parse((String) value)
                        .atZoneSameInstant(ZoneId.of(zone == null ? "Europe/Vilnius" : (String) zone))
                        .toLocalDate()
                        .toString()
                        .equals(day);
    }

    private boolean operator(@Nullable Object value, String filter, String operator, Object operand, boolean underNot) {
        if (operator.equals("isNull")) {
            return operand.equals(value == null);
        }
        if (value == null) {
            return rules.absentMeets(underNot);
        }
        return switch (operator) {
            case "eq" -> compare(filter, value, operand) == 0;
            case "ne" -> compare(filter, value, operand) != 0;
            case "in" -> ((List<?>) operand).stream().anyMatch(one -> compare(filter, value, one) == 0);
            case "lt" -> compare(filter, value, operand) < 0;
            case "lte" -> compare(filter, value, operand) <= 0;
            case "gt" -> compare(filter, value, operand) > 0;
            case "gte" -> compare(filter, value, operand) >= 0;
            case "contains" -> parts(value).anyMatch(text -> contains(text, asStored(filter, operand)));
            case "startsWith" ->
                parts(value).anyMatch(text -> ReferenceTexts.folded(text)
                        .startsWith(ReferenceTexts.folded(asStored(filter, operand))));
            case "resembles" ->
                ReferenceTexts.words(asStored(filter, operand))
                        .allMatch(word -> ReferenceTexts.folded((String) value).contains(word));
            case "has" -> ((List<?>) value).contains(asStored(filter, operand));
            case "hasAny" ->
                ((List<?>) operand).stream().anyMatch(one -> ((List<?>) value).contains(asStored(filter, one)));
            case "isEmpty" -> operand.equals(((List<?>) value).isEmpty());
            default -> throw new IllegalStateException("no operator " + operator);
        };
    }

    private static Stream<String> parts(Object value) {
        return value instanceof List<?> list ? list.stream().map(String.class::cast) : Stream.of((String) value);
    }

    private boolean contains(String text, String part) {
        return rules.contains(text, part, ReferenceTexts.folded(text), ReferenceTexts.folded(part));
    }

    /** A text as it would be stored: composed, and if it is an identifier, of letters and digits alone. */
    private static String asStored(String filter, Object operand) {
        String text = Normalizer.normalize((String) operand, Normalizer.Form.NFC);
        return filter.equals("IdentifierFilter")
                ? text.codePoints()
                        .filter(c -> !Character.isWhitespace(c)
                                && !Character.isSpaceChar(c)
                                && Character.getType(c) != Character.DASH_PUNCTUATION
                                && c != '.'
                                && c != '/')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .toUpperCase(Locale.ROOT)
                : text;
    }

    private int compare(String filter, Object value, Object operand) {
        return switch (filter) {
            case "IntFilter" -> ((Integer) value).compareTo((Integer) operand);
            case "DecimalFilter" -> ((BigDecimal) value).compareTo(new BigDecimal((String) operand));
            case "BooleanFilter" -> value.equals(operand) ? 0 : 1;
            case "IDFilter" -> value.equals(ReferenceIds.uuid((String) operand)) ? 0 : 1;
            case "DateTimeFilter" ->
                OffsetDateTime.parse((String) value)
                        .toInstant()
                        .compareTo(OffsetDateTime.parse((String) operand).toInstant());
            case "DateFilter", "PartialDateFilter" -> ((String) value).compareTo((String) operand);
            case "FractionFilter" -> ((BigDecimal) value).compareTo(ReferenceTexts.fraction((String) operand));
            default -> texts.compare((String) value, asStored(filter, operand));
        };
    }
}
