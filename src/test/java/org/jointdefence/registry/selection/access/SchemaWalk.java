package org.jointdefence.registry.selection.access;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jointdefence.registry.equivalence.document.Coverage;
import org.jointdefence.registry.equivalence.reference.ReferenceIds;
import org.jointdefence.registry.selection.access.AccessDeclaration.Use;

/**
 * Generates a query for everything in a schema: each field of each type that the root connections reach, each operator
 * of each filter, including those on associations, each order, each field to count by and each sum.
 */
final class SchemaWalk {
    private static final String ANY = " { __typename }";
    private static final Set<String> NESTING = Set.of("and", "or", "not");

    /** A root field that reads one item, and the use of this item. */
    record Question(String text, Use use) {}

    /** A place for a field: the text before and after it. */
    private record Place(String before, String after) {
        String with(String field) {
            return before + field + after;
        }

        Place below(String field) {
            return new Place(before + field + " { ", " }" + after);
        }
    }

    private final GraphQLSchema schema;
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    SchemaWalk(GraphQLSchema schema) {
        this.schema = schema;
    }

    List<Question> questions() {
        for (GraphQLFieldDefinition root : schema.getQueryType().getFieldDefinitions()) {
            if (root.getArgument("where") != null && !Coverage.LOG.contains(root.getName())) {
                connection(root, new Place("", ""), true);
            }
        }
        // By the shortest path to each type, which contains nothing else that is sensitive.
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        return questions;
    }

    private void ask(Use use, String text) {
        questions.add(new Question(text, use));
    }

    private void object(GraphQLObjectType type, Place place) {
        if (seen.add(type.getName())) {
            waiting.add(() -> fields(type, place));
        }
    }

    private void fields(GraphQLObjectType type, Place place) {
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            if (field.getArgument("where") != null) {
                connection(field, place, false);
            } else if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType object) {
                ask(Use.SELECT, place.with(field.getName() + ANY));
                object(object, place.below(field.getName()));
            } else {
                ask(Use.SELECT, place.with(field.getName()));
            }
        }
    }

    private void connection(GraphQLFieldDefinition field, Place place, boolean root) {
        GraphQLObjectType type = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(field.getType());
        String name = field.getName();
        for (String part :
                List.of("nodes" + ANY, "edges { node" + ANY + " }", "pageInfo { hasNextPage }", "totalCount")) {
            ask(Use.SELECT, place.with(name + " { " + part + " }"));
        }
        for (String filter : conditions(input(field, "where"), root ? 1 : 0, root)) {
            filtered(place, name, filter);
        }
        if (root) {
            for (String filter : conditions(input(field, "where"), 0, false)) {
                filtered(place, name, "{ not: " + filter + " }");
                filtered(place, name, "{ or: [{ and: [" + filter + "] }] }");
                ask(Use.FILTER, place.with(name + "(where: " + filter + ") { pageInfo { hasNextPage } }"));
            }
        }
        for (String order : values(input(field, "orderBy").getField("field").getType())) {
            ask(Use.ORDER, place.with(name + "(orderBy: { field: " + order + " }) { nodes" + ANY + " }"));
        }
        grouped(type, "countBy", Use.GROUP, place.below(name));
        grouped(type, "totals", Use.SUM, place.below(name));
        GraphQLObjectType record = (GraphQLObjectType)
                Objects.requireNonNull(schema.getType(type.getName().replaceFirst("Connection$", "")));
        object(record, place.below(name).below("nodes"));
    }

    private void filtered(Place place, String name, String filter) {
        ask(Use.FILTER, place.with(name + "(where: " + filter + ") { totalCount }"));
        ask(Use.FILTER, place.with(name + "(where: " + filter + ") { nodes" + ANY + " }"));
    }

    private void grouped(GraphQLObjectType connection, String name, Use use, Place place) {
        GraphQLFieldDefinition field = connection.getField(name);
        if (field != null) {
            values(field.getArgument("field").getType())
                    .forEach(value -> ask(use, place.with(name + "(field: " + value + ")" + ANY)));
        }
    }

    /**
     * Filters with a single condition each.
     *
     * @param associations the number of associations in the filter
     * @param all whether to use every operator, or only the first of each field
     */
    private List<String> conditions(GraphQLInputObjectType filter, int associations, boolean all) {
        List<String> conditions = new ArrayList<>();
        for (GraphQLInputObjectField field : filter.getFields()) {
            if (!NESTING.contains(field.getName())) {
                operands(field.getType(), filter, associations, all)
                        .forEach(operand -> conditions.add("{ " + field.getName() + ": " + operand + " }"));
            }
        }
        return conditions;
    }

    private List<String> operands(GraphQLType type, GraphQLInputObjectType filter, int associations, boolean all) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input)) {
            return List.of(value((GraphQLInputType) type, filter));
        }
        if (input.getField("not") != null) {
            return associations > 0 ? conditions(input, associations - 1, false) : List.of("{}");
        }
        List<String> operands = new ArrayList<>();
        for (GraphQLInputObjectField operator : input.getFields()) {
            boolean leaf = !(GraphQLTypeUtil.unwrapAll(operator.getType()) instanceof GraphQLInputObjectType);
            // An amount can only be compared within one currency.
            boolean amount = operator.getName().equals("amount") && input.getField("currency") != null;
            for (String operand : operands(operator.getType(), filter, associations, all)) {
                operands.add("{ " + operator.getName() + ": " + operand + (amount ? ", currency: { eq: \"EUR\" }" : "")
                        + " }");
            }
            if (leaf && !all) {
                break;
            }
        }
        return operands;
    }

    private static String value(GraphQLInputType type, GraphQLInputObjectType filter) {
        if (GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type))) {
            return "[" + value((GraphQLInputType) GraphQLTypeUtil.unwrapAll(type), filter) + "]";
        }
        return switch (GraphQLTypeUtil.unwrapAll(type)) {
            case GraphQLEnumType enumeration ->
                enumeration.getValues().getFirst().getName();
            case GraphQLScalarType scalar ->
                switch (scalar.getName()) {
                    case "Int" -> "1";
                    case "Boolean" -> "true";
                    case "Decimal" -> "\"1\"";
                    case "PartialDate" -> "\"2025-01\"";
                    case "Date" -> "\"2025-01-01\"";
                    case "DateTime" -> "\"2025-01-01T00:00:00Z\"";
                    case "Fraction" -> "\"1/2\"";
                    case "ID" -> {
                        String entityType = filter.getName().replaceFirst("Filter$", "");
                        yield "\"" + ReferenceIds.of(entityType, "00000000-0000-4000-8000-000000000000") + "\"";
                    }
                    default -> "\"a\"";
                };
            default -> throw new IllegalStateException("no value of " + type);
        };
    }

    private static List<String> values(GraphQLType type) {
        return ((GraphQLEnumType) GraphQLTypeUtil.unwrapAll(type))
                .getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    }

    private static GraphQLInputObjectType input(GraphQLFieldDefinition field, String argument) {
        return (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(
                Objects.requireNonNull(field.getArgument(argument)).getType());
    }
}
