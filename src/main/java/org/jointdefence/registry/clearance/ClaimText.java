package org.jointdefence.registry.clearance;

import org.jspecify.annotations.Nullable;

/** Checks texts from a token, which an issuer may have let users choose. */
final class ClaimText {

    private ClaimText() {}

    /**
     * Whether the text is safe as an identifier in the database and in the log. PostgreSQL rejects U+0000, the driver
     * replaces an unpaired surrogate with a question mark, and a line break would forge a log line.
     *
     * @param longest the maximum length in code points
     */
    static boolean isIdentifier(@Nullable String text, int longest) {
        return text != null
                && !text.isEmpty()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().allMatch(ClaimText::isPlain);
    }

    /**
     * The text for display and logs: truncated to {@code longest} code points, with U+FFFD in place of unsafe
     * characters.
     */
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
