package org.jointdefence.registry.request;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionId;
import graphql.execution.ExecutionStrategy;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.request.document.PreparedDocument;
import org.jointdefence.registry.request.error.DataFetcherErrors;
import org.jointdefence.registry.request.input.GraphQLRequest;
import org.jointdefence.registry.selection.execution.Operations;
import org.jointdefence.registry.selection.execution.Results;
import org.jointdefence.registry.selection.execution.SelectionStrategy;
import org.jointdefence.registry.selection.plan.CoercedOperation;
import org.jointdefence.registry.write.IdempotencyKey;
import org.jointdefence.registry.write.MutationStrategy;
import org.jointdefence.registry.write.Mutations;
import org.jspecify.annotations.Nullable;

/**
 * Executes prepared operations on the calling thread. Operations that select only records are executed directly, all
 * others with graphql-java. If a direct execution has errors, graphql-java creates the response from what has already been
 * read.
 */
@ApplicationScoped
class Engine {

    /** Unused, but without an id graphql-java would generate a random one for each request. */
    private static final ExecutionId EXECUTION_ID = ExecutionId.from("registry");

    private final GraphQLSchema schema;
    private final Operations operations;
    private final GraphQL graphQL;

    @Inject
    Engine(GraphQLSchema schema, Operations operations, Mutations mutations, DataFetcherErrors errors) {
        this(schema, operations, new MutationStrategy(mutations, errors), errors);
    }

    /** An engine that executes mutations with this strategy. */
    Engine(GraphQLSchema schema, Operations operations, ExecutionStrategy mutationStrategy, DataFetcherErrors errors) {
        this.schema = schema;
        this.operations = operations;
        this.graphQL = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new SelectionStrategy(operations, errors))
                .mutationExecutionStrategy(mutationStrategy)
                .defaultDataFetcherExceptionHandler(errors)
                .preparsedDocumentProvider((input, parser) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .doNotAutomaticallyDispatchDataLoader()
                .build();
    }

    /**
     * Executes an operation of the document.
     *
     * @param operation the operation that the request names
     * @param association associates the caller with the active request scope, for annotations such as RolesAllowed on
     *     mutations
     */
    GraphQLResult execute(
            GraphQLRequest request,
            PreparedDocument document,
            PreparedDocument.Operation operation,
            RequestContext requestContext,
            Runnable association) {
        Results results = operation.direct() ? read(request, operation, requestContext) : null;
        if (results != null && results.isComplete()) {
            try {
                return new GraphQLResult.Written(
                        CompleteResponse.of(results, requestContext.caller().stepUp()));
            } catch (ClientError tooLong) {
                results.failAll(tooLong);
            }
        }
        return GraphQLResult.of(executeWithGraphQLJava(request, document, requestContext, results, association));
    }

    /** The results of an operation; null if its variables cannot be coerced, in which case nothing was read. */
    private @Nullable Results read(
            GraphQLRequest request, PreparedDocument.Operation operation, RequestContext requestContext) {
        GraphQLContext context = GraphQLContext.newContext().build();
        CoercedVariables variables;
        try {
            variables = ValuesResolver.coerceVariableValues(
                    schema,
                    operation.definition().getVariableDefinitions(),
                    RawVariables.of(request.variables()),
                    context,
                    Locale.ENGLISH);
        } catch (GraphQLException invalid) {
            // graphql-java will coerce them again and create the error.
            return null;
        }
        return operations.read(
                new CoercedOperation(
                        schema, operation.definition(), operation.fragments(), variables, context, Locale.ENGLISH),
                requestContext);
    }

    private ExecutionResult executeWithGraphQLJava(
            GraphQLRequest request,
            PreparedDocument document,
            RequestContext requestContext,
            @Nullable Results results,
            Runnable association) {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate();
        InjectableContext.ContextState state = scope.getState();
        try {
            association.run();
            return graphQL.execute(input(request, document, requestContext, results, state));
        } finally {
            // SmallRye's data fetchers end the request scope, ours do not.
            scope.deactivate();
            scope.destroy(state);
            SmallRyeContextManager.clearCurrentSmallRyeContext();
        }
    }

    private static ExecutionInput input(
            GraphQLRequest request,
            PreparedDocument document,
            RequestContext requestContext,
            @Nullable Results results,
            InjectableContext.ContextState state) {
        return ExecutionInput.newExecutionInput()
                .query("")
                .operationName(request.operationName())
                .variables(request.variables())
                .executionId(EXECUTION_ID)
                .locale(Locale.ENGLISH)
                .graphQLContext(context -> {
                    context.put(PreparsedDocumentEntry.class, document.entry())
                            .put(RequestContext.class, requestContext)
                            .put(Caller.class, requestContext.caller())
                            // SmallRye's data fetchers need these.
                            .put(SmallRyeContextManager.CONTEXT, smallRyeContext())
                            .put("runBlocking", true)
                            .put("state", state);
                    if (results != null) {
                        context.put(Results.class, results);
                    }
                    if (request.idempotencyKey() != null) {
                        context.put(IdempotencyKey.class, new IdempotencyKey(request.idempotencyKey()));
                    }
                })
                .build();
    }

    private static SmallRyeContext smallRyeContext() {
        SmallRyeContext context = new SmallRyeContext(Engine.class.getName());
        context.setRequest(JsonValue.EMPTY_JSON_OBJECT);
        return context;
    }
}
