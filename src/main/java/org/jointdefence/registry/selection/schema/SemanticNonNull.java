package org.jointdefence.registry.selection.schema;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

import static graphql.Scalars.GraphQLInt;

/**
 * {@code @semanticNonNull}, as proposed by the GraphQL nullability working group: a field with it is null only if there
 * is an error for it. Root fields have it, so that the failure of one does not remove the others.
 */
final class SemanticNonNull {
    private static final String NAME = "semanticNonNull";

    private SemanticNonNull() {}

    static GraphQLDirective definition() {
        return GraphQLDirective.newDirective()
                .name(NAME)
                .description("The field is null only if there is an error for it; clients that stop at errors need"
                        + " not expect null.")
                .validLocation(DirectiveLocation.FIELD_DEFINITION)
                .argument(GraphQLArgument.newArgument()
                        .name("levels")
                        .description("The list levels to which it applies; 0 is the field itself.")
                        .type(GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(GraphQLInt))))
                        .defaultValueProgrammatic(List.of(0)))
                .build();
    }

    /** The same field; if it was non-null, nullable and with the directive. */
    static GraphQLFieldDefinition field(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isNonNull(field.getType())
                ? field.transform(
                        builder -> builder.type((GraphQLOutputType) GraphQLTypeUtil.unwrapNonNull(field.getType()))
                                .withAppliedDirective(
                                        GraphQLAppliedDirective.newDirective().name(NAME)))
                : field;
    }
}
