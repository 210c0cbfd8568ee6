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
 * Leaves the directives that the GraphQL specification has, and takes out SmallRye's, which describe Java's annotations.
 * Those that graphql-java declares in every schema of its own accord are hidden: introspection does not show them, and
 * whoever uses one reads that it is unknown. An answer comes in one piece here, and null never stands where the schema
 * says that it cannot.
 */
final class StandardDirectives {

    /** As the specification declares them: SmallRye has a {@code @deprecated} of its own. */
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

    /** The same code, but that introspection does not show what is hidden. */
    static GraphQLCodeRegistry without(GraphQLCodeRegistry code) {
        DataFetcher<List<GraphQLDirective>> directives =
                environment -> environment.getGraphQLSchema().getDirectives().stream()
                        .filter(directive -> !HIDDEN.contains(directive.getName()))
                        .toList();
        return code.transform(builder -> builder.dataFetcher(SHOWN, directives));
    }

    /** Refuses what is hidden. */
    static void check(DirectivesContainer<?> container) {
        for (Directive directive : container.getDirectives()) {
            if (HIDDEN.contains(directive.getName())) {
                throw ClientError.badInput("Unknown directive '" + directive.getName() + "'");
            }
        }
    }
}
