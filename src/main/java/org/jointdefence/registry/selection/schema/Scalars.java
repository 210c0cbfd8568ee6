package org.jointdefence.registry.selection.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The custom scalars of the schema. Their values are canonical texts, internally and in JSON. */
final class Scalars {
    /** More digits than any amount of money has, and few enough to be written out. */
    private static final int MOST_DIGITS = 100;

    /** Longer than any valid text of these scalars. */
    private static final int LONGEST = 200;

    /** ASCII digits only: Java's own parsers accept the digits of every script. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String PARTIAL = "PartialDate";
    private static final Pattern PARTIAL_DATE = Pattern.compile("[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?");
    private static final String FIRST_DAY = "0001-01-01";
    private static final Pattern INSTANT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,6})?)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern FRACTION = Pattern.compile("[0-9]{1,9}/[1-9][0-9]{0,8}");

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                scalar(
                        "Decimal",
                        "An exact decimal number, as a string: \"3824685.33\".",
                        "https://www.w3.org/TR/xmlschema11-2/#decimal",
                        Scalars::decimal),
                scalar(
                        "Date",
                        "A day of the Gregorian calendar in ISO 8601: \"2025-02-24\".",
                        "https://scalars.graphql.org/andimarek/local-date.html",
                        Scalars::date),
                scalar(
                        PARTIAL,
                        "A date that is known in part, as EDTF level 0: a year \"2025\", a month \"2025-02\" or a day \"2025-02-24\"."
                                + " Dates compare by their first days; of equal ones, the least precise comes first.",
                        "https://www.loc.gov/standards/datetime/",
                        Scalars::partialDate),
                scalar(
                        "DateTime",
                        "An instant in ISO 8601, with its offset from UTC: \"2025-02-24T09:30:00Z\"; a second has six digits after"
                                + " the point at most.",
                        "https://scalars.graphql.org/andimarek/date-time.html",
                        Scalars::instant),
                scalar(
                        "Fraction",
                        "An exact fraction, as a string: \"2/3\".",
                        "https://www.w3.org/TR/owl2-syntax/#Real_Numbers.2C_Decimal_Numbers.2C_and_Integers",
                        Scalars::fraction),
                GraphQLScalarType.newScalar()
                        .name("JSON")
                        .description("An object of JSON, whose fields depend on what it describes. Only in results.")
                        .specifiedByUrl("https://www.rfc-editor.org/rfc/rfc8259")
                        .coercing(new Result())
                        .build());
    }

    /** A scalar that no argument has. */
    private static final class Result implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }
    }

    /** @param specification the URL of the specification of its texts */
    private static GraphQLScalarType scalar(
            String name, String description, String specification, UnaryOperator<String> canonical) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .specifiedByUrl(specification)
                .coercing(new CanonicalText(name, canonical))
                .build();
    }

    private static String decimal(String text) {
        BigDecimal number = new BigDecimal(matching(DECIMAL, text));
        if (number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS || number.scale() < -MOST_DIGITS) {
            throw new IllegalArgumentException("too many digits");
        }
        return number.toPlainString();
    }

    private static String date(String text) {
        return inPostgres(LocalDate.parse(matching(DATE, text))).toString();
    }

    /** A year or a month is completed to its first day, which exists if they do. */
    private static String partialDate(String text) {
        String form = matching(PARTIAL_DATE, text);
        date(form + FIRST_DAY.substring(form.length()));
        return form;
    }

    private static String instant(String text) {
        Instant instant = OffsetDateTime.parse(matching(INSTANT, text)).toInstant();
        inPostgres(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return instant.toString();
    }

    private static String fraction(String text) {
        return matching(FRACTION, text);
    }

    private static String matching(Pattern pattern, String text) {
        if (text.length() > LONGEST || !pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("not of the form " + pattern);
        }
        return text;
    }

    /** The day, if its year has four digits, which PostgreSQL formats as Java does. */
    private static LocalDate inPostgres(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new IllegalArgumentException("not a year of four digits");
        }
        return date;
    }

    private record CanonicalText(String name, UnaryOperator<String> canonical) implements Coercing<String, String> {
        private String fault() {
            return name.equals(PARTIAL)
                    ? "not a PartialDate: accepted are an existing year \"2025\", month \"2025-02\" or day \"2025-02-24\""
                    : "not a " + name;
        }

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public String parseValue(Object value, GraphQLContext context, Locale locale) {
            if (!(value instanceof String) && !(value instanceof Number)) {
                throw new CoercingParseValueException(fault());
            }
            try {
                return canonical.apply(value.toString());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new CoercingParseValueException(fault(), e);
            }
        }

        @Override
        public String parseLiteral(
                Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            String text =
                    switch (literal) {
                        case StringValue string -> string.getValue();
                        case IntValue integer -> integer.getValue().toString();
                        case FloatValue number -> number.getValue().toString();
                        default -> throw new CoercingParseLiteralException(fault());
                    };
            try {
                return canonical.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new CoercingParseLiteralException(fault(), e);
            }
        }

        @Override
        public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
            return StringValue.of(value.toString());
        }
    }
}
