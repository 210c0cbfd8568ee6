package org.jointdefence.registry.noninterference;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes mutation operations at random, of each mutation of the schema in turn. */
final class RandomMutations {

    /** What a payload says of the record that was written. */
    private static final List<String> OF_SERVICE = List.of("id", "version");

    private final RandomInputs inputs;
    private final List<GraphQLFieldDefinition> creations = new ArrayList<>();
    private final List<GraphQLFieldDefinition> changes = new ArrayList<>();
    private final Set<String> made = new TreeSet<>();
    private int nextCreation;
    private int nextChange;

    /** Operations whose inputs refer to these records and have these labels. */
    RandomMutations(
            GraphQLSchema schema,
            Random random,
            Map<String, List<String>> ids,
            List<String> labels,
            boolean classifies) {
        this.inputs = new RandomInputs(random, ids, labels, classifies);
        for (GraphQLFieldDefinition field : schema.getMutationType().getFieldDefinitions()) {
            if (input(field).getField("version") != null) {
                changes.add(field);
            } else if (input(field).getField("id") == null) {
                creations.add(field);
            }
        }
        this.nextCreation = random.nextInt(creations.size());
        this.nextChange = random.nextInt(changes.size());
    }

    private static GraphQLInputObjectType input(GraphQLFieldDefinition field) {
        return (GraphQLInputObjectType)
                GraphQLTypeUtil.unwrapNonNull(field.getArgument("input").getType());
    }

    /** The field of the payload that has the record. */
    private static GraphQLFieldDefinition record(GraphQLFieldDefinition field) {
        return ((GraphQLObjectType) field.getType())
                .getFieldDefinitions().stream()
                        .filter(member -> GraphQLTypeUtil.unwrapAll(member.getType()) instanceof GraphQLObjectType type
                                && type.getFieldDefinition("version") != null)
                        .findFirst()
                        .orElseThrow();
    }

    private static GraphQLObjectType type(GraphQLFieldDefinition field) {
        return (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(record(field).getType());
    }

    /** A creation with its parts and links that is taken back, because the second field is refused. */
    String creationTakenBack() {
        return "mutation { " + creationField("one", "")
                + " two: createPerson(input: { name: \"EXERCISE\" label: { classification: \"NO_LEVEL\" } })"
                + " { person { name } } }";
    }

    /** A creation, whose answer has nothing that the service has made by chance. */
    String creation(String key) {
        return "mutation { " + creationField("one", " idempotencyKey: \"" + key + "\"") + " }";
    }

    /** Has the next creation be of the same type as the last of another's, so that the two meet. */
    void follow(RandomMutations other) {
        nextCreation = other.nextCreation + creations.size() - 1;
    }

    private String creationField(String alias, String key) {
        GraphQLFieldDefinition field = creations.get(nextCreation++ % creations.size());
        made.add(field.getName());
        return "%s: %s(input: { %s }%s) { %s { %s } warnings { path message } }"
                .formatted(
                        alias,
                        field.getName(),
                        inputs.fields(input(field), type(field), true),
                        key,
                        record(field).getName(),
                        scalars(type(field), true));
    }

    /** A change of a record, to which the writer gives the version that they have read. */
    record Change(String mutation, String type, String id) {
        /** The query that reads the version. */
        String question() {
            return "{ node(id: \"" + id + "\") { ... on " + type + " { version } } }";
        }

        /** The operation, with this version and key. */
        String with(String version, String key) {
            return mutation.replace("{version}", version).replace("{key}", key);
        }
    }

    /** A change of the record's own fields: parts and links would get ids that the service makes. */
    Change change() {
        GraphQLFieldDefinition field = changes.get(nextChange++ % changes.size());
        made.add(field.getName());
        GraphQLObjectType type = type(field);
        String id = inputs.id(type.getName());
        return new Change(
                "mutation { %s(input: { id: \"%s\" version: \"{version}\" %s } idempotencyKey: \"{key}\") { %s { %s } } }"
                        .formatted(
                                field.getName(),
                                id,
                                inputs.fields(input(field), type, false),
                                record(field).getName(),
                                scalars(type, false)),
                type.getName(),
                id);
    }

    /** The fields of a type that are no objects, and what is withheld of it. */
    private static String scalars(GraphQLObjectType type, boolean fresh) {
        List<String> fields = new ArrayList<>();
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            if (field.getArguments().isEmpty()
                    && !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType)
                    && !(fresh && OF_SERVICE.contains(field.getName()))) {
                fields.add(field.getName());
            }
        }
        if (type.getFieldDefinition("portions") != null) {
            fields.add("portions { field label { marking } }");
        }
        return String.join(" ", fields);
    }

    /** The mutations that no operation has been made of. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        creations.forEach(field -> missing.add(field.getName()));
        changes.forEach(field -> missing.add(field.getName()));
        missing.removeAll(made);
        return missing;
    }
}
