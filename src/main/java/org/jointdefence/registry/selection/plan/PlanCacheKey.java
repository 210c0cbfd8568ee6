package org.jointdefence.registry.selection.plan;

import graphql.execution.CoercedVariables;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import java.util.Collection;
import java.util.Map;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.GlobalId;
import org.jointdefence.registry.selection.order.Direction;
import org.jointdefence.registry.selection.order.Language;
import org.jointdefence.registry.selection.order.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * Computes the shape of an operation's variables: which input fields are given, and the values that become part of the
 * SQL. Two executions of one shape differ only in the values of parameters.
 */
public final class PlanCacheKey {
    private PlanCacheKey() {}

    /** The shape of these variables; empty if the operation declares none. */
    public static String of(OperationDefinition operation, CoercedVariables variables) {
        if (operation.getVariableDefinitions().isEmpty()) {
            return "";
        }
        StringBuilder shape = new StringBuilder();
        for (VariableDefinition definition : operation.getVariableDefinitions()) {
            String name = definition.getName();
            shape.append(name).append(':');
            if (isId(definition)) {
                GlobalId id = GlobalId.of((String) variables.get(name));
                shape.append(id == null ? "?" : id.type());
            }
            // An omitted variable makes an input field absent, which differs from null.
            if (variables.containsKey(name)) {
                add(variables.get(name), shape);
            }
            shape.append(';');
        }
        return shape.toString();
    }

    private static boolean isId(VariableDefinition definition) {
        Type<?> type = definition.getType() instanceof NonNullType nonNull ? nonNull.getType() : definition.getType();
        return type instanceof TypeName name && name.getName().equals("ID");
    }

    private static void add(@Nullable Object value, StringBuilder shape) {
        switch (value) {
            case null -> shape.append('0');
            case Map<?, ?> object -> {
                shape.append('{');
                object.forEach((key, child) -> {
                    shape.append(key).append(':');
                    add(child, shape);
                    shape.append(',');
                });
                shape.append('}');
            }
            case Collection<?> list -> {
                shape.append('[');
                // A list of values is one parameter; each filter or order in a list becomes SQL.
                if (list.stream().anyMatch(child -> child instanceof Map || child instanceof Collection)) {
                    list.forEach(child -> {
                        add(child, shape);
                        shape.append(',');
                    });
                }
                shape.append(']');
            }
            case SortKey key -> shape.append(key.name());
            case Attribute.Column column -> shape.append(column.column());
            case Attribute member -> shape.append(member.name());
            case Boolean flag -> shape.append(flag);
            case Direction direction -> shape.append(direction);
            case Language language -> shape.append(language);
            // A parameter: a text, a number, a date or the size of a page.
            default -> shape.append('v');
        }
    }
}
