package org.jointdefence.registry.selection.execution;

import graphql.ExecutionResult;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLTypeReference.typeRef;

/**
 * The marking of a response, in its extensions and as a root field for clients that hide extensions. It is known when the
 * response has been recorded, which happens before graphql-java fetches the first root field, so the field may stand
 * anywhere in the document.
 */
public final class Marking {
    /** The name of the root field and of the extension. */
    public static final String NAME = "marking";

    /** Fetches the marking from the results in the GraphQL context. */
    public static final DataFetcher<@Nullable String> FETCHER = environment ->
            environment.getGraphQlContext().<Results>get(Results.class).marking();

    private Marking() {}

    /** The result with the marking in its extensions, if there is one. */
    public static CompletableFuture<ExecutionResult> added(
            @Nullable String marking, CompletableFuture<ExecutionResult> result) {
        return marking == null
                ? result
                : result.thenApply(unmarked -> ExecutionResult.newExecutionResult()
                        .from(unmarked)
                        .addExtension(NAME, marking)
                        .build());
    }

    /** The definition of the root field. */
    public static GraphQLFieldDefinition field() {
        return newFieldDefinition()
                .name(NAME)
                .description("The marking of this response: the join of all labels that its other root fields were read"
                        + " under, in the words of your nation, beside the marks of other policies. Null when all of it is"
                        + " public. The same as `extensions.marking`.")
                .argument(newArgument()
                        .name("of")
                        .description(
                                "A name of yours for what the response is shown as. It changes nothing here: a cache"
                                        + " that keeps one value for a field and its arguments keeps the markings of different"
                                        + " responses apart by it.")
                        .type(typeRef("String")))
                .type(typeRef("String"))
                .build();
    }
}
