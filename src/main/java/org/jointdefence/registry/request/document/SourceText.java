package org.jointdefence.registry.request.document;

import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.request.input.Numerals;

/** Bounds what a document has of the characters that cost the parser most, before it sees them. */
final class SourceText {

    /** A number costs far more than a name of the same length. */
    private static final int MOST_DIGITS = 16_384;

    /** What the lexer has no table for: each takes a kilobyte for a moment. */
    private static final int MOST_BEYOND_ASCII = 4_096;

    private SourceText() {}

    /**
     * Looks at each character once, be it in a number, a text, a name or a comment: which of these it is in is known only
     * after the parser has read it.
     *
     * @throws ClientError if there are too many of one kind
     */
    static void check(String document) {
        int row = 0;
        int digits = 0;
        int beyond = 0;
        for (int i = 0; i < document.length(); i++) {
            char character = document.charAt(i);
            boolean isDigit = character >= '0' && character <= '9';
            row = isDigit ? row + 1 : 0;
            digits += isDigit ? 1 : 0;
            beyond += character < 0x80 ? 0 : 1;
            if (row > Numerals.LONGEST || digits > MOST_DIGITS) {
                throw ClientError.limit("The document has more than " + Numerals.LONGEST
                        + " digits in a row, or more than " + MOST_DIGITS + " in all; send such values in variables.");
            }
            if (beyond > MOST_BEYOND_ASCII) {
                throw ClientError.limit("The document has more than " + MOST_BEYOND_ASCII
                        + " characters beyond ASCII; send such texts in variables.");
            }
        }
    }
}
