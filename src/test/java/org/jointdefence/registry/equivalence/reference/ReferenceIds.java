package org.jointdefence.registry.equivalence.reference;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Global ids: base64url of {@code Type:uuid}. */
public final class ReferenceIds {
    private ReferenceIds() {}

    public static String of(String type, String uuid) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ":" + uuid).getBytes(StandardCharsets.UTF_8));
    }

    /** The type that an id names; null for what is no id. */
    public static @Nullable String type(String id) {
        String text = text(id);
        return text == null ? null : text.substring(0, text.indexOf(':'));
    }

    static @Nullable String uuid(String id) {
        String text = text(id);
        return text == null ? null : text.substring(text.indexOf(':') + 1);
    }

    private static @Nullable String text(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            return text.matches("[A-Za-z]+:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}") ? text : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
