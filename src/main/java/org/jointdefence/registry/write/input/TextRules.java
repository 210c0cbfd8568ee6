package org.jointdefence.registry.write.input;

import java.text.Normalizer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.write.model.InputWarning;
import org.jspecify.annotations.Nullable;

/** The form of free text: Normalization Form C, no control characters, no blanks at the ends. */
final class TextRules {
    /** More than the characters of any text that a constraint accepts, in either form. */
    private static final int HOPELESS = 50_000;

    private static final Pattern BLANKS = Pattern.compile("[\\u00a0\\u2007\\u202f]| {2}");
    private static final Pattern QUOTES = Pattern.compile("''|,,|``|[\\u00b4\\u2032\\u2033\\uff02\\uff07]");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    private TextRules() {}

    /**
     * The text as it is stored; one that is too long for every constraint is left as it is.
     *
     * @param isLong whether it may have several lines
     * @param faults receives what is wrong with it, with the path
     * @return null if something is wrong with it
     */
    static @Nullable String stored(
            String text, boolean isLong, String path, Consumer<ClientError> faults, Consumer<InputWarning> warnings) {
        if (text.length() > HOPELESS) {
            return text;
        }
        String stored = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (stored.isEmpty()) {
            faults.accept(ClientError.badInput("`" + path + "` is empty; pass null for an absent text"));
            return null;
        }
        if (stored.codePoints().anyMatch(character -> isForbidden(character, isLong))) {
            faults.accept(ClientError.badInput("`" + path + "` has control characters or unpaired surrogates"));
            return null;
        }
        warn(stored, path, warnings);
        return stored;
    }

    private static boolean isForbidden(int character, boolean isLong) {
        return (Character.isISOControl(character) && !(isLong && character == '\n'))
                || Character.getType(character) == Character.SURROGATE;
    }

    private static void warn(String text, String path, Consumer<InputWarning> warnings) {
        if (BLANKS.matcher(text).find()) {
            warnings.accept(new InputWarning(path, "has doubled or non-breaking blanks"));
        }
        if (QUOTES.matcher(text).find()) {
            warnings.accept(new InputWarning(path, "has signs that look like quotation marks or apostrophes"));
        }
        if (INVISIBLE.matcher(text).find()) {
            warnings.accept(new InputWarning(path, "has invisible characters"));
        }
        WORD.matcher(text)
                .results()
                .map(word -> word.group())
                .filter(word ->
                        LATIN.matcher(word).find() && CYRILLIC.matcher(word).find())
                .findFirst()
                .ifPresent(word -> warnings.accept(
                        new InputWarning(path, "mixes Latin and Cyrillic letters in the word `" + word + "`")));
    }
}
