package org.jointdefence.registry.request.document;

import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.request.cost.Amount;
import org.jointdefence.registry.request.cost.QueryCost;
import org.jspecify.annotations.Nullable;

/**
 * A parsed and validated document with the costs of its operations; shared by all requests that send it.
 *
 * @param hash SHA-256 of its text in hexadecimal digits
 * @param operations its operations by name; an anonymous operation has the empty name
 * @param hasLiterals whether it has literal values, which may be a caller's data
 * @param retained the estimated heap that it takes, in bytes
 */
public record PreparedDocument(
        String hash,
        PreparsedDocumentEntry entry,
        Map<String, Operation> operations,
        boolean hasLiterals,
        int retained) {

    /** The syntax or validation errors; empty if the document is valid. */
    public List<? extends GraphQLError> errors() {
        return entry.hasErrors() ? entry.getErrors() : List.of();
    }

    /**
     * The requested operation.
     *
     * @param name its name; null if the document has only one
     * @throws ClientError if there is no such operation
     */
    public Operation operation(@Nullable String name) {
        Operation operation = name != null
                ? operations.get(name)
                : operations.size() == 1 ? operations.values().iterator().next() : null;
        if (operation != null) {
            return operation;
        }
        throw ClientError.badInput(
                name != null
                        ? "The document has no operation with this operationName."
                        : "The document does not have exactly one operation; send an operationName.");
    }

    /**
     * An operation of a document.
     *
     * @param fragments the fragments of its document, by name
     * @param direct whether all its root fields select records, so that it can be executed without graphql-java
     * @param introspective whether its document uses introspection
     * @param cost the maximum size of its response
     * @param defaults the default values of its integer variables
     */
    public record Operation(
            OperationDefinition definition,
            Map<String, FragmentDefinition> fragments,
            boolean direct,
            boolean introspective,
            QueryCost cost,
            Map<String, Long> defaults) {

        public boolean isQuery() {
            return definition.getOperation() == OperationDefinition.Operation.QUERY;
        }

        /**
         * Checks the operation's cost.
         *
         * @throws ClientError if the response could exceed a limit with these variables
         */
        public void check(Map<String, @Nullable Object> variables, LimitsConfig limits) {
            Amount amount = cost.of(variables, defaults);
            long bytes = limits.answerSize().asLongValue();
            if (amount.values() > limits.complexity()) {
                throw ClientError.limit("The response could have " + amount.values() + " values; the limit is "
                        + limits.complexity() + ". Request smaller pages or fewer fields.");
            }
            if (amount.bytes() > bytes) {
                throw ClientError.limit("The response could have " + amount.bytes() + " bytes; the limit is " + bytes
                        + ". Request smaller pages, fewer fields or shorter aliases.");
            }
        }
    }
}
