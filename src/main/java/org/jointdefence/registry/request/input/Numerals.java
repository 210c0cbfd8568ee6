package org.jointdefence.registry.request.input;

import java.math.BigDecimal;
import java.util.Optional;

/** Limits numbers in documents and JSON, because converting decimal digits takes quadratic time. */
public final class Numerals {

    /** The maximum length, in characters; more than any amount needs. RFC 8259, section 6, allows such limits. */
    public static final int LONGEST = 100;

    /** The maximum absolute exponent; a double has smaller ones. */
    public static final int LARGEST_EXPONENT = 1_000;

    private Numerals() {}

    /** The exact value; empty if its exponent is too large. */
    static Optional<BigDecimal> decimal(String digits) {
        try {
            BigDecimal number = new BigDecimal(digits);
            // Math.abs would overflow for the smallest scale.
            return number.scale() >= -LARGEST_EXPONENT && number.scale() <= LARGEST_EXPONENT
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberFormatException beyondAllScales) {
            return Optional.empty();
        }
    }

    /** Whether a token of a document is a number whose exponent is too large. */
    public static boolean isTooLarge(String token) {
        char first = token.charAt(0);
        return (first == '-' || Character.isDigit(first)) && decimal(token).isEmpty();
    }
}
