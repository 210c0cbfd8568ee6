package org.jointdefence.registry.http;

import graphql.Directives;
import graphql.language.DirectivesContainer;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import java.util.List;
import org.jointdefence.registry.Refusal;

/**
 * {@code @defer}, which graphql-java declares in every schema. An answer comes in one piece here, so that nobody is told
 * of the directive, and whoever uses it is told that it does not exist.
 */
final class Deferral {

    private static final String NAME = Directives.DeferDirective.getName();
    private static final FieldCoordinates TOLD = FieldCoordinates.coordinates("__Schema", "directives");

    private Deferral() {}

    /** The same code, but that introspection does not tell of it. */
    static GraphQLCodeRegistry hiddenFrom(GraphQLCodeRegistry code) {
        DataFetcher<List<GraphQLDirective>> directives =
                environment -> environment.getGraphQLSchema().getDirectives().stream()
                        .filter(directive -> !directive.getName().equals(NAME))
                        .toList();
        return code.transform(builder -> builder.dataFetcher(TOLD, directives));
    }

    /** Refuses what is deferred. */
    static void check(DirectivesContainer<?> container) {
        if (!container.getDirectives(NAME).isEmpty()) {
            throw Refusal.badInput("Unknown directive '" + NAME + "'");
        }
    }
}
