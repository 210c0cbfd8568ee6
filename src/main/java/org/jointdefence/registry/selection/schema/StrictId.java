package org.jointdefence.registry.selection.schema;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Accepts strings and integers as ids (section 3.5.5 of the specification); graphql-java would convert any variable.
 */
final class StrictId implements Coercing<String, String> {
    private StrictId() {}

    /** The scalar {@code ID}. */
    static GraphQLScalarType scalar() {
        return Scalars.GraphQLID.transform(builder -> builder.coercing(new StrictId()));
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return value.toString();
    }

    @Override
    public String parseValue(Object value, GraphQLContext context, Locale locale) {
        return switch (value) {
            case String text -> text;
            case Integer integer -> integer.toString();
            case Long integer -> integer.toString();
            case BigInteger integer -> integer.toString();
            default -> throw new CoercingParseValueException("not an ID");
        };
    }

    @Override
    public String parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return switch (literal) {
            case StringValue text -> text.getValue();
            case IntValue integer -> integer.getValue().toString();
            default -> throw new CoercingParseLiteralException("not an ID");
        };
    }

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return StringValue.of(value.toString());
    }
}
