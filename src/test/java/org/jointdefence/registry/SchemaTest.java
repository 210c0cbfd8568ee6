package org.jointdefence.registry;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.SchemaPrinter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The committed {@code schema.graphql} is the contract; the running schema keeps it. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaTest {

    private static final Path COMMITTED = Path.of("schema.graphql");
    private static final String UPDATE = "registry.schema.update";

    @Inject
    GraphQLSchema schema;

    @Test
    void the_committed_schema_is_the_running_one() throws IOException {
        String running = printed();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(COMMITTED, running);
        }
        assertThat(Files.readString(COMMITTED).lines())
                .as("schema.graphql differs from the running schema. If the change is meant, write it anew with"
                        + " ./mvnw test -Dtest=SchemaTest -D" + UPDATE + "=true and commit it.")
                .containsExactlyElementsOf(running.lines().toList());
    }

    /** Fields in the order of their declaration, types by kind and name; what GraphQL brings itself is left out. */
    private String printed() {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeDirectiveDefinitions(false)
                        .includeSchemaDefinition(false)
                        .setComparators(GraphqlTypeComparatorRegistry.AS_IS_REGISTRY))
                .print(schema);
    }

    @Test
    void everything_in_the_schema_has_a_description() {
        List<String> bare = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type.getName().startsWith("__")) {
                continue;
            }
            note(bare, "", type);
            String within = type.getName() + ".";
            if (type instanceof GraphQLFieldsContainer container) {
                container.getFieldDefinitions().forEach(field -> {
                    note(bare, within, field);
                    for (GraphQLArgument argument : field.getArguments()) {
                        note(bare, within + field.getName() + ".", argument);
                    }
                });
            }
            if (type instanceof GraphQLInputObjectType input) {
                input.getFieldDefinitions().forEach(field -> note(bare, within, field));
            }
            if (type instanceof GraphQLEnumType enumeration) {
                enumeration.getValues().forEach(value -> note(bare, within, value));
            }
        }
        assertThat(bare).isEmpty();
    }

    private static void note(List<String> bare, String within, GraphQLNamedSchemaElement element) {
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            bare.add(within + element.getName());
        }
    }
}
