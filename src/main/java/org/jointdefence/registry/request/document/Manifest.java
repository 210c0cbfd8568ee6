package org.jointdefence.registry.request.document;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.request.error.HttpError;
import org.jointdefence.registry.request.input.JsonText;
import org.jspecify.annotations.Nullable;

/** Reads manifests: the files to which build tools of clients write a client's documents. */
final class Manifest {

    private static final String APOLLO = "apollo-persisted-query-manifest";

    /** The documents of the page, which the build of the page writes. */
    private static final String OF_PAGE = "/page-documents.json";

    private Manifest() {}

    /** Reads the manifest in the package. */
    static Map<String, String> ofPage() {
        Path file = Path.of(OF_PAGE);
        try (InputStream manifest = Manifest.class.getResourceAsStream(OF_PAGE)) {
            if (manifest == null) {
                throw unusable(file, "it is not in the package");
            }
            return read(manifest.readAllBytes(), file);
        } catch (IOException failure) {
            throw unusable(file, "it cannot be read");
        }
    }

    /**
     * Reads a manifest in the format of relay-compiler or of Apollo.
     *
     * @return the documents by id
     * @throws ConfigurationException if the file cannot be read or parsed; the service then does not start
     */
    static Map<String, String> read(Path file) {
        try {
            return read(Files.readAllBytes(file), file);
        } catch (IOException failure) {
            throw unusable(file, "it cannot be read");
        }
    }

    private static Map<String, String> read(byte[] manifest, Path file) {
        try {
            Map<String, @Nullable Object> json =
                    JsonText.OF_OPERATORS.object(manifest).orElse(null);
            if (json == null) {
                throw unusable(file, "it is not a single JSON object");
            }
            return APOLLO.equals(json.get("format")) ? apollo(json, file) : relay(json, file);
        } catch (HttpError failure) {
            throw unusable(file, failure.getMessage());
        }
    }

    /** {@code {"<id>": "<document>", …}}. */
    private static Map<String, String> relay(Map<String, @Nullable Object> json, Path file) {
        Map<String, String> documents = new HashMap<>();
        json.forEach((id, text) -> put(documents, id, text, file));
        return documents;
    }

    /** {@code {"format": …, "version": 1, "operations": [{"id": …, "body": …, …}, …]}}. */
    private static Map<String, String> apollo(Map<String, @Nullable Object> json, Path file) {
        if (!(json.get("operations") instanceof List<?> operations)) {
            throw unusable(file, "it has no operations");
        }
        Map<String, String> documents = new HashMap<>();
        for (Object each : operations) {
            if (!(each instanceof Map<?, ?> operation) || !(operation.get("id") instanceof String id)) {
                throw unusable(file, "it has an operation without an id");
            }
            put(documents, id, operation.get("body"), file);
        }
        return documents;
    }

    private static void put(Map<String, String> documents, String id, @Nullable Object text, Path file) {
        if (!(text instanceof String document)) {
            throw unusable(file, "it has no document for " + id);
        }
        documents.put(id, document);
    }

    private static ConfigurationException unusable(Path file, String reason) {
        return new ConfigurationException(
                "The registry does not start with the manifest of trusted documents " + file + ": " + reason);
    }
}
