package org.jointdefence.registry.selection.execution;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.parser.Parser;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.order.Direction;
import org.jointdefence.registry.selection.order.Language;
import org.jointdefence.registry.selection.order.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * The forms of reading that a schema has and that documents use: the operators, connectives and quantifiers of filters, the
 * kinds of orders, and the arguments and fields of connections.
 */
final class ReadingForms {
    /** The types of connections and of their parts, for any entity type. */
    private static final Pattern CONNECTION = Pattern.compile("\\w*?(Connection|Edge|PageInfo|Count)");

    private final GraphQLSchema schema;
    private final Set<String> forms = new TreeSet<>();

    private ReadingForms(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** All forms of a schema. */
    static Set<String> of(GraphQLSchema schema) {
        ReadingForms all = new ReadingForms(schema);
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            switch (type) {
                case GraphQLInputObjectType input
                when !type.getName().endsWith("Input") ->
                    input.getFieldDefinitions().forEach(field -> all.add(input, field));
                case GraphQLEnumType values
                when type.getName().endsWith("OrderField") ->
                    values.getValues().stream()
                            .map(GraphQLEnumValueDefinition::getValue)
                            .map(SortKey.class::cast)
                            .forEach(all::addOrders);
                case GraphQLObjectType object
                when !isOfMutations(object) ->
                    object.getFieldDefinitions().forEach(field -> {
                        all.add(object, field);
                        if (isConnection(field)) {
                            field.getArguments().forEach(argument -> all.addArgument(argument.getName()));
                        }
                    });
                default -> {}
            }
        }
        return all.forms;
    }

    private static boolean isOfMutations(GraphQLObjectType type) {
        return type.getName().equals("Mutation")
                || type.getName().equals("InputWarning")
                || type.getName().endsWith("Payload");
    }

    /** The forms that documents use. */
    static Set<String> of(GraphQLSchema schema, List<GoldenDocument> documents) {
        ReadingForms used = new ReadingForms(schema);
        documents.forEach(used::add);
        return used.forms;
    }

    private void add(GoldenDocument document) {
        QueryTraverser.newQueryTraverser()
                .schema(schema)
                .document(Parser.parse(document.text()))
                .variables(document.variables())
                .build()
                .visitPreOrder(new QueryVisitorStub() {
                    @Override
                    public void visitField(QueryVisitorFieldEnvironment environment) {
                        if (!environment.isTypeNameIntrospectionField()) {
                            addUse(environment);
                        }
                    }
                });
    }

    private void addUse(QueryVisitorFieldEnvironment environment) {
        GraphQLFieldDefinition field = environment.getFieldDefinition();
        add((GraphQLNamedType) environment.getFieldsContainer(), field);
        if (isConnection(field)) {
            environment.getField().getArguments().forEach(argument -> addArgument(argument.getName()));
            field.getArguments()
                    .forEach(argument -> addValue(
                            argument.getType(), environment.getArguments().get(argument.getName())));
        }
    }

    private void addValue(GraphQLType type, @Nullable Object value) {
        if (value instanceof List<?> elements) {
            elements.forEach(element -> addValue(type, element));
        } else if (value instanceof Map<?, ?> object
                && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input) {
            for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
                if (object.containsKey(field.getName())) {
                    add(input, field);
                    addValue(field.getType(), object.get(field.getName()));
                }
            }
            if (object.get("field") instanceof SortKey key) {
                addOrder(key, (Direction) object.get("direction"), (Language) object.get("language"));
            }
        }
    }

    /** Adds an operator with the type of its operand, or a connective or quantifier, for any entity type. */
    private void add(GraphQLInputObjectType filter, GraphQLInputObjectField field) {
        if (!filter.getName().endsWith("Filter")) {
            return;
        }
        GraphQLNamedType operand = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
        if (!(operand instanceof GraphQLInputObjectType)) {
            forms.add(filter.getName() + "." + field.getName());
        } else if (operand.getName().equals(filter.getName())) {
            forms.add("Filter." + field.getName());
        } else if (filter.getName().endsWith("AssociationFilter")) {
            forms.add("AssociationFilter." + field.getName());
        }
    }

    private void add(GraphQLNamedType type, GraphQLFieldDefinition field) {
        Matcher matcher = CONNECTION.matcher(type.getName());
        if (matcher.matches()) {
            forms.add(matcher.group(1) + "." + field.getName());
        }
    }

    private void addArgument(String name) {
        forms.add("Connection(" + name + ")");
    }

    private void addOrders(SortKey key) {
        for (Direction direction : Direction.values()) {
            addOrder(key, direction, null);
        }
        if (key.column().scalar().equals(Scalar.TEXT)) {
            for (Language language : Language.values()) {
                addOrder(key, Direction.ASC, language);
            }
        }
    }

    private void addOrder(SortKey key, @Nullable Direction direction, @Nullable Language language) {
        String column = (key.through() == null ? "own" : "associated")
                + (key.column().nullable() ? " nullable" : "")
                + (key.column().lengthy() ? " long" : "");
        forms.add("Order by " + column + " column " + direction);
        if (language != null) {
            forms.add("Order by " + (key.through() == null ? "own" : "associated") + " column in " + language);
        }
    }

    private static boolean isConnection(GraphQLFieldDefinition field) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType()))
                .getName()
                .endsWith("Connection");
    }
}
