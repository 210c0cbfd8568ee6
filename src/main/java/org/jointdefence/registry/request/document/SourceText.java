package org.jointdefence.registry.request.document;

import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.request.input.Numerals;

/** Limits the characters that are most expensive to parse, before parsing. */
final class SourceText {

    /** A number takes far longer than a name of the same length. */
    private static final int MOST_DIGITS = 16_384;

    /** The lexer has no table for characters beyond ASCII; each takes a kilobyte of heap for a short time. */
    private static final int MOST_BEYOND_ASCII = 4_096;

    private SourceText() {}

    /**
     * Checks each character once, in numbers, strings, names and comments alike, because only the parser can tell these
     * apart.
     *
     * @throws ClientError if a limit is exceeded
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
                        + " non-ASCII characters; send such texts in variables.");
            }
        }
    }
}
