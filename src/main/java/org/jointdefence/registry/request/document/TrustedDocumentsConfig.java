package org.jointdefence.registry.request.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Documents that clients may name instead of sending them. */
@ConfigMapping(prefix = "registry.trusted-documents")
interface TrustedDocumentsConfig {

    /** Manifests as written by relay-compiler or {@code @apollo/generate-persisted-query-manifest}. */
    Optional<List<Path>> manifests();

    /** Whether all other documents are rejected. */
    @WithDefault("false")
    boolean only();

    /** Whether clients may register documents by their hashes at run time (Apollo's automatic persisted queries). */
    @WithDefault("false")
    boolean automatic();
}
