package org.jointdefence.registry.noninterference;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents that are invalid compare nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomMutationsTest {

    private static final int DOCUMENTS = 200;

    private final GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(Path.of("schema.graphql").toFile()));

    @Test
    void what_is_written_at_random_is_valid_and_reaches_every_mutation() {
        RandomMutations mutations = new RandomMutations(
                schema,
                new Random(1),
                Map.of("Person", List.of("00000000-0000-4000-8000-000000000001")),
                List.of("{ classification: \"PUBLIC\" }"),
                true);
        for (int i = 0; i < DOCUMENTS; i++) {
            validate(mutations.creation("key"));
            validate(mutations.creationTakenBack());
            RandomMutations.Change change = mutations.change();
            validate(change.question());
            validate(change.with("version", "key"));
        }
        assertThat(mutations.missing()).isEmpty();
    }

    private void validate(String document) {
        assertThat(ParseAndValidate.parseAndValidate(
                                schema,
                                ExecutionInput.newExecutionInput(document).build())
                        .getErrors())
                .as(document)
                .isEmpty();
    }
}
