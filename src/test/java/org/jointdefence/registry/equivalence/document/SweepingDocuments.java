package org.jointdefence.registry.equivalence.document;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes documents that show all that the records of every root connection have, with their own connections, the histories
 * among them, now and in the past, order it by everything that it can be ordered by, filter it by every field, and again by
 * every one that has an order, and make mistakes: what {@link RandomDocuments} may miss for long.
 */
public final class SweepingDocuments {
    /** Root fields of one document. */
    private static final int MOST = 15;

    /** Records on a page of a record's own connection. */
    private static final int FEW = 5;

    private final GraphQLSchema schema;
    private final Random random;
    private final SeenValues harvest;
    private final Coverage coverage;

    /** What they ask with comes from {@code harvest}. */
    public SweepingDocuments(GraphQLSchema schema, Random random, SeenValues harvest, Coverage coverage) {
        this.schema = schema;
        this.random = random;
        this.harvest = harvest;
        this.coverage = coverage;
    }

    /** A root field, and what of the schema is in it. */
    private record Field(String text, Set<String> reached) {}

    /** One sweep; the next one has other values and operators. */
    public List<RandomDocument> next(String caller, Set<String> unasked) {
        List<RandomDocument> documents = new ArrayList<>();
        for (GraphQLFieldDefinition root : schema.getQueryType().getFieldDefinitions()) {
            if (root.getArgument("where") == null || unasked.contains(root.getName())) {
                continue;
            }
            List<Field> fields = new ArrayList<>();
            fields.add(everything(root, ""));
            fields.addAll(connections(root, ""));
            fields.addAll(orders(root));
            fields.addAll(filters(root, caller));
            fields.addAll(ranges(root, caller));
            for (int i = 0; i < fields.size(); i += MOST) {
                documents.add(document(fields.subList(i, Math.min(fields.size(), i + MOST))));
            }
            documents.add(document(mistakes(root)));
        }
        return documents;
    }

    /** What they show of the past, of each root connection at an instant of those that changes have been shown with. */
    public List<RandomDocument> past(Set<String> unasked) {
        return schema.getQueryType().getFieldDefinitions().stream()
                .filter(root -> root.getArgument("where") != null && root.getArgument("asOf") != null)
                .filter(root -> !unasked.contains(root.getName()))
                .map(root -> document(past(root)))
                .toList();
    }

    private List<Field> past(GraphQLFieldDefinition root) {
        String asOf = ", asOf: \"" + harvest.instant(random).orElse("2025-02-03T04:05:06Z") + "\"";
        List<Field> fields = new ArrayList<>();
        fields.add(everything(root, asOf));
        fields.addAll(connections(root, asOf));
        return fields;
    }

    /** All that can be shown of a record without asking further. */
    private Field everything(GraphQLFieldDefinition root, String asOf) {
        GraphQLObjectType record = type(entityType(root));
        return new Field(
                root.getName() + "(first: 100" + asOf + ") { totalCount nodes { " + String.join(" ", shown(record))
                        + " } }",
                reached(record));
    }

    /** For each connection of a record, its history among them, the same of the first few that are on it. */
    private List<Field> connections(GraphQLFieldDefinition root, String asOf) {
        GraphQLObjectType record = type(entityType(root));
        return record.getFieldDefinitions().stream()
                .filter(field -> field.getArgument("first") != null)
                .map(field -> {
                    GraphQLObjectType below = type(entityType(field));
                    Set<String> reached = reached(below);
                    reached.add(record.getName() + "." + field.getName());
                    reached.add(record.getName() + "." + field.getName() + "(first)");
                    return new Field(
                            root.getName() + "(first: 100" + asOf + ") { nodes { " + field.getName() + "(first: " + FEW
                                    + ") { totalCount nodes { " + String.join(" ", shown(below)) + " } } } }",
                            reached);
                })
                .toList();
    }

    private GraphQLObjectType type(String name) {
        return (GraphQLObjectType) Objects.requireNonNull(schema.getType(name));
    }

