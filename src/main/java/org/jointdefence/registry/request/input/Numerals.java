package org.jointdefence.registry.request.input;

import java.math.BigDecimal;
import java.util.Optional;

/** Bounds the numbers of documents and of JSON, because making a number of its digits takes time that grows with their square. */
public final class Numerals {

    /** More characters than any amount has; RFC 8259, section 6, lets a reader set such limits. */
    public static final int LONGEST = 100;

    /** Beyond what even a double holds. */
    public static final int LARGEST_EXPONENT = 1_000;

    private Numerals() {}

    /** The exact number that these digits are; empty when its exponent is too large. */
    static Optional<BigDecimal> decimal(String digits) {
        try {
            BigDecimal number = new BigDecimal(digits);
            // Not by its absolute value: that of the least integer is negative.
            return number.scale() >= -LARGEST_EXPONENT && number.scale() <= LARGEST_EXPONENT
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberFormatException beyondAllScales) {
            return Optional.empty();
        }
    }

    /** Whether a token of a document is a number with a larger exponent than a number may have. */
    public static boolean isTooLarge(String token) {
        char first = token.charAt(0);
        return (first == '-' || Character.isDigit(first)) && decimal(token).isEmpty();
    }
}
