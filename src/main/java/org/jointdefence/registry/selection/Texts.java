package org.jointdefence.registry.selection;

import java.text.Normalizer;
import org.jointdefence.registry.Refusal;

/** Texts from a caller: well-formed Unicode that PostgreSQL can hold, in the normalisation form that it holds. */
final class Texts {
    private Texts() {}

    /**
     * A text in Normalization Form C, as every text is stored.
     *
     * @param path the argument that it comes from
     * @throws Refusal if it has the character U+0000 or half a surrogate pair: PostgreSQL takes neither, and a driver
     *     would send something else in their place
     */
    static String canonical(String text, String path) {
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw Refusal.badInput("`" + path + "` contains the character U+0000");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw Refusal.badInput("`" + path + "` contains an unpaired surrogate: send well-formed Unicode");
            }
            ascii &= c < 0x80;
        }
        return ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
