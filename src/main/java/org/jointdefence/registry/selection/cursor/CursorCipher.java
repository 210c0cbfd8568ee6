package org.jointdefence.registry.selection.cursor;

import java.util.Base64;
import java.util.List;
import org.jointdefence.registry.error.ClientError;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Encrypts positions to cursors and decrypts them, for one caller, one connection and one order; not thread-safe. */
public final class CursorCipher {
    /** The maximum number of sort keys of an order, each of which has a value in its cursors. */
    public static final int MOST_KEYS = 8;

    /** Longer than any cursor, even with the longest text in every key of an order. */
    private static final int MOST_CHARACTERS = 16_384;

    private final List<AesSiv> keys;

    /**
     * Creates a cipher.
     *
     * @param keys the first one encrypts; decryption tries all of them
     */
    CursorCipher(List<AesSiv> keys) {
        this.keys = keys;
    }

    /** The cursor of a position, in ASCII. */
    public byte[] cursor(byte[] place) {
        return Base64.getUrlEncoder().withoutPadding().encode(keys.getFirst().encrypt(place));
    }

    /**
     * The position of a cursor.
     *
     * @throws ClientError if the cursor is malformed, or was made for another caller, connection or order
     */
    public CursorPosition place(String cursor) {
        byte[] ciphertext = decoded(cursor);
        if (ciphertext != null) {
            for (AesSiv key : keys) {
                byte[] place = key.decrypt(ciphertext);
                if (place != null) {
                    return CursorPosition.decode(place);
                }
            }
        }
        throw ClientError.badInput("the cursor is not valid for this connection, order and caller");
    }

    private static byte @Nullable [] decoded(String cursor) {
        if (cursor.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            byte[] ciphertext = Base64.getUrlDecoder().decode(cursor.getBytes(UTF_8));
            // Each position has exactly one cursor, so padding and unused bits are rejected.
            return Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(ciphertext)
                            .equals(cursor)
                    ? ciphertext
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
