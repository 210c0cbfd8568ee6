package org.jointdefence.registry.selection.filter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.access.Examination;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.statement.Argument;
import org.jointdefence.registry.selection.statement.ArgumentLimits;
import org.jointdefence.registry.selection.statement.RowSource;
import org.jointdefence.registry.selection.statement.Sql;

/**
 * Turns a filter argument into a condition on a row of a view.
 *
 * <p>The operators of {@link Comparison} are a closed set, and none of them can fail on data: patterns are escaped, and
 * parameters have been checked to be valid values of their types.
 */
public final class Filters {
    private final AccessDeclaration access;
    private final ArgumentLimits limits;
    private final Examination examination;
    private final Set<Attribute> chosenBy = new LinkedHashSet<>();
    private final List<Sql> open = new ArrayList<>();
    private int sensitive;
    private int associations;

    /**
     * @param access collects the declarations for the log
     * @param limits the limits on filters
     */
    public Filters(AccessDeclaration access, ArgumentLimits limits) {
        this.access = access;
        this.limits = limits;
        this.examination = new Examination(access);
    }

    /** The classified fields in the filter's conditions on the rows themselves, without those of associated rows. */
    public Set<Attribute> chosenBy() {
        return chosenBy;
    }

    /** The filter's reads of the rows it examines. */
    public Examination examination() {
        return examination;
    }

    /**
     * The conditions at the top level of the filter that read only public fields; rows that do not meet them are not
     * examined further.
     */
    public Sql open() {
        return open.isEmpty() ? Sql.of("true") : Sql.joined(open, " AND ");
    }

    /** The condition on {@link RowSource#ROWS}, for use after {@code AND}. */
    public Sql condition(EntityType entityType, Argument where) {
        List<Sql> conditions = new ArrayList<>();
        if (where.isGiven()) {
            where.children().forEach((name, argument) -> {
                int before = sensitive;
                Sql condition = condition(entityType, RowSource.ROWS, name, argument);
                conditions.add(condition);
                if (sensitive == before) {
                    open.add(condition);
                }
            });
        }
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }

    private void read(EntityType entityType, String alias, Attribute member) {
        if (examination.add(AccessDeclaration.Use.FILTER, alias, entityType, member)) {
            sensitive++;
            if (alias.equals(RowSource.ROWS)) {
                chosenBy.add(member);
            }
        }
    }

    /** The condition on {@code alias}; a boolean expression for use after {@code AND}. */
    private Sql condition(EntityType entityType, String alias, Argument where) {
        List<Sql> conditions = new ArrayList<>();
        if (where.isGiven()) {
            where.children().forEach((name, argument) -> conditions.add(condition(entityType, alias, name, argument)));
        }
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }

    private Sql condition(EntityType entityType, String alias, String name, Argument argument) {
        if (!argument.isGiven()) {
            throw NullFilters.condition(entityType, name, argument);
        }
        return switch (name) {
            case "and" -> all(entityType, alias, argument, " AND ", "true");
            case "or" -> all(entityType, alias, argument, " OR ", "false");
            // The negation also matches unknown, so that each record matches either a filter or its negation.
            case "not" -> condition(entityType, alias, argument).add(" IS NOT TRUE");
            default -> member(entityType, alias, name, argument);
        };
    }

    private Sql all(EntityType entityType, String alias, Argument list, String operator, String empty) {
        List<Sql> conditions = list.elements().stream()
                .map(element -> condition(entityType, alias, element))
                .toList();
        return conditions.isEmpty() ? Sql.of(empty) : Sql.joined(conditions, operator);
    }

    private Sql member(EntityType entityType, String alias, String name, Argument argument) {
        return switch (entityType.member(name)) {
            case Attribute.Column column -> column(entityType, alias, column, argument);
            case Attribute.Group group -> {
                List<Sql> conditions = new ArrayList<>();
                Map<String, Argument> parts = argument.children();
                group.columns().forEach(column -> Amounts.requireCurrency(group, column, argument));
                for (Attribute.Column column : group.columns()) {
                    Argument part = parts.get(column.name());
                    if (part != null && !part.isGiven()) {
                        throw NullFilters.part(column, part);
                    }
                    if (part != null) {
                        conditions.add(column(entityType, alias, column, part));
                    }
                }
                yield conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
            }
            case Attribute.Association association ->
                association.isCode()
                        ? column(entityType, alias, association.code(), argument)
                        : association(entityType, alias, association, argument);
            case Attribute.NextStatuses next -> throw new IllegalStateException(next.name() + " has no filter");
            case Attribute.Localized localized -> throw new IllegalStateException(localized.name() + " has no filter");
            case null -> throw new IllegalStateException(entityType.name() + " has no field " + name);
        };
    }

    private Sql association(EntityType entityType, String alias, Attribute.Association association, Argument argument) {
        access.always(AccessDeclaration.Use.FILTER, entityType.name() + '.' + association.name());
        read(entityType, alias, association);
        sensitive++;
        if (association.isSingle()) {
            return exists(entityType, alias, association, argument);
        }
        List<Sql> conditions = new ArrayList<>();
        argument.children().forEach((quantifier, filter) -> {
            if (!filter.isGiven()) {
                throw NullFilters.quantifier(quantifier, filter);
            }
            conditions.add(Sql.of(quantifier.equals("none") ? "NOT " : "")
                    .add(exists(entityType, alias, association, filter)));
        });
        return conditions.isEmpty() ? Sql.of("true") : Sql.joined(conditions, " AND ");
    }

    /** The condition that an associated record meets a filter. */
    private Sql exists(EntityType entityType, String alias, Attribute.Association association, Argument filter) {
        limits.checkAssociations(++associations, filter.path());
        String other = "f" + associations;
        examination.follow(AccessDeclaration.Use.FILTER, alias, other, entityType, association);
        return Sql.of("EXISTS (SELECT FROM " + association.view() + " " + other + " WHERE ")
                .add(association.joins(other, alias + "." + association.parentColumn()))
                .add(" AND ")
                .add(condition(association.target(), other, filter))
                .add(")");
    }

    private Sql column(EntityType entityType, String alias, Attribute.Column column, Argument argument) {
        read(entityType, alias, column);
        Comparison comparison = new Comparison(entityType, alias, column);
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
