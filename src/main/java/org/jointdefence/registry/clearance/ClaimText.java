package org.jointdefence.registry.clearance;

import org.jspecify.annotations.Nullable;

/** The texts of a token, which its issuer may have let somebody choose. */
final class ClaimText {

    private ClaimText() {}

    /**
     * Whether the text can stand for somebody wherever it is written down: PostgreSQL takes no U+0000, the driver makes a
     * question mark of an unpaired surrogate, and a line break would forge a line of the log.
     *
     * @param longest how many characters (code points) it may have
     */
    static boolean isIdentifier(@Nullable String text, int longest) {
        return text != null
                && !text.isEmpty()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().allMatch(ClaimText::isPlain);
    }

    /** The text as it can be shown and logged: no longer than this, and with U+FFFD for what cannot. */
    static String shown(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(character -> isPlain(character) ? character : '\uFFFD')
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > longest
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
