package org.jointdefence.registry.selection.statement;

import java.text.Normalizer;
import org.jointdefence.registry.error.ClientError;

/** Texts from a caller: well-formed Unicode that PostgreSQL can hold, in the normalisation form that it holds. */
final class Texts {
    /** Stream-Safe Text Format, UAX #15-D4. To put marks in order takes time that grows with the square of their number. */
    private static final int MOST_MARKS = 30;

    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK | 1 << Character.ENCLOSING_MARK;

    private Texts() {}

    /**
     * A text in Normalization Form C, as every text is stored.
     *
     * @param path the argument that it comes from
     * @throws ClientError if it has the character U+0000 or half a surrogate pair: PostgreSQL takes neither, and a driver
     *     would send something else in their place; or if a letter has more marks than any script writes
     */
    static String canonical(String text, String path) {
        boolean ascii = true;
        int marks = 0;
        int character;
        for (int i = 0; i < text.length(); i += Character.charCount(character)) {
            character = text.codePointAt(i);
            if (character == 0) {
                throw ClientError.badInput("`" + path + "` contains the character U+0000");
            }
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                throw ClientError.badInput("`" + path + "` contains an unpaired surrogate: send well-formed Unicode");
            }
            if (character >= 0x80) {
                ascii = false;
                marks = (MARKS >> Character.getType(character) & 1) == 1 ? marks + 1 : 0;
                if (marks > MOST_MARKS) {
                    throw ClientError.limit(
                            "`" + path + "` contains more than " + MOST_MARKS + " combining marks in a row");
                }
            } else {
                marks = 0;
            }
        }
        return ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
