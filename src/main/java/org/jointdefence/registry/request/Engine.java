package org.jointdefence.registry.request;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.ExecutionId;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.request.document.PreparedDocument;
import org.jointdefence.registry.request.error.DataFetcherErrors;
import org.jointdefence.registry.request.input.GraphQLRequest;
import org.jointdefence.registry.selection.execution.Operations;
import org.jointdefence.registry.selection.execution.SelectionStrategy;

/** Executes prepared documents with graphql-java, on the calling thread. */
@ApplicationScoped
class Engine {

    // Nothing here uses it; without one, graphql-java would make a random one for each request.
    private static final ExecutionId EXECUTION = ExecutionId.from("registry");

    private final GraphQL graphQL;

    Engine(GraphQLSchema schema, Operations operations, DataFetcherErrors failures) {
        this.graphQL = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new SelectionStrategy(operations, failures))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(failures))
                .defaultDataFetcherExceptionHandler(failures)
                .preparsedDocumentProvider((input, parser) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .doNotAutomaticallyDispatchDataLoader()
                .build();
    }

    /**
     * Executes the operation that the request names.
     *
     * @param association makes the caller known to annotations that guard mutations, in the active request scope
     */
    ExecutionResult execute(
            GraphQLRequest request, PreparedDocument document, RequestContext requestContext, Runnable association) {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate();
        InjectableContext.ContextState state = scope.getState();
        try {
            association.run();
            return graphQL.execute(input(request, document, requestContext, state));
        } finally {
            // SmallRye's data fetchers leave the scope when they are done, ours do not.
            scope.deactivate();
            scope.destroy(state);
            SmallRyeContextManager.clearCurrentSmallRyeContext();
        }
    }

    private static ExecutionInput input(
            GraphQLRequest request,
            PreparedDocument document,
            RequestContext requestContext,
            InjectableContext.ContextState state) {
        return ExecutionInput.newExecutionInput()
                .query("")
                .operationName(request.operationName())
                .variables(request.variables())
                .executionId(EXECUTION)
                .locale(Locale.ENGLISH)
                .graphQLContext(context -> context.put(PreparsedDocumentEntry.class, document.entry())
                        .put(RequestContext.class, requestContext)
                        .put(Caller.class, requestContext.caller())
                        // What SmallRye's data fetchers look for.
                        .put(SmallRyeContextManager.CONTEXT, smallRyeContext())
                        .put("runBlocking", true)
                        .put("state", state))
                .build();
    }

    private static SmallRyeContext smallRyeContext() {
        SmallRyeContext context = new SmallRyeContext(Engine.class.getName());
        context.setRequest(JsonValue.EMPTY_JSON_OBJECT);
        return context;
    }
}
