package org.jointdefence.registry.selection.plan;

import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.language.Argument;
import graphql.language.Node;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field with arguments, and the source of their values in each execution of a plan.
 *
 * @param constant the coerced arguments if all are literals; null if they depend on variables
 */
public record ArgumentSource(
        GraphQLFieldDefinition definition,
        MergedField field,
        @Nullable Map<String, Object> constant) {

    public static ArgumentSource of(GraphQLFieldDefinition definition, MergedField field, CoercedOperation operation) {
        ArgumentSource source = new ArgumentSource(definition, field, null);
        return source.variable().isEmpty()
                ? new ArgumentSource(definition, field, source.arguments(operation))
                : source;
    }

    /** The names of the arguments that contain variables. */
    Set<String> variable() {
        return field.getArguments().stream()
                .filter(ArgumentSource::hasVariables)
                .map(Argument::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The number of nodes in the syntax trees of the arguments. */
    int nodes() {
        return field.getArguments().stream().mapToInt(ArgumentSource::nodes).sum();
    }

    private static int nodes(Node<?> node) {
        return 1 + node.getChildren().stream().mapToInt(ArgumentSource::nodes).sum();
    }

    private static boolean hasVariables(Node<?> node) {
        return node instanceof VariableReference || node.getChildren().stream().anyMatch(ArgumentSource::hasVariables);
    }

    /** The coerced arguments, with the variables of the operation. */
    public Map<String, Object> arguments(CoercedOperation operation) {
        return constant != null
                ? constant
                : ValuesResolver.getArgumentValues(
                        operation.schema().getCodeRegistry(),
                        definition.getArguments(),
                        field.getArguments(),
                        operation.variables(),
                        operation.context(),
                        operation.locale());
    }
}
