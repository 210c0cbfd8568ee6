package org.jointdefence.registry.http;

import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A document that was parsed, validated and measured, once for all requests that send it.
 *
 * @param hash SHA-256 of its text in hexadecimal digits
 * @param operations its operations by name; the one without a name has the empty one
 * @param fields how many fields its operations have, fragments resolved
 */
record PreparedDocument(String hash, PreparsedDocumentEntry entry, Map<String, Operation> operations, int fields) {

    List<? extends GraphQLError> errors() {
        return entry.hasErrors() ? entry.getErrors() : List.of();
    }

    /** The operation that a request means. */
    Operation operation(@Nullable String name) {
        Operation operation = name != null
                ? operations.get(name)
                : operations.size() == 1 ? operations.values().iterator().next() : null;
        if (operation != null) {
            return operation;
        }
        throw Refusal.badInput(
                name != null
                        ? "The document has no operation of the name that was asked for."
                        : "The document has not exactly one operation; an operationName must say which.");
    }

    /**
     * One operation of a document.
     *
     * @param introspective whether it asks about the schema
     * @param cost null when the document is not valid
     */
    record Operation(
            OperationDefinition.Operation kind,
            boolean introspective,
            @Nullable Cost cost) {

        boolean isQuery() {
            return kind == OperationDefinition.Operation.QUERY;
        }
    }
}
