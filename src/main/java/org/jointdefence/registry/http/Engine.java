package org.jointdefence.registry.http;

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
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Callers;
import org.jointdefence.registry.selection.Inquiry;
import org.jointdefence.registry.selection.Operations;
import org.jointdefence.registry.selection.SelectionStrategy;

/** Executes prepared documents with graphql-java, on the calling thread. */
@ApplicationScoped
class Engine {

    // Nothing here uses it; without one, graphql-java would make a random one for each request.
    private static final ExecutionId EXECUTION = ExecutionId.from("registry");

    private final GraphQL graphQL;
    private final Callers callers;

    Engine(GraphQLSchema schema, Operations operations, FetchFailures failures, Callers callers) {
        this.callers = callers;
        this.graphQL = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new SelectionStrategy(operations, failures))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(failures))
                .defaultDataFetcherExceptionHandler(failures)
                .preparsedDocumentProvider((input, parser) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .doNotAutomaticallyDispatchDataLoader()
                .build();
    }

    ExecutionResult execute(
            GraphQLRequest request, PreparedDocument document, Inquiry inquiry, RoutingContext routing) {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate();
        InjectableContext.ContextState state = scope.getState();
        try {
            callers.associate(routing);
            return graphQL.execute(input(request, document, inquiry, state));
        } finally {
            // SmallRye's data fetchers leave the scope when they are done, ours do not.
            scope.deactivate();
            scope.destroy(state);
            SmallRyeContextManager.clearCurrentSmallRyeContext();
        }
    }

    private static ExecutionInput input(
            GraphQLRequest request, PreparedDocument document, Inquiry inquiry, InjectableContext.ContextState state) {
        return ExecutionInput.newExecutionInput()
                .query("")
                .operationName(request.operationName())
                .variables(request.variables())
                .executionId(EXECUTION)
                .locale(Locale.ENGLISH)
                .graphQLContext(context -> context.put(PreparsedDocumentEntry.class, document.entry())
                        .put(Inquiry.class, inquiry)
                        .put(Caller.class, inquiry.caller())
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
