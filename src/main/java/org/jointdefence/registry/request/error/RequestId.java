package org.jointdefence.registry.request.error;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The id of a request in error responses and in the log: 16 hexadecimal digits, generated on first use. */
public final class RequestId {

    private @Nullable String value;

    @Override
    public synchronized String toString() {
        String id = value;
        if (id == null) {
            byte[] bytes = new byte[8];
            // A static instance would be created and seeded when the native image is built.
            new SecureRandom().nextBytes(bytes);
            id = HexFormat.of().formatHex(bytes);
            value = id;
        }
        return id;
    }
}
