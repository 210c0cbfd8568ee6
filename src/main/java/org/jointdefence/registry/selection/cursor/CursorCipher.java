package org.jointdefence.registry.selection.cursor;

import java.util.Base64;
import java.util.List;
import org.jointdefence.registry.error.ClientError;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes cursors of places and places of cursors, for one caller, one connection and one order; for one thread. */
public final class CursorCipher {
    /** More than the longest text of every key that an order can have. */
    private static final int MOST_CHARACTERS = 16_384;

    private final List<AesSiv> keys;

    /**
     * A cipher.
     *
     * @param keys the first one encrypts; all of them are tried to decrypt
     */
    CursorCipher(List<AesSiv> keys) {
        this.keys = keys;
    }

    /** The cursor at a place, in ASCII. */
    public byte[] cursor(byte[] place) {
        return Base64.getUrlEncoder().withoutPadding().encode(keys.getFirst().encrypt(place));
    }

    /**
     * The place that a cursor names.
     *
     * @throws ClientError if the cursor is malformed, or was made for another caller, connection or order
     */
    public CursorPosition place(String cursor) {
        byte[] sealed = decoded(cursor);
        if (sealed != null) {
            for (AesSiv key : keys) {
                byte[] place = key.decrypt(sealed);
                if (place != null) {
                    return CursorPosition.decode(place);
                }
            }
        }
        throw ClientError.badInput("not a cursor of this connection in this order for this caller");
    }

    private static byte @Nullable [] decoded(String cursor) {
        if (cursor.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor.getBytes(UTF_8));
            // One place has one cursor: padding, and bits that no byte takes, would make others of it.
            return Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(sealed)
                            .equals(cursor)
                    ? sealed
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