    private static List<String> shown(GraphQLObjectType record) {
        return record.getFieldDefinitions().stream()
                .filter(field -> !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer))
                .map(GraphQLFieldDefinition::getName)
                .toList();
    }

    private static Set<String> reached(GraphQLObjectType record) {
        return shown(record).stream().map(name -> record.getName() + "." + name).collect(Collectors.toSet());
    }

    private List<Field> orders(GraphQLFieldDefinition root) {
        GraphQLInputObjectType order = input(root, "orderBy");
        GraphQLEnumType field = (GraphQLEnumType)
                GraphQLTypeUtil.unwrapAll(order.getField("field").getType());
        return field.getValues().stream()
                .map(value -> new Field(
                        root.getName() + "(orderBy: {field: " + value.getName() + ", direction: "
                                + (random.nextBoolean() ? "ASC" : "DESC") + "}, first: 100) { nodes { id } }",
                        Set.of(field.getName() + "." + value.getName())))
                .toList();
    }

    private List<Field> filters(GraphQLFieldDefinition root, String caller) {
        GraphQLInputObjectType filter = input(root, "where");
        List<Field> filters = new ArrayList<>();
        for (GraphQLInputObjectField field : filter.getFields()) {
            if (!Set.of("and", "or", "not").contains(field.getName())) {
                DocumentBuilder draft = DocumentBuilder.faultless(random, harvest, coverage, caller);
                String value = new RandomValues(draft).operand(field.getType(), entityType(root), field.getName());
                draft.reach(filter.getName() + "." + field.getName());
                filters.add(filtered(root, field.getName() + ": " + value, draft));
            }
        }
        return filters;
    }

    /**
     * Two filters by each field that has an order, with bounds from answers if some are known: of all operators, those that
     * tell most of what nobody may see.
     */
    private List<Field> ranges(GraphQLFieldDefinition root, String caller) {
        GraphQLInputObjectType filter = input(root, "where");
        List<Field> ranges = new ArrayList<>();
        for (GraphQLInputObjectField field : filter.getFields()) {
            if (field.getType() instanceof GraphQLInputObjectType operators && operators.getField("gte") != null) {
                ranges.add(range(root, filter, field, operators.getField(random.nextBoolean() ? "lt" : "lte"), caller));
                ranges.add(range(root, filter, field, operators.getField(random.nextBoolean() ? "gt" : "gte"), caller));
            }
        }
        return ranges;
    }

    private Field range(
            GraphQLFieldDefinition root,
            GraphQLInputObjectType filter,
            GraphQLInputObjectField field,
            GraphQLInputObjectField operator,
            String caller) {
        DocumentBuilder draft = DocumentBuilder.faultless(random, harvest, coverage, caller);
        String bound = new RandomValues(draft).operand(operator.getType(), entityType(root), field.getName());
        draft.reach(filter.getName() + "." + field.getName());
        draft.reach(RandomValues.named(field.getType()) + "." + operator.getName());
        return filtered(root, field.getName() + ": {" + operator.getName() + ": " + bound + "}", draft);
    }

    private static Field filtered(GraphQLFieldDefinition root, String filter, DocumentBuilder draft) {
        return new Field(
                root.getName() + "(where: {" + filter + "}, first: 100) { totalCount nodes { id } }", draft.reached);
    }

    /** What gets errors, each with its text. */
    private List<Field> mistakes(GraphQLFieldDefinition root) {
        String cursor = harvest.anyCursor(random).map(SeenValues.Cursor::text).orElse("of nobody");
        return Stream.of(
                        "first: -1",
                        "first: 101",
                        "first: 1, last: 1",
                        "after: \"\"",
                        "after: \"" + cursor + "\"",
                        "before: \"" + cursor.substring(1) + "A\"",
                        "where: {id: {eq: \"x\"}}",
                        "where: {id: {eq: null}}")
                .map(wrong -> new Field(root.getName() + "(" + wrong + ") { totalCount nodes { id } }", Set.of()))
                .toList();
    }

    private static String entityType(GraphQLFieldDefinition connection) {
        return RandomValues.named(connection.getType()).replaceFirst("Connection$", "");
    }

    private static GraphQLInputObjectType input(GraphQLFieldDefinition root, String argument) {
        return (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(
                Objects.requireNonNull(root.getArgument(argument)).getType());
    }

    private static RandomDocument document(List<Field> fields) {
        StringBuilder text = new StringBuilder("{");
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            text.append(" s").append(i).append(": ").append(fields.get(i).text());
            reached.addAll(fields.get(i).reached());
        }
        return new RandomDocument(text.append(" }").toString(), Map.of(), null, reached, Set.of(), List.of());
    }
}
