package org.jointdefence.registry.noninterference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests with values that a type may not take, for every type that a filter compares with. */
final class HostileValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As they stand in a document, and as JSON. */
    private static final List<String> VALUES = List.of(
            "\"x\"",
            "\"\"",
            "\" 1\"",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1e2147483648",
            "99999999999999999999",
            "\"1e2147483648\"",
            "\"\u0661\u0662\"",
            "\"2026-13-01\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"2026-02-03T04:05:06.1234567Z\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "true",
            "null",
            "[]",
            "[null]",
            "{}");

    private HostileValues() {}

    /** In the order of the schema in this file. */
    static List<Request> requests(Path file) {
        GraphQLSchema schema =
                UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(file.toFile()));
        List<Request> requests = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (GraphQLFieldDefinition root : schema.getQueryType().getFieldDefinitions()) {
            GraphQLArgument where = root.getArgument("where");
            if (where == null
                    || !(GraphQLTypeUtil.unwrapAll(where.getType()) instanceof GraphQLInputObjectType filter)) {
                continue;
            }
            for (GraphQLInputObjectField field : filter.getFieldDefinitions()) {
                if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType operators
                        && operators.getFieldDefinition("eq") != null
                        && seen.add(operators.getName())) {
                    String type = GraphQLTypeUtil.simplePrint(
                            operators.getFieldDefinition("eq").getType());
                    VALUES.forEach(value -> {
                        requests.add(request(document("", root, field, value), null));
                        requests.add(request(document("query ($value: " + type + ") ", root, field, "$value"), value));
                    });
                }
            }
        }
        return requests;
    }

    private static String document(
            String head, GraphQLFieldDefinition root, GraphQLInputObjectField field, String value) {
        return head + "{ " + root.getName() + "(where: { " + field.getName() + ": { eq: " + value
                + " } }) { totalCount } }";
    }

    private static Request request(String document, @Nullable String value) {
        String variables = value == null ? "" : ",\"variables\":{\"value\":" + value + "}";
        return Request.post("{\"query\":" + quoted(document) + variables + "}", Map.of());
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
