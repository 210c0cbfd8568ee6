package org.jointdefence.registry;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaPrinter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** What graphql-java declares in every schema; IntrospectionTest says which of it shows. */
    private static final Set<String> BUILT_IN = Set.of(
            "include", "skip", "deprecated", "specifiedBy", "oneOf", "defer", "experimental_disableErrorPropagation");

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

    /** What SmallRye makes of Java's annotations says nothing to a client. */
    @Test
    void nothing_in_the_schema_has_a_directive_but_those_of_the_file() {
        Set<String> applied = new TreeSet<>();
        Set<GraphQLSchemaElement> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<GraphQLSchemaElement> waiting = new ArrayDeque<>(schema.getAllTypesAsList());
        while (!waiting.isEmpty()) {
            GraphQLSchemaElement element = waiting.remove();
            if (seen.add(element)) {
                waiting.addAll(element.getChildren());
                if (element instanceof GraphQLDirectiveContainer container) {
                    container.getAppliedDirectives().forEach(directive -> applied.add(directive.getName()));
                }
            }
        }
        assertThat(applied).contains("semanticNonNull").isSubsetOf("semanticNonNull", "specifiedBy", "deprecated");
        assertThat(schema.getSchemaAppliedDirectives()).isEmpty();
    }

    /** Fields in the order of their declaration, types by kind and name; what GraphQL brings itself is left out. */
    private String printed() {
        String printed = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeDirectiveDefinition(directive -> !BUILT_IN.contains(directive))
                        .includeDirectives("semanticNonNull"::equals)
                        .includeSchemaDefinition(false)
                        .setComparators(GraphqlTypeComparatorRegistry.AS_IS_REGISTRY))
                .print(schema);
        // The printer has the directives that stood in a file, and not what a scalar was built with.
        for (GraphQLScalarType scalar : scalars()) {
            printed = printed.replace(
                    "scalar " + scalar.getName() + "\n",
                    "scalar %s @specifiedBy(url: \"%s\")\n".formatted(scalar.getName(), scalar.getSpecifiedByUrl()));
        }
        return printed;
    }

    /** Those that GraphQL does not bring. */
    private List<GraphQLScalarType> scalars() {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLScalarType.class::isInstance)
                .map(GraphQLScalarType.class::cast)
                .filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar))
                .toList();
    }

    /** Relay's rule for the boundaries of errors: what fails in one root field leaves the others alone. */
    @Test
    void every_root_field_may_be_null_and_says_whether_that_means_an_error() {
        assertThat(schema.getQueryType().getFieldDefinitions())
                .allSatisfy(field -> assertThat(GraphQLTypeUtil.isNonNull(field.getType()))
                        .as(field.getName())
                        .isFalse());
        assertThat(schema.getQueryType().getFieldDefinitions().stream()
                        .filter(field -> !field.hasAppliedDirective("semanticNonNull"))
                        .filter(field -> field.getArgument("id") == null))
                .as("fields that may be null without an error")
                .extracting(GraphQLFieldDefinition::getName)
                .containsExactly("marking");
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

    @Test
    void every_type_can_be_got_to_or_given() {
        Set<String> reached = new TreeSet<>();
        Deque<GraphQLSchemaElement> waiting =
                new ArrayDeque<>(List.of(schema.getQueryType(), schema.getMutationType()));
        while (!waiting.isEmpty()) {
            GraphQLSchemaElement element = waiting.remove();
            if (!(element instanceof GraphQLNamedType type) || reached.add(type.getName())) {
                waiting.addAll(element.getChildren());
                if (element instanceof GraphQLInterfaceType shared) {
                    waiting.addAll(schema.getImplementations(shared));
                }
            }
        }
        schema.getDirectives().forEach(directive -> directive
                .getArguments()
                .forEach(argument ->
                        reached.add(((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(argument.getType())).getName())));
        assertThat(schema.getAllTypesAsList().stream()
                        .map(GraphQLNamedType::getName)
                        .filter(name -> !name.startsWith("__")))
                .isNotEmpty()
                .allMatch(reached::contains);
    }

    @Test
    void every_filter_has_a_condition_of_its_own() {
        assertThat(schema.getAllTypesAsList().stream()
                        .filter(GraphQLInputObjectType.class::isInstance)
                        .map(GraphQLInputObjectType.class::cast))
                .isNotEmpty()
                .allMatch(input -> input.getFieldDefinitions().stream()
                        .anyMatch(field -> !Set.of("and", "or", "not").contains(field.getName())));
    }

    @Test
    void every_scalar_says_where_it_is_specified() {
        assertThat(scalars()).isNotEmpty().allMatch(scalar -> String.valueOf(scalar.getSpecifiedByUrl())
                .startsWith("https://"));
    }

    private static void note(List<String> bare, String within, GraphQLNamedSchemaElement element) {
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            bare.add(within + element.getName());
        }
    }
}
