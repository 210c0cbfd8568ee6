package org.jointdefence.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.GraphQL;
import graphql.introspection.IntrospectionQuery;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract, {@code schema.graphql}, as introspection tells of a schema. */
final class CommittedSchema {

    static final String QUESTION = IntrospectionQuery.INTROSPECTION_QUERY;

    /** Documents with directives that nothing shows: what graphql-java and SmallRye bring besides those of the specification. */
    static final List<String> HIDDEN_DIRECTIVES = List.of(
            "query @experimental_disableErrorPropagation { __typename }",
            "{ ... @defer { __typename } }",
            "query @constraint { __typename }",
            "{ __typename @rolesAllowed }");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Section 3.13 of the specification. */
    private static final Set<String> SPECIFIED = Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf");

    private CommittedSchema() {}

    /**
     * Holds if a running schema and the file agree in every type, field, argument and directive.
     *
     * @param running the data of an answer to {@link #QUESTION}
     */
    static void assertDescribes(JsonNode running) throws IOException {
        JsonNode shown = running.get("__schema");
        String file = Files.readString(Path.of("schema.graphql"));
        ObjectNode committed = (ObjectNode) JSON.valueToTree(GraphQL.newGraphQL(
                                UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(file)))
                        .build()
                        .execute(QUESTION)
                        .<Map<String, Object>>getData())
                .get("__schema");
        ArrayNode directives = JSON.createArrayNode();
        for (JsonNode directive : committed.get("directives")) {
            String name = directive.get("name").asText();
            if (SPECIFIED.contains(name) || file.contains("directive @" + name)) {
                directives.add(directive);
            }
        }
        committed.set("directives", directives);
        assertThat(names(directives)).containsAll(SPECIFIED);
        assertThat(names(shown.get("types"))).isEqualTo(names(committed.get("types")));
        assertThat(names(shown.get("directives"))).isEqualTo(names(directives));
        assertThat(sorted(shown)).isEqualTo(sorted(committed));
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
            elements.sort(Comparator.comparing(element -> element.isTextual()
                    ? element.asText()
                    : element.path("name").asText()));
            return JSON.createArrayNode().addAll(elements);
        }
        return node;
    }
}
