package org.jointdefence.registry.request.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jointdefence.registry.request.error.HttpError;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed request of GraphQL over HTTP.
 *
 * @param documentId the id of a trusted document, if the client sends one instead of a query
 * @param persistedHash Apollo's {@code extensions.persistedQuery.sha256Hash}: the id of a trusted document, or the hash
 *     of a query that the client registers, or has registered
 * @param idempotencyKey the key with which the client may repeat the request
 */
public record GraphQLRequest(
        @Nullable String query,
        @Nullable String documentId,
        @Nullable String persistedHash,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        @Nullable String idempotencyKey) {

    /** The GraphQL specification, section 2.1.9. */
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    /**
     * Parses the body of a POST request.
     *
     * @throws HttpError if it is malformed or exceeds a limit
     */
    public static GraphQLRequest of(byte[] body, JsonText json) {
        return of(json.object(body).orElseThrow(() -> HttpError.malformed("The body must be a single JSON object.")));
    }

    /**
     * Parses the parameters of a GET request; an empty value counts as absent.
     *
     * @param parameters all values of a parameter, by its name
     * @throws HttpError if a parameter is repeated or malformed, or exceeds a limit
     */
    public static GraphQLRequest of(Function<String, List<String>> parameters, JsonText json) {
        return of(new Parameters(
                text(parameters, "query"),
                text(parameters, "documentId"),
                text(parameters, "operationName"),
                object(parameters, "variables", json),
                object(parameters, "extensions", json)));
    }

    private static GraphQLRequest of(Map<String, @Nullable Object> json) {
        return of(new Parameters(
                text(json, "query"),
                text(json, "documentId"),
                text(json, "operationName"),
                object(json, "variables"),
                object(json, "extensions")));
    }

    private static GraphQLRequest of(Parameters parameters) {
        String hash = persistedHash(parameters.extensions());
        if (parameters.query() == null && parameters.documentId() == null && hash == null) {
            throw HttpError.malformed("The request has neither a query nor a documentId.");
        }
        if (parameters.query() != null && parameters.documentId() != null) {
            throw HttpError.malformed("The request has both a query and a documentId; send only one of them.");
        }
        String operationName = parameters.operationName();
        if (operationName != null
                && !operationName.isEmpty()
                && !NAME.matcher(operationName).matches()) {
            throw HttpError.malformed("The operationName is not a valid GraphQL name.");
        }
        return new GraphQLRequest(
                parameters.query(),
                parameters.documentId(),
                hash,
                operationName == null || operationName.isEmpty() ? null : operationName,
                parameters.variables(),
                null);
    }

    /** The same request with the key of its header. */
    public GraphQLRequest with(@Nullable String key) {
        return new GraphQLRequest(query, documentId, persistedHash, operationName, variables, key);
    }

    private static @Nullable String persistedHash(Map<String, @Nullable Object> extensions) {
        return switch (extensions.get("persistedQuery")) {
            case null -> null;
            case Map<?, ?> persisted when persisted.get("sha256Hash") instanceof String hash -> hash;
            default -> throw HttpError.malformed("extensions.persistedQuery has no sha256Hash.");
        };
    }

    private static @Nullable String text(Map<String, @Nullable Object> json, String name) {
        return switch (json.get(name)) {
            case null -> null;
            case String text -> text;
            default -> throw HttpError.malformed("The parameter " + name + " is not a string.");
        };
    }

    @SuppressWarnings("unchecked") // JsonText reads objects with strings as keys.
    private static Map<String, @Nullable Object> object(Map<String, @Nullable Object> json, String name) {
        return switch (json.get(name)) {
            case null -> Map.of();
            case Map<?, ?> object -> (Map<String, @Nullable Object>) object;
            default -> throw HttpError.malformed("The parameter " + name + " is not an object.");
        };
    }

    private static @Nullable String text(Function<String, List<String>> parameters, String name) {
        List<String> values = parameters.apply(name);
        if (values.size() > 1) {
            throw HttpError.malformed("The parameter " + name + " is given more than once.");
        }
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    private static Map<String, @Nullable Object> object(
            Function<String, List<String>> parameters, String name, JsonText json) {
        String text = text(parameters, name);
        if (text == null) {
            return Map.of();
        }
        Optional<Map<String, @Nullable Object>> object = json.object(text);
        return object.orElseThrow(() -> HttpError.malformed("The parameter " + name + " is not a JSON object."));
    }

    private record Parameters(
            @Nullable String query,
            @Nullable String documentId,
            @Nullable String operationName,
            Map<String, @Nullable Object> variables,
            Map<String, @Nullable Object> extensions) {}
}
