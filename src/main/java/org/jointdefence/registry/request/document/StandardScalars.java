package org.jointdefence.registry.request.document;

import graphql.Scalars;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Replaces SmallRye's Int and Float by those of the GraphQL specification. SmallRye's accept strings as numbers, and
 * truncate values that do not fit.
 */
@Singleton
class StandardScalars {

    private static final Map<String, GraphQLScalarType> STANDARD =
            Map.of("Int", Scalars.GraphQLInt, "Float", Scalars.GraphQLFloat);

    /** Runs before other observers extend the schema, so that they do not add a second scalar of the same name. */
    void replace(@Observes @Priority(1) GraphQLSchema.Builder builder) {
        GraphQLSchema schema = SchemaTransformer.transformSchema(builder.build(), new Replacement());
        builder.query(schema.getQueryType())
                .mutation(schema.getMutationType())
                .subscription(schema.getSubscriptionType())
                .clearAdditionalTypes()
                .additionalTypes(schema.getAdditionalTypes())
                .clearDirectives()
                .additionalDirectives(StandardDirectives.SPECIFIED)
                .codeRegistry(StandardDirectives.without(schema.getCodeRegistry()));
    }

    private static final class Replacement extends GraphQLTypeVisitorStub {
        @Override
        public TraversalControl visitGraphQLScalarType(
                GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
            GraphQLScalarType standard = STANDARD.get(scalar.getName());
            return standard == null ? TraversalControl.CONTINUE : changeNode(context, standard);
        }
    }
}
