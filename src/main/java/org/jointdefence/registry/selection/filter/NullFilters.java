package org.jointdefence.registry.selection.filter;

import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Day;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.statement.Argument;

/**
 * Rejects null anywhere in a filter. An omitted condition has no effect, but a null is a value that the client sent on
 * purpose. Each error names the alternatives.
 */
final class NullFilters {
    private NullFilters() {}

    /** Rejects a null field of a filter, {@code and}, {@code or} and {@code not} included. */
    static ClientError condition(EntityType entityType, String name, Argument argument) {
        String advice =
                switch (entityType.member(name)) {
                    case Attribute.Column column -> without(name, absence(column.list()));
                    case Attribute.Association association
                    when association.isCode() -> without(name, absence(association.keyIsArray()));
                    case Attribute.Association association
                    when association.isSingle() -> "use `not: { " + name + ": {} }` to match records without one";
                    case Attribute.Association association -> without(name, "none: {}");
                    case Attribute.Group group ->
                        without(name, group.columns().getFirst().name() + ": { isNull: true }");
                    case null, default -> "";
                };
        return rejection(argument, (advice.isEmpty() ? "" : advice + ", or ") + "omit it");
    }

    /** Rejects a null field of an embedded value's filter. */
    static ClientError part(Attribute.Column column, Argument argument) {
        return rejection(argument, without(column.name(), absence(false)) + ", or omit it");
    }

    /** Rejects a null operator. */
    static ClientError operand(Attribute.Column column, String operator, Argument argument) {
        return rejection(
                argument,
                operator.equals("zone")
                        ? "omit it for \"" + Day.ZONE + "\""
                        : operator.startsWith("is")
                                ? "it must be `true` or `false`"
                                : "use `" + absence(column.list()) + "` to match records without a value, or omit it");
    }

    /** Rejects a null quantifier. */
    static ClientError quantifier(String name, Argument argument) {
        return rejection(argument, "use `" + name + ": {}` for any record, or omit it");
    }

    private static String without(String name, String condition) {
        return "use `" + name + ": { " + condition + " }` to match records without one";
    }

    private static String absence(boolean list) {
        return list ? "isEmpty: true" : "isNull: true";
    }

    private static ClientError rejection(Argument argument, String advice) {
        return ClientError.badInput("`" + argument.path() + "` is null; " + advice);
    }
}
