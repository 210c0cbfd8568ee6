package org.jointdefence.registry.request.document;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.request.input.JsonText;
import org.jspecify.annotations.Nullable;

/** Reads the files in which client build tools write down the documents of a client. */
final class Manifest {

    private static final String APOLLO = "apollo-persisted-query-manifest";

    private Manifest() {}

    /** Documents by their ids; a file that cannot be read or understood keeps the service from starting. */
    static Map<String, String> read(Path file) {
        try {
            Map<String, @Nullable Object> json =
                    JsonText.OF_OPERATORS.object(Files.readAllBytes(file)).orElse(null);
            if (json == null) {
                throw unusable(file, "it is not one JSON object");
            }
            return APOLLO.equals(json.get("format")) ? apollo(json, file) : relay(json, file);
        } catch (IOException failure) {
            throw unusable(file, "it cannot be read");
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
