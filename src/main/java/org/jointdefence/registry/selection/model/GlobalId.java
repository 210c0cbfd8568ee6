package org.jointdefence.registry.selection.model;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointdefence.registry.error.ClientError;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A record's id in the API: base64url of {@code Type:uuid}, as in Relay's global object identification.
 *
 * @param type the name of the record's entity type
 * @param uuid the record's internal id
 */
public record GlobalId(String type, String uuid) {
    private static final Pattern PLAIN =
            Pattern.compile("([A-Za-z]{1,64}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** Parses an id; null if it is malformed. */
    public static @Nullable GlobalId of(@Nullable String id) {
        if (id == null || id.length() > 200) {
            return null;
        }
        try {
            Matcher plain = PLAIN.matcher(new String(Base64.getUrlDecoder().decode(id), ISO_8859_1));
            return plain.matches() ? new GlobalId(plain.group(1), plain.group(2)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The UUID in an id of this entity type.
     *
     * @param path the path of the argument
     */
    public static String uuid(EntityType entityType, @Nullable String id, String path) {
        GlobalId global = of(id);
        if (global == null || !global.type.equals(entityType.name())) {
            throw ClientError.badInput("`" + path + "` is not the id of a " + entityType.name());
        }
        return global.uuid;
    }

    /** The bytes at the start of every id of an entity type, before the encoding. */
    public static byte[] prefix(EntityType entityType) {
        return (entityType.name() + ":").getBytes(ISO_8859_1);
    }

    /** The id of the record with this UUID. */
    public static String encode(EntityType entityType, String uuid) {
        return new String(encode(prefix(entityType), uuid.getBytes(ISO_8859_1)), ISO_8859_1);
    }

    /** Encodes the id of the record with this UUID, in ASCII. */
    public static byte[] encode(byte[] prefix, byte[] uuid) {
        byte[] plain = Arrays.copyOf(prefix, prefix.length + uuid.length);
        System.arraycopy(uuid, 0, plain, prefix.length, uuid.length);
        return Base64.getUrlEncoder().withoutPadding().encode(plain);
    }
}
