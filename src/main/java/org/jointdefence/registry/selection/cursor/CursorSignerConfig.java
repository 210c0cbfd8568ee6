package org.jointdefence.registry.selection.cursor;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The keys of {@link CursorSigner}. */
@ConfigMapping(prefix = "registry.seals")
public interface CursorSignerConfig {
    /**
     * Keys in hexadecimal, 32 bytes each. The first one creates cursors and versions; cursors are accepted under all of
     * them. To rotate, add a new key at the end, and move it to the front once every process knows it
     * (docs/operating.md).
     */
    Optional<List<String>> keys();
}
