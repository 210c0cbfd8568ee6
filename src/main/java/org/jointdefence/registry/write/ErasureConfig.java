package org.jointdefence.registry.write;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What the profile {@code erase} erases, and why. */
@ConfigMapping(prefix = "registry.erasure")
interface ErasureConfig {

    /** Whether to erase and exit without serving requests; for the profile {@code erase}. */
    @WithDefault("false")
    boolean only();

    /** The id of the record in the API. */
    Optional<String> record();

    /** The fields to erase, as the API names them; by default all free texts of the record. */
    Optional<List<String>> fields();

    /** The legal ground, which is kept. */
    Optional<String> reason();

    /** The name of the person who erases, which is kept. */
    Optional<String> operator();

    /** The nation, ISO 3166-1 alpha-2, that is responsible and in whose chain the erasure is sealed. */
    Optional<String> nation();
}
