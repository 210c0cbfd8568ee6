package org.jointdefence.registry.request.document;

import graphql.Directives;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jointdefence.registry.error.ClientError;

/**
 * Keeps the directives of the GraphQL specification, and removes SmallRye's, which describe Java annotations. Two
 * directives that graphql-java adds to every schema are hidden: introspection omits them, and a document that uses one
 * is rejected. They would defer parts of a response, or put null where the schema does not allow it.
 */
final class StandardDirectives {

    /** The directives as the specification declares them; SmallRye has its own {@code @deprecated}. */
    static final Set<GraphQLDirective> SPECIFIED = new LinkedHashSet<>(List.of(
            Directives.IncludeDirective,
            Directives.SkipDirective,
            Directives.DeprecatedDirective,
            Directives.SpecifiedByDirective,
            Directives.OneOfDirective));

    private static final Set<String> HIDDEN = Set.of(
            Directives.DeferDirective.getName(), Directives.ExperimentalDisableErrorPropagationDirective.getName());
    private static final FieldCoordinates SHOWN = FieldCoordinates.coordinates("__Schema", "directives");

    private StandardDirectives() {}

    /** The registry with a data fetcher that omits the hidden directives from introspection. */
    static GraphQLCodeRegistry without(GraphQLCodeRegistry code) {
        DataFetcher<List<GraphQLDirective>> directives =
                environment -> environment.getGraphQLSchema().getDirectives().stream()
                        .filter(directive -> !HIDDEN.contains(directive.getName()))
                        .toList();
        return code.transform(builder -> builder.dataFetcher(SHOWN, directives));
    }

    /**
     * Rejects hidden directives.
     *
     * @throws ClientError if the element has one
     */
    static void check(DirectivesContainer<?> container) {
        for (Directive directive : container.getDirectives()) {
            if (HIDDEN.contains(directive.getName())) {
                throw ClientError.badInput("Unknown directive '" + directive.getName() + "'");
            }
        }
    }
}
