package org.jointdefence.registry.write.model;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.selection.execution.Results;
import org.jointdefence.registry.selection.schema.MutationFields;

import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLObjectType.newObject;
import static graphql.schema.GraphQLTypeReference.typeRef;

/** Creates the fields of the mutation type, their inputs and their results. */
@Singleton
class MutationTypes implements MutationFields {

    private final List<GraphQLFieldDefinition> fields = new ArrayList<>();
    private final Map<String, GraphQLType> types = new LinkedHashMap<>();
    private final InputObjects inputs = new InputObjects(types);

    MutationTypes(MutationModel model) {
        addShared();
        model.mutations().forEach(this::add);
    }

    @Override
    public List<GraphQLFieldDefinition> fields() {
        return fields;
    }

    @Override
    public List<GraphQLType> types() {
        return List.copyOf(types.values());
    }

    @Override
    public DataFetcher<?> fetcher() {
        return Results.FETCHER;
    }

    private void addShared() {
        types.put(
                InputWarning.TYPE,
                newObject()
                        .name(InputWarning.TYPE)
                        .description("Something in an accepted input that is probably a mistake.")
                        .field(newFieldDefinition()
                                .name("path")
                                .description("The path into the input.")
                                .type(nonNull(typeRef("String"))))
                        .field(newFieldDefinition()
                                .name("message")
                                .description("What may be wrong.")
                                .type(nonNull(typeRef("String"))))
                        .build());
    }

    private void add(Mutation mutation) {
        inputs.add(mutation);
        types.put(mutation.payload(), payload(mutation));
        fields.add(newFieldDefinition()
                .name(mutation.name())
                .description(description(mutation))
                .argument(newArgument()
                        .name(InputNames.INPUT)
                        .description("What to write.")
                        .type(nonNull(typeRef(mutation.input()))))
                .argument(newArgument()
                        .name(InputNames.IDEMPOTENCY_KEY)
                        .description(
                                "A key of your own with which the operation can be repeated for a day: it is then not"
                                        + " made again, and the records are read again. The same as the header Idempotency-Key.")
                        .type(typeRef("String")))
                .type(typeRef(mutation.payload()))
                .build());
    }

    private static String description(Mutation mutation) {
        String record = mutation.type().entityType().name();
        return switch (mutation) {
            case Mutation.Create create -> "Creates a record of " + record + ", with its parts and links.";
            case Mutation.Update update ->
                "Changes a record of " + record
                        + ": a field that is not given stays as it is; null clears it, except where"
                        + " a new record needs a value.";
            case Mutation.Withdraw withdraw ->
                "Withdraws a record of " + record + " that was entered in error. It is still shown, and is not changed"
                        + " until it is restored.";
            case Mutation.Restore restore -> "Restores a record of " + record + " that was withdrawn.";
        };
    }

    private static GraphQLObjectType payload(Mutation mutation) {
        String record = mutation.type().entityType().name();
        return newObject()
                .name(mutation.payload())
                .description("The result of `" + mutation.name() + "`.")
                .field(newFieldDefinition()
                        .name(mutation.record())
                        .description(
                                "The record, as the caller sees it after the change; null if a repeated request finds it hidden by"
                                        + " now.")
                        .type(typeRef(record)))
                .field(newFieldDefinition()
                        .name(InputWarning.FIELD)
                        .description("What is probably a mistake in the input.")
                        .type(nonNull(list(nonNull(typeRef(InputWarning.TYPE))))))
                .build();
    }
}
