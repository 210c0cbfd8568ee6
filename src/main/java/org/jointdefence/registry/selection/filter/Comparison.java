package org.jointdefence.registry.selection.filter;

import java.time.LocalDate;
import java.util.Map;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Day;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.GlobalId;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.model.TextKind;
import org.jointdefence.registry.selection.statement.Argument;
import org.jointdefence.registry.selection.statement.Parameter;
import org.jointdefence.registry.selection.statement.Sql;

/** The condition of one filter operator on a column. */
record Comparison(EntityType entityType, String alias, Attribute.Column column) {
    static final Map<String, String> SIGNS =
            Map.of("eq", " = ", "ne", " <> ", "lt", " < ", "lte", " <= ", "gt", " > ", "gte", " >= ");

    /** How many words of a name count, as in {@code registry.word_pattern}. */
    private static final int WORDS = 3;

    /** A boolean expression that is null for an absent value, except for operators that test for absence. */
    Sql condition(String operator, Argument operand) {
        if (column.scalar().equals(Scalar.FRACTION)) {
            return new FractionComparison(value() + "_numerator", value() + "_denominator")
                    .condition(operator, operand);
        }
        return switch (operator) {
            case "eq", "ne", "lt", "lte", "gt", "gte" ->
                Sql.of(value() + SIGNS.get(operator))
                        .parameter(one(operand), column.scalar().sqlType());
            case "in" ->
                Sql.of(value() + " = ANY(")
                        .parameter(many(operand), column.scalar().sqlType() + "[]")
                        .add(")");
            case "contains" -> part(operand, true);
            case "startsWith" -> part(operand, false);
            case "resembles" -> words(operand);
            case "has" ->
                Sql.of(value() + " @> ARRAY[").parameter(one(operand), "text").add("]");
            case "hasAny" -> Sql.of(value() + " && ").parameter(many(operand), "text[]");
            case "isEmpty" -> Sql.of(value() + (isTrue(operand) ? " = '{}'" : " <> '{}'"));
            case "isNull" -> Sql.of(value() + (isTrue(operand) ? " IS NULL" : " IS NOT NULL"));
            default -> throw new IllegalStateException("no operator " + operator);
        };
    }

    /** The condition that a time is on a day, which begins and ends in a time zone. */
    Sql on(Argument day, Argument zone) {
        return Sql.of("(" + value() + " >= ")
                .parameter(start(day, 0, zone), "timestamptz")
                .add(" AND " + value() + " < ")
                .parameter(start(day, 1, zone), "timestamptz")
                .add(")");
    }

    /** The condition of a time zone: it adds nothing to the day, but requires one. */
    static Sql zone(Argument zone, Argument day) {
        if (!day.isGiven()) {
            throw ClientError.badInput("`" + zone.path() + "` requires a day; set `on` in the same object");
        }
        return Sql.of("true");
    }

    private static Parameter start(Argument day, int later, Argument zone) {
        Parameter date = day.text();
        Parameter name = zone.isGiven() ? zone.text() : execution -> Day.ZONE;
        return execution -> Day.start(
                LocalDate.parse((String) date.value(execution)).plusDays(later),
                (String) name.value(execution),
                zone.path());
    }

    private String value() {
        return alias + "." + column.column();
    }

    /** Searches the folded text, which is a stored column in tables of records and is computed for other views. */
    private Sql part(Argument operand, boolean anywhere) {
        // Each text of a list follows a U+001F, which no pattern contains (`registry.folded(text[])` in V6); no
        // separator follows the last.
        String before = (column.list() ? "'%' || chr(31) || " : "") + (anywhere ? "'%' || " : "");
        return Sql.of(folded() + " LIKE " + before + "registry.search_pattern(")
                .parameter(one(operand), "text")
                .add(") || '%'")
                .planDependsOnValues();
    }

    /** As many conditions as words count, each of which an index of parts of words can answer. */
    private Sql words(Argument operand) {
        Sql condition = Sql.of("(");
        for (int number = 1; number <= WORDS; number++) {
            condition
                    .add((number == 1 ? "" : " AND ") + folded() + " LIKE registry.word_pattern(")
                    .parameter(one(operand), "text")
                    .add(", " + number + ")");
        }
        return condition.add(")").planDependsOnValues();
    }

    private String folded() {
        return entityType.isRecord() ? value() + "_search" : "registry.folded(" + value() + ")";
    }

    private Parameter one(Argument operand) {
        Parameter text = operand.text();
        return execution -> value((String) text.value(execution), operand.path());
    }

    private Parameter many(Argument operand) {
        Parameter texts = operand.texts();
        return execution -> {
            String[] values = ((String[]) texts.value(execution)).clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = value(values[i], operand.path() + "[" + i + "]");
            }
            return values;
        };
    }

    /**
     * The stored form of a value of the schema.
     *
     * @throws ClientError if no row can have the value
     */
    private String value(String text, String path) {
        if (column.scalar().equals(Scalar.ID)) {
            return GlobalId.uuid(entityType, text, path);
        }
        TextKind kind = column.scalar().kind();
        return kind == null ? text : kind.operand(text, path);
    }

    private static boolean isTrue(Argument operand) {
        return Boolean.TRUE.equals(operand.value());
    }
}
