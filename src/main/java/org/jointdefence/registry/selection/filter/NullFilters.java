package org.jointdefence.registry.selection.filter;

import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Day;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.statement.Argument;

/**
 * Refuses null in a filter, wherever it stands: left out, a condition is none, but a null is a value that somebody meant
 * to send. Each refusal says what can stand in its place.
 */
final class NullFilters {
    private NullFilters() {}

    /** A field of a filter, or one of {@code and}, {@code or} and {@code not}, that is null. */
    static ClientError condition(EntityType entityType, String name, Argument argument) {
        String advice =
                switch (entityType.member(name)) {
                    case Attribute.Column column -> without(name, absence(column.list()));
                    case Attribute.Association association
                    when association.isCode() -> without(name, absence(association.keyIsArray()));
                    case Attribute.Association association
                    when association.isSingle() -> "say `not: { " + name + ": {} }` for those without one";
                    case Attribute.Association association -> without(name, "none: {}");
                    case Attribute.Group group ->
                        without(name, group.columns().getFirst().name() + ": { isNull: true }");
                    case null, default -> "";
                };
        return refusal(argument, (advice.isEmpty() ? "" : advice + ", or ") + "leave it out if it is no condition");
    }

    /** A field of an embedded value's filter that is null. */
    static ClientError part(Attribute.Column column, Argument argument) {
        return refusal(argument, without(column.name(), absence(false)) + ", or leave it out if it is no condition");
    }

    /** An operator that is null. */
    static ClientError operand(Attribute.Column column, String operator, Argument argument) {
        return refusal(
                argument,
                operator.equals("zone")
                        ? "leave it out for \"" + Day.ZONE + "\""
                        : operator.startsWith("is")
                                ? "it takes `true` or `false`"
                                : "say `" + absence(column.list())
                                        + "` for those without a value, or leave it out if it is no condition");
    }

    /** A quantifier that is null. */
    static ClientError quantifier(String name, Argument argument) {
        return refusal(argument, "say `" + name + ": {}` for any record, or leave it out if it is no condition");
    }

    private static String without(String name, String condition) {
        return "say `" + name + ": { " + condition + " }` for those without one";
    }

    private static String absence(boolean list) {
        return list ? "isEmpty: true" : "isNull: true";
    }

    private static ClientError refusal(Argument argument, String advice) {
        return ClientError.badInput("`" + argument.path() + "` is null; " + advice);
    }
}
