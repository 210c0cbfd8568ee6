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
 * A document that was parsed, validated and measured, once for all requests that send it.
 *
 * @param hash SHA-256 of its text in hexadecimal digits
 * @param operations its operations by name; the one without a name has the empty one
 * @param hasLiterals whether it has texts or numbers that somebody may have put there as values
 * @param retained about how many bytes of memory it takes
 */
public record PreparedDocument(
        String hash,
        PreparsedDocumentEntry entry,
        Map<String, Operation> operations,
        boolean hasLiterals,
        int retained) {

    public List<? extends GraphQLError> errors() {
        return entry.hasErrors() ? entry.getErrors() : List.of();
    }

    /** The operation that a request means. */
    public Operation operation(@Nullable String name) {
        Operation operation = name != null
                ? operations.get(name)
                : operations.size() == 1 ? operations.values().iterator().next() : null;
        if (operation != null) {
            return operation;
        }
        throw ClientError.badInput(
                name != null
                        ? "The document has no operation of the name that was asked for."
                        : "The document has not exactly one operation; an operationName must say which.");
    }

    /**
     * One operation of a document.
     *
     * @param fragments the fragments of its document, by name
     * @param direct whether all its root fields are the registry's own, so that it can be executed without graphql-java
     * @param introspective whether it asks about the schema
     * @param cost how much of an answer it can take
     * @param defaults the default values of those of its variables that are integers
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

        /** Refuses the operation if its answer could be too large under these variables. */
        public void check(Map<String, @Nullable Object> variables, LimitsConfig limits) {
            Amount amount = cost.of(variables, defaults);
            long bytes = limits.answerSize().asLongValue();
            if (amount.values() > limits.complexity()) {
                throw ClientError.limit("The answer could hold " + amount.values() + " values, and "
                        + limits.complexity() + " is the limit; ask for smaller pages or fewer fields.");
            }
            if (amount.bytes() > bytes) {
                throw ClientError.limit("The answer could take " + amount.bytes() + " bytes, and " + bytes
                        + " is the limit; ask for smaller pages, fewer fields or shorter aliases.");
            }
        }
    }
}
