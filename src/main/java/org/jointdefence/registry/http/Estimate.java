package org.jointdefence.registry.http;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jointdefence.registry.Refusal;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.selection.ReadingConfig;
import org.jspecify.annotations.Nullable;

/** Works out the {@link Cost} of a valid operation, and refuses one that is too deep, too wide or too long for it. */
final class Estimate {

    private static final Set<String> PAGE_CONTENT = Set.of("edges", "nodes");
    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");

    private final GraphQLSchema schema;
    private final LimitsConfig limits;
    private final ReadingConfig reading;
    private final OperationDefinition operation;
    private final Map<String, FragmentDefinition> fragments;
    private int fields;

    private Estimate(
            GraphQLSchema schema,
            LimitsConfig limits,
            ReadingConfig reading,
            OperationDefinition operation,
            Map<String, FragmentDefinition> fragments) {
        this.schema = schema;
        this.limits = limits;
        this.reading = reading;
        this.operation = operation;
        this.fragments = fragments;
    }

    /** The estimate itself, and how much memory it takes to keep, in fields. */
    record Result(Cost cost, int fields) {}

    static Result of(
            GraphQLSchema schema,
            LimitsConfig limits,
            ReadingConfig reading,
            OperationDefinition operation,
            Map<String, FragmentDefinition> fragments) {
        GraphQLCompositeType root =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        Estimate estimate = new Estimate(schema, limits, reading, operation, fragments);
        List<Cost> costs = new ArrayList<>();
        estimate.collect(operation.getSelectionSet(), root, Cost.Size.ONE, 1, costs);
        if (costs.size() > limits.rootFields()) {
            throw Refusal.limit("The operation has more than " + limits.rootFields() + " fields at its root.");
        }
        return new Result(new Cost(Cost.Size.ONE, costs), estimate.fields);
    }

    private void collect(
            SelectionSet selections, GraphQLCompositeType parent, Cost.Size page, int depth, List<Cost> costs) {
        if (depth > limits.depth()) {
            throw Refusal.limit("The operation is more than " + limits.depth() + " fields deep.");
        }
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> costs.add(field(field, parent, page, depth));
                case InlineFragment fragment ->
                    collect(
                            fragment.getSelectionSet(),
                            condition(fragment.getTypeCondition(), parent),
                            page,
                            depth,
                            costs);
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                    collect(
                            fragment.getSelectionSet(),
                            condition(fragment.getTypeCondition(), parent),
                            page,
                            depth,
                            costs);
                }
                default -> throw new IllegalStateException("no such selection in the GraphQL specification");
            }
        }
    }

    private Cost field(Field field, GraphQLCompositeType parent, Cost.Size page, int depth) {
        // Fragments within fragments can make a long operation of a short document.
        if (++fields > limits.complexity()) {
            throw tooComplex(limits);
        }
        if (INTROSPECTION.contains(field.getName())) {
            return new Cost(Cost.Size.ONE, List.of());
        }
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        Cost.Size size = size(field, definition.getType(), page);
        List<Cost> within = new ArrayList<>();
        if (field.getSelectionSet() != null
                && GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type) {
            collect(field.getSelectionSet(), type, pageOf(field, definition), depth + 1, within);
        }
        return new Cost(size, within);
    }

    static Refusal tooComplex(LimitsConfig limits) {
        return Refusal.limit("The answer could hold more than " + limits.complexity()
                + " values; ask for smaller pages or fewer fields.");
    }

    private Cost.Size size(Field field, GraphQLOutputType type, Cost.Size page) {
        if (!isList(type)) {
            return Cost.Size.ONE;
        }
        return page != Cost.Size.ONE && PAGE_CONTENT.contains(field.getName())
                ? page
                : new Cost.Fixed(limits.listSize());
    }

    private static boolean isList(GraphQLOutputType type) {
        return (type instanceof GraphQLNonNull nonNull ? nonNull.getWrappedType() : type) instanceof GraphQLList;
    }

    /** The size of the page that a field asks for; one, when it is no connection. */
    private Cost.Size pageOf(Field field, GraphQLFieldDefinition definition) {
        if (definition.getArgument("first") == null && definition.getArgument("last") == null) {
            return Cost.Size.ONE;
        }
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals("first") || argument.getName().equals("last")) {
                Cost.Size size = pageSize(argument.getValue());
                if (size != null) {
                    return size;
                }
            }
        }
        return new Cost.Fixed(reading.defaultPageSize());
    }

    private Cost.@Nullable Size pageSize(Value<?> value) {
        return switch (value) {
            case IntValue literal -> new Cost.Fixed(clamped(literal));
            case VariableReference reference ->
                new Cost.Variable(reference.getName(), otherwise(reference), reading.maximumPageSize());
            default -> null;
        };
    }

    private long otherwise(VariableReference reference) {
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            if (variable.getName().equals(reference.getName())
                    && variable.getDefaultValue() instanceof IntValue literal) {
                return clamped(literal);
            }
        }
        return reading.defaultPageSize();
    }

    private long clamped(IntValue literal) {
        long most = reading.maximumPageSize();
        return literal.getValue().bitLength() > 62
                ? most
                : Math.clamp(literal.getValue().longValue(), 0, most);
    }

    private GraphQLCompositeType condition(@Nullable TypeName condition, GraphQLCompositeType parent) {
        return condition != null && schema.getType(condition.getName()) instanceof GraphQLCompositeType type
                ? type
                : parent;
    }
}
