package org.jointdefence.registry.selection.filter;

import org.jointdefence.registry.selection.statement.Argument;
import org.jointdefence.registry.selection.statement.Parameter;
import org.jointdefence.registry.selection.statement.Sql;

/** Compares fractions by their values, exactly: 2/3 equals 4/6, and each product fits a bigint. */
record FractionComparison(String numerator, String denominator) {
    Sql condition(String operator, Argument operand) {
        return switch (operator) {
            case "eq", "ne", "lt", "lte", "gt", "gte" ->
                Sql.of(numerator + "::bigint * ")
                        .parameter(part(operand.text(), 1), "bigint")
                        .add(Comparison.SIGNS.get(operator) + denominator + "::bigint * ")
                        .parameter(part(operand.text(), 0), "bigint");
            case "in" ->
                Sql.of("EXISTS (SELECT FROM unnest(")
                        .parameter(parts(operand.texts(), 0), "bigint[]")
                        .add(", ")
                        .parameter(parts(operand.texts(), 1), "bigint[]")
                        .add(") AS other (numerator, denominator) WHERE " + numerator
                                + "::bigint * other.denominator = " + denominator + "::bigint * other.numerator)");
            case "isNull" -> Sql.of(numerator + (Boolean.TRUE.equals(operand.value()) ? " IS NULL" : " IS NOT NULL"));
            default -> throw new IllegalStateException("no operator " + operator);
        };
    }

    private static Parameter part(Parameter text, int part) {
        return execution -> part((String) text.value(execution), part);
    }

    private static Parameter parts(Parameter texts, int part) {
        return execution -> {
            String[] values = ((String[]) texts.value(execution)).clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = part(values[i], part);
            }
            return values;
        };
    }

    private static String part(String fraction, int part) {
        int slash = fraction.indexOf('/');
        return part == 0 ? fraction.substring(0, slash) : fraction.substring(slash + 1);
    }
}
