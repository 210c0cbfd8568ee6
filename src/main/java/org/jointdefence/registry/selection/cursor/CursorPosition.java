package org.jointdefence.registry.selection.cursor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A position in an order: where a record with these values would be, whether or not it exists.
 *
 * @param values the value of each key of the order as the caller saw it, as text; null if it was absent or withheld
 * @param uuid the id, which breaks ties
 */
public record CursorPosition(List<@Nullable String> values, String uuid) {
    private static final int ABSENT = 0;
    private static final int PRESENT = 1;

    /** Encodes the position: the id, then for each value a presence flag, its length and its text. */
    public static byte[] encode(byte[] uuid, byte[] @Nullable [] values) {
        UUID id = UUID.fromString(new String(uuid, UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        bytes.writeBytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
        for (byte[] value : values) {
            if (value == null) {
                bytes.write(ABSENT);
            } else {
                bytes.write(PRESENT);
                bytes.writeBytes(
                        ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
                bytes.writeBytes(value);
            }
        }
        return bytes.toByteArray();
    }

    /** Decodes a position. */
    static CursorPosition decode(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        List<@Nullable String> values = new ArrayList<>();
        while (bytes.hasRemaining()) {
            if (bytes.get() == ABSENT) {
                values.add(null);
            } else {
                byte[] value = new byte[bytes.getInt()];
                bytes.get(value);
                values.add(new String(value, UTF_8));
            }
        }
        return new CursorPosition(values, id.toString());
    }
}
