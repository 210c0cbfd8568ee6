package org.jointdefence.registry.selection.statement;

import java.text.Normalizer;
import org.jointdefence.registry.error.ClientError;

/** Validates and normalises texts from callers: well-formed Unicode that PostgreSQL accepts. */
final class Texts {
    /** The limit of the Stream-Safe Text Format, UAX #15-D4. Sorting marks takes quadratic time. */
    private static final int MOST_MARKS = 30;

    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK | 1 << Character.ENCLOSING_MARK;

    private Texts() {}

    /**
     * Converts a text to Normalization Form C, the form in which every text is stored.
     *
     * @param path the path of the argument
     * @throws ClientError if the text has the character U+0000 or an unpaired surrogate, which PostgreSQL does not
     *     accept and a driver would replace; or if a letter has more marks than any script uses
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
