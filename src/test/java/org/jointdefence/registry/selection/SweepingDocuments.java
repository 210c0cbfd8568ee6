package org.jointdefence.registry.selection;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Makes documents that order every root connection by everything that it can be ordered by, and filter it twice by
 * every field: what {@link RandomDocuments} may miss for long.
 */
public final class SweepingDocuments {
    /** Root fields of one document. */
    private static final int MOST = 15;

    private final GraphQLSchema schema;
    private final Random random;
    private final Harvest harvest;
    private final Coverage coverage;

    /** What they ask with comes from {@code harvest}. */
    public SweepingDocuments(GraphQLSchema schema, Random random, Harvest harvest, Coverage coverage) {
        this.schema = schema;
        this.random = random;
        this.harvest = harvest;
        this.coverage = coverage;
    }

    /** One sweep; the next one has other values and operators. */
    public List<RandomDocument> next(String caller, Set<String> unasked) {
        List<RandomDocument> documents = new ArrayList<>();
        for (GraphQLFieldDefinition root : schema.getQueryType().getFieldDefinitions()) {
            if (root.getArgument("where") == null || unasked.contains(root.getName())) {
                continue;
            }
            RandomValues values = new RandomValues(new Draft(random, harvest, coverage, caller));
            List<String> fields = new ArrayList<>(orders(root));
            fields.addAll(filters(root, values));
            fields.addAll(filters(root, values));
            for (int i = 0; i < fields.size(); i += MOST) {
                documents.add(document(fields.subList(i, Math.min(fields.size(), i + MOST))));
            }
        }
        return documents;
    }

    private List<String> orders(GraphQLFieldDefinition root) {
        GraphQLInputObjectType order = input(root, "orderBy");
        GraphQLEnumType field = (GraphQLEnumType)
                GraphQLTypeUtil.unwrapAll(order.getField("field").getType());
        return field.getValues().stream()
                .map(value -> root.getName() + "(orderBy: {field: " + value.getName() + ", direction: "
                        + (random.nextBoolean() ? "ASC" : "DESC") + "}, first: 100) { nodes { id } }")
                .toList();
    }

    private static List<String> filters(GraphQLFieldDefinition root, RandomValues values) {
        String concept = RandomValues.named(root.getType()).replaceFirst("Connection$", "");
        List<String> filters = new ArrayList<>();
        for (GraphQLInputObjectField field : input(root, "where").getFields()) {
            if (!Set.of("and", "or", "not").contains(field.getName())) {
                filters.add(root.getName() + "(where: {" + field.getName() + ": "
                        + values.constant(field.getType(), concept, field.getName())
                        + "}, first: 100) { totalCount nodes { id } }");
            }
        }
        return filters;
    }

    private static GraphQLInputObjectType input(GraphQLFieldDefinition root, String argument) {
        return (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(
                Objects.requireNonNull(root.getArgument(argument)).getType());
    }

    private static RandomDocument document(List<String> fields) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < fields.size(); i++) {
            text.append(" s").append(i).append(": ").append(fields.get(i));
        }
        return new RandomDocument(text.append(" }").toString(), Map.of(), null, Set.of(), Set.of(), List.of());
    }
}
