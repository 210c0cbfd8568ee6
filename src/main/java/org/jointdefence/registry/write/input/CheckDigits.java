package org.jointdefence.registry.write.input;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The forms and check digits of identifiers, by their scheme. */
final class CheckDigits {

    /**
     * A scheme of identifiers.
     *
     * @param form what an identifier looks like
     * @param words the form in words
     * @param expected the identifier with the right check digits in the place of its own
     */
    private record Scheme(Pattern form, String words, UnaryOperator<String> expected) {}

    private static final Map<String, Scheme> SCHEMES = Map.of(
            "LT_RC", new Scheme(Pattern.compile("[0-9]{9}"), "nine digits", CheckDigits::lithuanianCode),
            "LT_VAT",
                    new Scheme(
                            Pattern.compile("LT(?:[0-9]{7}1[0-9]|[0-9]{10}1[0-9])"),
                            "LT and nine digits of which the eighth is 1, or twelve of which the eleventh is 1",
                            CheckDigits::lithuanianVat),
            "UA_EDR", new Scheme(Pattern.compile("[0-9]{8}"), "eight digits", CheckDigits::ukrainianCode),
            "LEI",
                    new Scheme(
                            Pattern.compile("[0-9A-Z]{18}[0-9]{2}"),
                            "eighteen letters and digits, and two digits (ISO 17442)",
                            CheckDigits::legalEntityIdentifier),
            "NCAGE", new Scheme(Pattern.compile("[0-9A-Z]{5}"), "five letters and digits", identifier -> identifier),
            "CAGE", new Scheme(Pattern.compile("[0-9A-Z]{5}"), "five letters and digits", identifier -> identifier),
            "RA",
                    new Scheme(
                            Pattern.compile("RA[0-9]{6}[0-9A-Z]+"),
                            "RA and six digits (GLEIF's code of the register), then the number in the register",
                            identifier -> identifier));

    private CheckDigits() {}

    /** What is wrong with an identifier in its stored form; null if nothing is, or if the scheme has no rules. */
    static @Nullable String fault(String scheme, String identifier) {
        Scheme rules = SCHEMES.get(scheme);
        if (rules == null) {
            return null;
        }
        if (!rules.form().matcher(identifier).matches()) {
            return "is no identifier of " + scheme + ": " + rules.words();
        }
        String expected = rules.expected().apply(identifier);
        return expected.equals(identifier)
                ? null
                : "has a wrong check digit for " + scheme + ": it ends with "
                        + identifier.substring(different(expected, identifier)) + " instead of "
                        + expected.substring(different(expected, identifier));
    }

    private static int different(String expected, String given) {
        int position = 0;
        while (expected.charAt(position) == given.charAt(position)) {
            position++;
        }
        return position;
    }

    private static String withLast(String identifier, int digit) {
        return identifier.substring(0, identifier.length() - 1) + digit;
    }

    /** The sum of the weighted digits modulo 11; if that is no digit, the sum with other weights, modulo 11 and 10. */
    private static int remainder(String digits, IntUnaryOperator weight, IntUnaryOperator otherWeight) {
        int remainder = weighted(digits, weight) % 11;
        return remainder < 10 ? remainder : weighted(digits, otherWeight) % 11 % 10;
    }

    private static int weighted(String digits, IntUnaryOperator weight) {
        return IntStream.range(0, digits.length())
                .map(i -> (digits.charAt(i) - '0') * weight.applyAsInt(i))
                .sum();
    }

    private static String lithuanianCode(String code) {
        return withLast(code, remainder(code.substring(0, 8), i -> i + 1, i -> (i + 2) % 9 + 1));
    }

    private static String lithuanianVat(String number) {
        String digits = number.substring(2, number.length() - 1);
        return withLast(number, remainder(digits, i -> 1 + i % 9, i -> 1 + (i + 2) % 9));
    }

    private static String ukrainianCode(String code) {
        boolean rotated = code.charAt(0) >= '3' && code.charAt(0) <= '5';
        IntUnaryOperator weight = i -> rotated ? (i + 6) % 7 + 1 : i + 1;
        return withLast(code, remainder(code.substring(0, 7), weight, i -> weight.applyAsInt(i) + 2));
    }

    /** ISO 7064, MOD 97-10. */
    private static String legalEntityIdentifier(String identifier) {
        String base = identifier.substring(0, 18);
        int remainder = 0;
        for (char character : (base + "00").toCharArray()) {
            int value = Character.digit(character, 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        int check = 98 - remainder;
        return base + (check < 10 ? "0" : "") + check;
    }
}
