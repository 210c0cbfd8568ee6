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
 * What in the variables of an operation changes its SQL: which input fields are given, and the values of those that
 * become part of the text. Two runs of the same shape differ only in the values of parameters.
 */
public final class PlanCacheKey {
    private PlanCacheKey() {}

    /** The shape. */
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
            // Left out, an input field is not there; null, it is null.
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
                // A list of values is one parameter; one of filters or orders is text for each of them.
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
            // A parameter, be it a text, a number, a date or the size of a page.
            default -> shape.append('v');
        }
    }
}
