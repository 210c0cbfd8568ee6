package org.jointdefence.registry.selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a filter argument into a condition on a row of a view.
 *
 * <p>The operators of {@link Comparison} are a closed set, none of which can fail on data: patterns are escaped, and
 * parameters are valid values of the types that they are cast to before they get here.
 */
final class Filters {
    private final Reads reads;
    private final ArgumentLimits limits;
    private final Examination examination;
    private final Set<Member> chosenBy = new LinkedHashSet<>();
    private final List<Sql> open = new ArrayList<>();
    private int sensitive;
    private int associations;

    /**
     * @param reads takes what the log must know of
     * @param limits says how much a filter may ask for
     */
    Filters(Reads reads, ArgumentLimits limits) {
        this.reads = reads;
        this.limits = limits;
        this.examination = new Examination(reads);
    }

    /** The classified fields that the rows themselves are chosen by, not those of what is associated with them. */
    Set<Member> chosenBy() {
        return chosenBy;
    }

    /** What the filter reads of the rows that it looks at. */
    Examination examination() {
        return examination;
    }

    /** Those of its conditions that read public fields alone: what does not meet them is not looked at any further. */
    Sql open() {
        return open.isEmpty() ? Sql.of("true") : Sql.joined(open, " AND ");
    }

    /** The condition on {@link Source#ROWS}, which can follow {@code AND}. */
    Sql condition(Concept concept, Argument where) {
        List<Sql> conditions = new ArrayList<>();
        if (where.isGiven()) {
            where.children().forEach((name, argument) -> {
                int before = sensitive;
                Sql condition = condition(concept, Source.ROWS, name, argument);
                conditions.add(condition);
                if (sensitive == before) {
                    open.add(condition);
                }
            });
        }
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }

    private void read(Concept concept, String alias, Member member) {
        if (examination.add(Reads.Use.FILTER, alias, concept, member)) {
            sensitive++;
            if (alias.equals(Source.ROWS)) {
                chosenBy.add(member);
            }
        }
    }

    /** The condition on {@code alias}; always a boolean expression that can follow {@code AND}. */
    private Sql condition(Concept concept, String alias, Argument where) {
        List<Sql> conditions = new ArrayList<>();
        if (where.isGiven()) {
            where.children().forEach((name, argument) -> conditions.add(condition(concept, alias, name, argument)));
        }
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }

    private Sql condition(Concept concept, String alias, String name, Argument argument) {
        if (!argument.isGiven()) {
            throw NullFilters.condition(concept, name, argument);
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
                group.columns().forEach(column -> Amounts.requireCurrency(group, column, argument));
                for (Member.Column column : group.columns()) {
                    Argument part = parts.get(column.name());
                    if (part != null && !part.isGiven()) {
                        throw NullFilters.part(column, part);
                    }
                    if (part != null) {
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
        reads.always(Reads.Use.FILTER, concept.name() + '.' + association.name());
        read(concept, alias, association);
        sensitive++;
        if (association.isSingle()) {
            return exists(concept, alias, association, argument);
        }
        List<Sql> conditions = new ArrayList<>();
        argument.children().forEach((quantifier, filter) -> {
            if (!filter.isGiven()) {
                throw NullFilters.quantifier(quantifier, filter);
            }
            conditions.add(
                    Sql.of(quantifier.equals("none") ? "NOT " : "").add(exists(concept, alias, association, filter)));
        });
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }

    /** That there is an associated record that meets a filter. */
    private Sql exists(Concept concept, String alias, Member.Association association, Argument filter) {
        limits.checkAssociations(++associations, filter.path());
        String other = "f" + associations;
        examination.follow(Reads.Use.FILTER, alias, other, concept, association);
        return Sql.of("EXISTS (SELECT FROM " + association.view() + " " + other + " WHERE ")
                .add(association.joins(other, alias + "." + association.parentColumn()))
                .add(" AND ")
                .add(condition(association.target(), other, filter))
                .add(")");
    }

    private Sql column(Concept concept, String alias, Member.Column column, Argument argument) {
        read(concept, alias, column);
        Comparison comparison = new Comparison(concept, alias, column);
        List<Sql> conditions = new ArrayList<>();
        argument.children().forEach((operator, operand) -> {
            if (!operand.isGiven()) {
                throw NullFilters.operand(column, operator, operand);
            }
            conditions.add(
                    switch (operator) {
                        case "on" -> comparison.on(operand, argument.child("zone"));
                        case "zone" -> Comparison.zone(operand, argument.child("on"));
                        default -> comparison.condition(operator, operand);
                    });
        });
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }
}
