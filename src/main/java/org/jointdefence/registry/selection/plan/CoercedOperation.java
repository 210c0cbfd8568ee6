package org.jointdefence.registry.selection.plan;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Locale;
import java.util.Map;

/**
 * A query operation with coerced variables. Plans are compiled from it and executed with it, with or without
 * graphql-java.
 *
 * @param fragments the fragments of its document, by name
 * @param context the context that graphql-java passes to scalars
 */
public record CoercedOperation(
        GraphQLSchema schema,
        OperationDefinition definition,
        Map<String, FragmentDefinition> fragments,
        CoercedVariables variables,
        GraphQLContext context,
        Locale locale) {
    private static final FieldCollector COLLECTOR = new FieldCollector();

    /** The operation that graphql-java is executing. */
    public static CoercedOperation of(ExecutionContext context) {
        return new CoercedOperation(
                context.getGraphQLSchema(),
                context.getOperationDefinition(),
                context.getFragmentsByName(),
                context.getCoercedVariables(),
                context.getGraphQLContext(),
                context.getLocale());
    }

    /** The root fields, with fragments, {@code @skip} and {@code @include} applied, and fields of one key merged. */
    public MergedSelectionSet rootFields() {
        return COLLECTOR.collectFields(parameters(schema.getQueryType()), definition.getSelectionSet());
    }

    /** The fields that {@code parent} selects on an object type, collected in the same way. */
    MergedSelectionSet fields(MergedField parent, GraphQLObjectType type) {
        return COLLECTOR.collectFields(parameters(type), parent);
    }

    private FieldCollectorParameters parameters(GraphQLObjectType type) {
        return FieldCollectorParameters.newParameters()
                .schema(schema)
                .objectType(type)
                .fragments(fragments)
                .variables(variables.toMap())
                .graphQLContext(context)
                .build();
    }
}
