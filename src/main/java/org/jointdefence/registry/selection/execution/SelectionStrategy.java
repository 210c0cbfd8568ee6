package org.jointdefence.registry.selection.execution;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import java.util.concurrent.CompletableFuture;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.selection.plan.CoercedOperation;

/**
 * Executes query operations. All root fields that select records are read together, before graphql-java fetches its first
 * field, and graphql-java does not complete their values again.
 */
public final class SelectionStrategy extends AsyncExecutionStrategy {
    private final Operations operations;

    /** @param handler handles the exceptions of data fetchers */
    public SelectionStrategy(Operations operations, DataFetcherExceptionHandler handler) {
        super(handler);
        this.operations = operations;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        Results results = results(context, parameters);
        if (!results.argumentErrors().isEmpty()) {
            return CompletableFuture.completedFuture(
                    RefusedOperation.of(context, parameters, results.argumentErrors(), dataFetcherExceptionHandler));
        }
        results.complete();
        return Marking.added(results.marking(), super.execute(context, parameters));
    }

    /** The results in the GraphQL context; if there are none yet, the operation is read now. */
    private Results results(ExecutionContext context, ExecutionStrategyParameters parameters) {
        GraphQLContext values = context.getGraphQLContext();
        Results known = values.get(Results.class);
        if (known != null) {
            return known;
        }
        Results results =
                operations.read(CoercedOperation.of(context), parameters.getFields(), values.get(RequestContext.class));
        values.put(Results.class, results);
        return results;
    }

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters) {
        FieldValueInfo completed = Results.completed(parameters);
        return completed == null ? super.completeValue(context, parameters) : completed;
    }
}
