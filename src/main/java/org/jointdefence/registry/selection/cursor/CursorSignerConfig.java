package org.jointdefence.registry.selection.cursor;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where the keys of {@link CursorSigner} come from. */
@ConfigMapping(prefix = "registry.seals")
public interface CursorSignerConfig {
    /**
     * Keys in hexadecimal, 32 bytes each. The first one makes cursors and versions; all of them are recognised in cursors. A new one goes
     * behind the others first, and to the front once every process knows it (docs/operating.md).
     */
    Optional<List<String>> keys();
}
