package org.jointdefence.registry.selection;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where the keys of {@link Seals} come from. */
@ConfigMapping(prefix = "registry.seals")
public interface SealsConfig {
    /**
     * Keys in hexadecimal, 32 bytes each. The first one seals; all of them are recognised, so that a key is rotated by
     * putting the new one in front and dropping the old one a day later.
     */
    Optional<List<String>> keys();
}
