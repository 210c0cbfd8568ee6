package org.jointdefence.registry.request.cost;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.statement.PagingConfig;
import org.jspecify.annotations.Nullable;

/** Computes the {@link QueryCost} of the operations of a valid document, and visits each fragment only once. */
public final class QueryCostAnalyzer {

    private static final Set<String> PAGE_CONTENT = Set.of("edges", "nodes");
    private static final Set<String> PAGE_SIZES = Set.of("first", "last");
    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");
    private static final int BRACES = 2;

    private final GraphQLSchema schema;
    private final SchemaModel model;
    private final LimitsConfig limits;
    private final PagingConfig paging;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, QueryCost> measured = new HashMap<>();
    private int terms;

    public QueryCostAnalyzer(
            GraphQLSchema schema, SchemaModel model, LimitsConfig limits, PagingConfig paging, Document document) {
        this.schema = schema;
        this.model = model;
        this.limits = limits;
        this.paging = paging;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** The cost of an operation of the document. */
    public QueryCost of(OperationDefinition operation) {
        return selections(
                operation.getSelectionSet(),
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                });
    }

    /** The number of terms in all costs computed so far. */
    public int terms() {
        return terms;
    }

    private QueryCost selections(@Nullable SelectionSet set, @Nullable GraphQLCompositeType parent) {
        if (set == null || parent == null) {
            return QueryCost.NOTHING;
        }
        QueryCost.Builder sum = new QueryCost.Builder();
        for (Selection<?> selection : set.getSelections()) {
            switch (selection) {
                case Field field -> add(field, parent, sum);
                case InlineFragment fragment ->
                    sum.inline(selections(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent)));
                case FragmentSpread spread -> sum.spread(fragment(spread.getName()));
                default -> throw new IllegalStateException("the GraphQL specification has no such selection");
            }
        }
        QueryCost cost = sum.build();
        terms += cost.size();
        return cost;
    }

    private QueryCost fragment(String name) {
        QueryCost known = measured.get(name);
        if (known == null) {
            FragmentDefinition fragment = fragments.get(name);
            if (fragment == null) {
                throw new IllegalStateException("validation must reject a spread of an unknown fragment");
            }
            known = selections(fragment.getSelectionSet(), type(fragment.getTypeCondition(), null));
            measured.put(name, known);
        }
        return known;
    }

    /** Whether the field is one that tells the schema. */
    public static boolean isIntrospection(Field field) {
        return INTROSPECTION.contains(field.getName());
    }

    private void add(Field field, GraphQLCompositeType parent, QueryCost.Builder sum) {
        int key = field.getResultKey().length();
        if (isIntrospection(field)) {
            // Callers who may use introspection may read the whole schema.
            sum.field(new FieldCost(key, BRACES, 1, false, null), QueryCost.NOTHING);
            return;
        }
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        boolean isList = isList(definition.getType());
        boolean onPage = isList && isConnection(parent) && PAGE_CONTENT.contains(field.getName());
        FieldCost cost = new FieldCost(
                key,
                field.getSelectionSet() == null ? LeafSizes.of(field.getName(), type) : BRACES,
                isList ? model.listLength(parent.getName(), field.getName()).orElse(limits.listSize()) : 1,
                onPage,
                definition.getArgument("first") == null ? null : page(field));
        sum.field(
                cost,
                selections(field.getSelectionSet(), type instanceof GraphQLCompositeType composite ? composite : null));
    }

    private static boolean isConnection(GraphQLCompositeType type) {
        return type instanceof GraphQLFieldsContainer container && container.getFieldDefinition("pageInfo") != null;
    }

    private static boolean isList(GraphQLOutputType type) {
        return (type instanceof GraphQLNonNull nonNull ? nonNull.getWrappedType() : type) instanceof GraphQLList;
    }

    private PageSize page(Field field) {
        Long literal = null;
        List<String> variables = new ArrayList<>();
        for (Argument argument : field.getArguments()) {
            if (PAGE_SIZES.contains(argument.getName())) {
                if (argument.getValue() instanceof IntValue number) {
                    long size = number.getValue().longValue();
                    literal = literal == null ? size : Math.max(literal, size);
                } else if (argument.getValue() instanceof VariableReference variable) {
                    variables.add(variable.getName());
                }
            }
        }
        return new PageSize(literal, List.copyOf(variables), paging.defaultPageSize(), paging.maximumPageSize());
    }

    private @Nullable GraphQLCompositeType type(
            @Nullable TypeName condition, @Nullable GraphQLCompositeType otherwise) {
        return condition != null && schema.getType(condition.getName()) instanceof GraphQLCompositeType type
                ? type
                : otherwise;
    }
}
