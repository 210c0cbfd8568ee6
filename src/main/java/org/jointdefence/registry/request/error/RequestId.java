package org.jointdefence.registry.request.error;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What the caller's error and our log have in common; made only when there is an error to tell about. */
public final class RequestId {

    private @Nullable String value;

    @Override
    public synchronized String toString() {
        String made = value;
        if (made == null) {
            byte[] bytes = new byte[8];
            // Not one for all: it would be made, and seeded, when the native image is built.
            new SecureRandom().nextBytes(bytes);
            made = HexFormat.of().formatHex(bytes);
            value = made;
        }
        return made;
    }
}
