package org.jointdefence.registry.request.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Documents that clients name instead of sending them. */
@ConfigMapping(prefix = "registry.trusted-documents")
interface TrustedDocumentsConfig {

    /** Files as relay-compiler or {@code @apollo/generate-persisted-query-manifest} write them. */
    Optional<List<Path>> manifests();

    /** Whether no other document is answered. */
    @WithDefault("false")
    boolean only();

    /** Whether clients may register documents by their hash as they go (Apollo's automatic persisted queries). */
    @WithDefault("false")
    boolean automatic();
}
