package org.jointdefence.registry;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Null is refused in every field of every filter of the schema, and what the refusal advises is accepted there. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class NullFiltersTest {

    private static final Persona READER = Persona.ANONYMOUS;
    private static final int AT_ONCE = 20;
    private static final Pattern ADVICE = Pattern.compile("use `([^`]+)`");

    @Inject
    GraphQLSchema schema;

    /** A filter that has a hole for one field: {@code query{q(where:{a:{b:%s}}){totalCount}}}. */
    private record Hole(String root, String before, GraphQLInputObjectType type, String after, String path) {

        String field(String conditions) {
            return root + "(where:" + before + "{" + conditions + "}" + after + "){totalCount}";
        }

        Hole within(GraphQLInputObjectField field, GraphQLInputObjectType type) {
            boolean list = GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList;
            return new Hole(
                    root,
                    before + "{" + field.getName() + ":" + (list ? "[" : ""),
                    type,
                    (list ? "]" : "") + "}" + after,
                    path + "." + field.getName() + (list ? "[0]" : ""));
        }
    }

    @Test
    void null_is_refused_everywhere_with_an_advice_that_is_accepted() {
        List<Hole> holes = holes();
        List<String> nulls = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        List<Hole> owners = new ArrayList<>();
        for (Hole hole : holes) {
            for (GraphQLInputObjectField field : hole.type().getFieldDefinitions()) {
                nulls.add(hole.field(field.getName() + ":null"));
                paths.add(hole.path() + "." + field.getName());
                owners.add(hole);
            }
        }
        List<String> messages = errors(nulls);
        List<String> advised = new ArrayList<>();
        for (int i = 0; i < nulls.size(); i++) {
            assertThat(messages.get(i)).as(nulls.get(i)).startsWith("`" + paths.get(i) + "` is null; ");
            for (String advice : ADVICE.matcher(messages.get(i))
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                advised.add(owners.get(i).field(advice));
            }
        }
        assertThat(advised).hasSizeGreaterThan(200);
        assertThat(errors(advised)).as("what the advice %s leads to", advised).containsOnly("");
    }

    /** The message of each of these fields of a query, empty if there is none; many are asked for at once. */
    private static List<String> errors(List<String> fields) {
        List<String> messages = new ArrayList<>(Collections.nCopies(fields.size(), ""));
        for (int start = 0; start < fields.size(); start += AT_ONCE) {
            StringBuilder document = new StringBuilder("{");
            for (int i = start; i < Math.min(start + AT_ONCE, fields.size()); i++) {
                document.append(" a").append(i).append(':').append(fields.get(i));
            }
            JsonNode answer = new GraphQLDocument(document.append('}').toString())
                    .sentBy(READER)
                    .json();
            for (JsonNode error : answer.path("errors")) {
                assertThat(error.path("path")).as("%s", answer).isNotEmpty();
                assertThat(error.at("/extensions/code").asText())
                        .as("%s", answer)
                        .isEqualTo("BAD_USER_INPUT");
                messages.set(
                        Integer.parseInt(error.at("/path/0").asText().substring(1)),
                        error.get("message").asText());
            }
        }
        return messages;
    }

    /** Each filter type of the schema, by a shortest way to it. */
    private List<Hole> holes() {
        List<Hole> holes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Hole> waiting = new ArrayDeque<>();
        for (GraphQLFieldDefinition root : schema.getQueryType().getFieldDefinitions()) {
            GraphQLArgument where = root.getArgument("where");
            if (where != null) {
                GraphQLInputObjectType type = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(where.getType());
                waiting.add(new Hole(root.getName(), "", type, "", "where"));
            }
        }
        while (!waiting.isEmpty()) {
            Hole hole = waiting.remove();
            if (seen.add(hole.type().getName())) {
                holes.add(hole);
                for (GraphQLInputObjectField field : hole.type().getFieldDefinitions()) {
                    if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType type) {
                        waiting.add(hole.within(field, type));
                    }
                }
            }
        }
        assertThat(seen)
                .containsAll(schema.getAllTypesAsList().stream()
                        .filter(GraphQLInputObjectType.class::isInstance)
                        .map(type -> type.getName())
                        .filter(name -> name.endsWith("Filter"))
                        .toList());
        return holes;
    }
}
