package org.jointdefence.registry;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What introspection shows is {@code schema.graphql} and what the GraphQL specification asks for, and nothing else. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntrospectionTest {

    private static final Persona READER = Persona.named("lt-secret");

    @Test
    void introspection_and_the_file_agree_in_every_type_field_argument_and_directive() throws IOException {
        CommittedSchema.assertDescribes(
                new GraphQLDocument(CommittedSchema.QUESTION).sentBy(READER).data());
    }

    static List<String> hidden() {
        return CommittedSchema.HIDDEN_DIRECTIVES;
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void a_directive_that_is_not_shown_is_unknown(String document) {
        GraphQLAnswer answer = new GraphQLDocument(document).sentBy(READER);
        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.error().get("message").asText()).contains("nknown directive");
    }
}
