package org.jointdefence.registry.http;

import graphql.Directives;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointdefence.registry.Refusal;

/**
 * Leaves the directives that the GraphQL specification has, and takes out SmallRye's, which describe Java's annotations.
 * Those that graphql-java declares in every schema of its own accord are hidden: introspection does not show them, and
 * whoever uses one reads that it is unknown. An answer comes in one piece here, and null never stands where the schema
 * says that it cannot.
 */
final class StandardDirectives {

    private static final Set<String> SPECIFIED = Set.of(
            Directives.IncludeDirective.getName(),
            Directives.SkipDirective.getName(),
            Directives.DeprecatedDirective.getName(),
            Directives.SpecifiedByDirective.getName(),
            Directives.OneOfDirective.getName());
    private static final Set<String> HIDDEN = Set.of(
            Directives.DeferDirective.getName(), Directives.ExperimentalDisableErrorPropagationDirective.getName());
    private static final FieldCoordinates SHOWN = FieldCoordinates.coordinates("__Schema", "directives");

    private StandardDirectives() {}

    /** Those of this schema that the specification has. */
    static Set<GraphQLDirective> of(GraphQLSchema schema) {
        return schema.getDirectives().stream()
                .filter(directive -> SPECIFIED.contains(directive.getName()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

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
                throw Refusal.badInput("Unknown directive '" + directive.getName() + "'");
            }
        }
    }
}
