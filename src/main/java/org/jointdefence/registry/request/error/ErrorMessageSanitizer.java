package org.jointdefence.registry.request.error;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes internals from graphql-java's and SmallRye's messages: names of rules and Java types, and printed values. */
final class ErrorMessageSanitizer {

    private static final int LONGEST = 300;

    private static final List<Replacement> REPLACEMENTS = List.of(
            new Replacement("^Validation error \\([^)]*\\) ?: ", ""),
            new Replacement(
                    " with value '.*'(?= (?:is not a valid|must not be null|must be an|is missing|contains a field))",
                    ""),
            new Replacement("Bad default value '.*'(?= for type)", "Bad default value"),
            new Replacement("'(Int|Float|String|Boolean|Enum|Object|Array|Null)Value'", "'$1'"),
            new Replacement("'(?:Integer|Long|BigInteger)'", "'Int'"),
            new Replacement("'(?:Double|BigDecimal)'", "'Float'"),
            new Replacement("'(?:LinkedHashMap|ImmutableMap|Map1|MapN)'", "'Object'"),
            new Replacement("'(?:ArrayList|ImmutableList)'", "'List'"),
            new Replacement("Expected type 'Map' but was '.*?'\\..*", "Expected an object."),
            // SmallRye's scalars print values and Java types.
            new Replacement(" - SRGQL\\d+: .*", ""),
            new Replacement("SRGQL\\d+: Expected type \\[(\\w+)].*", "It is not of type '$1'."),
            new Replacement("SRGQL\\d+: .*", "It is not of the type of the variable."),
            new Replacement("ANTLR error", "error"));

    private ErrorMessageSanitizer() {}

    /** The message without internals, at most 300 characters long. */
    static String of(String message) {
        String sanitized = message.length() > 10 * LONGEST ? message.substring(0, 10 * LONGEST) : message;
        for (Replacement replacement : REPLACEMENTS) {
            Matcher matcher = replacement.pattern().matcher(sanitized);
            sanitized = matcher.replaceAll(replacement.by());
        }
        return sanitized.length() > LONGEST ? sanitized.substring(0, LONGEST) + '…' : sanitized;
    }

    private record Replacement(Pattern pattern, String by) {
        private Replacement(String regex, String by) {
            this(Pattern.compile(regex, Pattern.DOTALL), by);
        }
    }
}
