package org.jointdefence.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.GraphQL;
import graphql.introspection.IntrospectionQuery;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What introspection shows is {@code schema.graphql} and what the GraphQL specification asks for, and nothing else. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntrospectionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Persona READER = Persona.named("lt-secret");

    /** Section 3.13 of the specification. */
    private static final Set<String> SPECIFIED = Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf");

    @Test
    void introspection_and_the_file_agree_in_every_type_field_argument_and_directive() throws IOException {
        JsonNode running = new GraphQLDocument(IntrospectionQuery.INTROSPECTION_QUERY)
                .sentBy(READER)
                .data()
                .get("__schema");
        String file = Files.readString(Path.of("schema.graphql"));
        JsonNode committed = JSON.valueToTree(GraphQL.newGraphQL(
                                UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(file)))
                        .build()
                        .execute(IntrospectionQuery.INTROSPECTION_QUERY)
                        .<Map<String, Object>>getData())
                .get("__schema");
        assertThat(names(running.get("types"))).isEqualTo(names(committed.get("types")));
        assertThat(sorted(running.get("types"))).isEqualTo(sorted(committed.get("types")));
        Set<String> expected = names(committed.get("directives")).stream()
                .filter(name -> SPECIFIED.contains(name) || file.contains("directive @" + name))
                .collect(Collectors.toSet());
        assertThat(expected).containsAll(SPECIFIED);
        assertThat(names(running.get("directives"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query @experimental_disableErrorPropagation { __typename }",
                "{ ... @defer { __typename } }",
                "query @constraint { __typename }",
                "{ __typename @rolesAllowed }"
            })
    void a_directive_that_is_not_shown_is_unknown(String document) {
        GraphQLAnswer answer = new GraphQLDocument(document).sentBy(READER);
        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.error().get("message").asText()).contains("nknown directive");
    }

    private static Set<String> names(JsonNode named) {
        return named.valueStream().map(each -> each.get("name").asText()).collect(Collectors.toSet());
    }

    /** The same, with whatever has a name in the order of the names: the order of declaration is no part of the contract. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), sorted(entry.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(element -> elements.add(sorted(element)));
            elements.sort(Comparator.comparing(element -> element.path("name").asText()));
            return JSON.createArrayNode().addAll(elements);
        }
        return node;
    }
}
