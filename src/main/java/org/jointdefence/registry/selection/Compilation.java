package org.jointdefence.registry.selection;

import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.language.Node;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What compiling an operation needs of GraphQL: which fields a selection has, and with which arguments. */
final class Compilation {
    private static final FieldCollector COLLECTOR = new FieldCollector();

    private final ExecutionContext context;
    private final ReadingConfig reading;
    private final ArgumentLimits limits;
    private final List<Site> sites = new ArrayList<>();
    private int selected;

    Compilation(ExecutionContext context, ReadingConfig reading, ArgumentLimits limits) {
        this.context = context;
        this.limits = limits;
        this.reading = reading;
    }

    /**
     * A field that has arguments: where their values come from in every run of the plan.
     *
     * @param constant the coerced arguments, if they are the same in every run; null if variables are among them
     */
    record Site(
            GraphQLFieldDefinition definition,
            MergedField field,
            @Nullable Map<String, Object> constant) {

        static Site of(GraphQLFieldDefinition definition, MergedField field, ExecutionContext context) {
            Site site = new Site(definition, field, null);
            return field.getArguments().stream().anyMatch(Site::hasVariables)
                    ? site
                    : new Site(definition, field, site.arguments(context));
        }

        /** How many nodes of the syntax tree its arguments have. */
        int nodes() {
            return field.getArguments().stream().mapToInt(Site::nodes).sum();
        }

        private static int nodes(Node<?> node) {
            return 1 + node.getChildren().stream().mapToInt(Site::nodes).sum();
        }

        private static boolean hasVariables(Node<?> node) {
            return node instanceof VariableReference
                    || node.getChildren().stream().anyMatch(Site::hasVariables);
        }

        /** The coerced arguments under the variables of this run. */
        Map<String, Object> arguments(ExecutionContext context) {
            if (constant != null) {
                return constant;
            }
            CoercedVariables variables = context.getCoercedVariables();
            return ValuesResolver.getArgumentValues(
                    context.getGraphQLSchema().getCodeRegistry(),
                    definition.getArguments(),
                    field.getArguments(),
                    variables,
                    context.getGraphQLContext(),
                    context.getLocale());
        }
    }

    /** The fields selected on an object type: fragments spread, directives obeyed, equal keys merged. */
    Collection<MergedField> fields(MergedField parent, String typeName) {
        GraphQLObjectType type = context.getGraphQLSchema().getObjectType(typeName);
        FieldCollectorParameters parameters = FieldCollectorParameters.newParameters()
                .schema(context.getGraphQLSchema())
                .objectType(type)
                .fragments(context.getFragmentsByName())
                .variables(context.getCoercedVariables().toMap())
                .graphQLContext(context.getGraphQLContext())
                .build();
        List<MergedField> fields = COLLECTOR.collectFields(parameters, parent).getSubFieldsList();
        selected += fields.size();
        return fields;
    }

    /** The arguments of a field of an object type. */
    Argument arguments(String typeName, MergedField field) {
        GraphQLFieldDefinition definition =
                context.getGraphQLSchema().getObjectType(typeName).getFieldDefinition(field.getName());
        Site site = Site.of(definition, field, context);
        sites.add(site);
        Map<String, Object> arguments = site.arguments(context);
        limits.check(arguments);
        return Argument.of(arguments, sites.size() - 1);
    }

    /** What one read may ask for. */
    ReadingConfig reading() {
        return reading;
    }

    /** How many fields have been selected so far, on all types together. */
    int selected() {
        return selected;
    }

    /** What arguments may ask for. */
    ArgumentLimits limits() {
        return limits;
    }

    List<Site> sites() {
        return sites;
    }
}
