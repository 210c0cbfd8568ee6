package org.jointdefence.registry.selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.Refusal;

/**
 * Turns a filter argument into a condition on a row of a view.
 *
 * <p>The operators are a closed set, none of which can fail on data: patterns are escaped, and parameters are valid
 * values of the types that they are cast to before they get here.
 */
final class Filters {
    /** More conditions than any form has fields, few enough for a statement. */
    private static final int MOST_CONDITIONS = 200;

    /** More associations than a question has, few enough for the planner. */
    private static final int MOST_ASSOCIATIONS = 10;

    /** The alias of the rows that are chosen. */
    static final String ROWS = "t";

    private final Reads reads;
    private final Set<Classification> classifications = new LinkedHashSet<>();
    private int conditions;
    private int associations;

    /**
     * @param reads takes what the log must know of
     */
    Filters(Reads reads) {
        this.reads = reads;
    }

    /** The classified fields that the rows themselves are chosen by, not those of what is associated with them. */
    Set<Classification> classifications() {
        return classifications;
    }

    /** The condition on {@code alias}; always a boolean expression that can follow {@code AND}. */
    Sql condition(Concept concept, String alias, Argument where) {
        List<Sql> conditions = new ArrayList<>();
        if (where.isGiven()) {
            where.children().forEach((name, argument) -> {
                if (argument.isGiven()) {
                    conditions.add(condition(concept, alias, name, argument));
                }
            });
        }
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }

    private Sql condition(Concept concept, String alias, String name, Argument argument) {
        if (++conditions > MOST_CONDITIONS) {
            throw Refusal.limit("a filter has " + MOST_CONDITIONS + " conditions at most");
        }
        return switch (name) {
            case "and" -> all(concept, alias, argument, " AND ", "true");
            case "or" -> all(concept, alias, argument, " OR ", "false");
            // What is not true, be it false or unknown: a filter has two answers, as its reader has.
            case "not" -> condition(concept, alias, argument).add(" IS NOT TRUE");
            default -> member(concept, alias, name, argument);
        };
    }

    private Sql all(Concept concept, String alias, Argument list, String operator, String empty) {
        List<Sql> conditions = list.elements().stream()
                .map(element -> condition(concept, alias, element))
                .toList();
        return conditions.isEmpty() ? Sql.of(empty) : Sql.joined(conditions, operator);
    }

    private Sql member(Concept concept, String alias, String name, Argument argument) {
        return switch (concept.member(name)) {
            case Member.Column column -> column(concept, alias, column, argument);
            case Member.Group group -> {
                List<Sql> conditions = new ArrayList<>();
                Map<String, Argument> parts = argument.children();
                for (Member.Column column : group.columns()) {
                    Argument part = parts.get(column.name());
                    if (part != null && part.isGiven()) {
                        conditions.add(column(concept, alias, column, part));
                    }
                }
                yield conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
            }
            case Member.Association association ->
                association.isCode()
                        ? column(concept, alias, association.code(), argument)
                        : association(concept, alias, association, argument);
            case Member.Localized localized -> throw new IllegalStateException(localized.name() + " has no filter");
            case null -> throw new IllegalStateException(concept.name() + " has no field " + name);
        };
    }

    private Sql association(Concept concept, String alias, Member.Association association, Argument argument) {
        // What is associated is looked for among all records and links that the caller can read.
        reads.always(Reads.Use.FILTER, concept.name() + '.' + association.name());
        List<Sql> conditions = new ArrayList<>();
        argument.children().forEach((quantifier, filter) -> {
            if (filter.isGiven()) {
                if (++associations > MOST_ASSOCIATIONS) {
                    throw Refusal.limit("a filter goes through " + MOST_ASSOCIATIONS + " associations at most");
                }
                String other = "f" + associations;
                conditions.add(Sql.of(quantifier.equals("none") ? "NOT EXISTS" : "EXISTS")
                        .add(" (SELECT FROM " + association.view() + " " + other + " WHERE ")
                        .add(association.joins(other, alias + "." + association.parentColumn()))
                        .add(" AND ")
                        .add(condition(association.target(), other, filter))
                        .add(")"));
            }
        });
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }

    private Sql column(Concept concept, String alias, Member.Column column, Argument argument) {
        if (column.classification() != null) {
            reads.always(Reads.Use.FILTER, column.classification().of(concept));
            if (alias.equals(ROWS)) {
                classifications.add(column.classification());
            }
        }
        List<Sql> conditions = new ArrayList<>();
        argument.children().forEach((operator, operand) -> {
            if (!operand.isGiven()) {
                throw Refusal.badInput(
                        "`" + column.name() + ": { " + operator + ": null }` compares with nothing; use `isNull`");
            }
            conditions.add(comparison(concept, alias + "." + column.column(), column.scalar(), operator, operand));
        });
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }

    private static Sql comparison(
            Concept concept, String expression, Scalar scalar, String operator, Argument operand) {
        return switch (operator) {
            case "eq" -> compared(concept, expression, " = ", scalar, operand);
            case "ne" -> compared(concept, expression, " <> ", scalar, operand);
            case "lt" -> compared(concept, expression, " < ", scalar, operand);
            case "lte" -> compared(concept, expression, " <= ", scalar, operand);
            case "gt" -> compared(concept, expression, " > ", scalar, operand);
            case "gte" -> compared(concept, expression, " >= ", scalar, operand);
            case "in" ->
                Sql.of(expression + " = ANY(")
                        .parameter(many(concept, scalar, operand), scalar.sqlType() + "[]")
                        .add(")");
            case "contains" -> like(expression, "%", operand);
            case "startsWith" -> like(expression, "", operand);
            case "has" ->
                Sql.of(expression + " @> ARRAY[")
                        .parameter(operand.text(), "text")
                        .add("]");
            case "hasAny" -> Sql.of(expression + " && ").parameter(operand.texts(), "text[]");
            case "isEmpty" -> isTrue(operand) ? Sql.of(expression + " = '{}'") : Sql.of(expression + " <> '{}'");
            case "isNull" -> Sql.of(expression + (isTrue(operand) ? " IS NULL" : " IS NOT NULL"));
            default -> throw new IllegalStateException("no operator " + operator);
        };
    }

    private static Sql compared(Concept concept, String expression, String operator, Scalar scalar, Argument operand) {
        return Sql.of(expression + operator).parameter(one(concept, scalar, operand), scalar.sqlType());
    }

    private static Sql like(String expression, String before, Argument operand) {
        Parameter text = operand.text();
        return Sql.of(expression + " ILIKE ")
                .parameter(binding -> before + escaped((String) text.value(binding)) + "%", "text")
                .planDependsOnValues();
    }

    private static Parameter one(Concept concept, Scalar scalar, Argument operand) {
        Parameter text = operand.text();
        return scalar.equals(Scalar.ID) ? binding -> GlobalId.uuid(concept, (String) text.value(binding)) : text;
    }

    private static Parameter many(Concept concept, Scalar scalar, Argument operand) {
        Parameter texts = operand.texts();
        return scalar.equals(Scalar.ID) ? binding -> GlobalId.uuids(concept, (String[]) texts.value(binding)) : texts;
    }

    private static boolean isTrue(Argument operand) {
        return Boolean.TRUE.equals(operand.value());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
