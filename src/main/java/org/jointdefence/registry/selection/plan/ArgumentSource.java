package org.jointdefence.registry.selection.plan;

import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.language.Node;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field that has arguments: where their values come from in every run of the plan.
 *
 * @param constant the coerced arguments, if they are the same in every run; null if variables are among them
 */
public record ArgumentSource(
        GraphQLFieldDefinition definition,
        MergedField field,
        @Nullable Map<String, Object> constant) {

    public static ArgumentSource of(GraphQLFieldDefinition definition, MergedField field, CoercedOperation operation) {
        ArgumentSource site = new ArgumentSource(definition, field, null);
        return field.getArguments().stream().anyMatch(ArgumentSource::hasVariables)
                ? site
                : new ArgumentSource(definition, field, site.arguments(operation));
    }

    /** How many nodes of the syntax tree its arguments have. */
    int nodes() {
        return field.getArguments().stream().mapToInt(ArgumentSource::nodes).sum();
    }

    private static int nodes(Node<?> node) {
        return 1 + node.getChildren().stream().mapToInt(ArgumentSource::nodes).sum();
    }

    private static boolean hasVariables(Node<?> node) {
        return node instanceof VariableReference || node.getChildren().stream().anyMatch(ArgumentSource::hasVariables);
    }

    /** The coerced arguments under the variables of this run. */
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
