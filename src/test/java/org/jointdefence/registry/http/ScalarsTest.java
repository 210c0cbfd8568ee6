package org.jointdefence.registry.http;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointdefence.registry.request.error.HttpError;
import org.jointdefence.registry.request.input.JsonText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What each scalar of the schema takes, as a variable and in a document, and that it refuses everything else as bad input. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScalarsTest {

    private static final String TABLE = "/scalars.csv";

    @Inject
    GraphQLSchema schema;

    @Inject
    JsonText json;

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void a_value_is_taken_or_refused_as_a_variable(String scalar, String value, @Nullable String result) {
        Object read;
        try {
            read = requireNonNull(
                    json.object("{\"value\":" + value + "}").orElseThrow().get("value"));
        } catch (HttpError error) {
            assertThat(result).as("%s as JSON: %s", value, error.getMessage()).isNull();
            return;
        }
        try {
            Object parsed = coercing(scalar).parseValue(read, GraphQLContext.getDefault(), Locale.ENGLISH);
            assertThat(String.valueOf(parsed)).isEqualTo(result);
        } catch (CoercingParseValueException refused) {
            assertThat(result).as("%s as %s", value, scalar).isNull();
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void a_value_is_taken_or_refused_in_a_document(String scalar, String value, @Nullable String result) {
        try {
            Object parsed = coercing(scalar)
                    .parseLiteral(
                            Parser.parseValue(value),
                            CoercedVariables.emptyVariables(),
                            GraphQLContext.getDefault(),
                            Locale.ENGLISH);
            assertThat(String.valueOf(parsed)).isEqualTo(result);
        } catch (CoercingParseLiteralException | InvalidSyntaxException refused) {
            assertThat(result).as("%s as %s", value, scalar).isNull();
        }
    }

    @Test
    void every_scalar_of_the_schema_is_in_the_table() throws IOException {
        Set<String> scalars = schema.getAllTypesAsList().stream()
                .filter(GraphQLScalarType.class::isInstance)
                .map(GraphQLNamedType::getName)
                // No argument has it.
                .filter(name -> !name.equals("JSON"))
                .collect(Collectors.toSet());
        assertThat(Files.readString(Path.of("src/test/resources" + TABLE))
                        .lines()
                        .skip(1)
                        .map(line -> line.split(" ", 2)[0])
                        .collect(Collectors.toSet()))
                .isEqualTo(scalars);
    }

    private Coercing<?, ?> coercing(String scalar) {
        return ((GraphQLScalarType) requireNonNull(schema.getType(scalar))).getCoercing();
    }
}
