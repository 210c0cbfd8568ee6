package org.jointdefence.registry.write;

import graphql.ExecutionResult;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import java.util.concurrent.CompletableFuture;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.selection.execution.Marking;
import org.jointdefence.registry.selection.execution.RefusedOperation;
import org.jointdefence.registry.selection.execution.Results;
import org.jointdefence.registry.selection.plan.CoercedOperation;

/**
 * Executes mutation operations. All changes are made together, in the order of the root fields, before graphql-java fetches
 * the first field; if one is refused, none is made.
 */
public final class MutationStrategy extends AsyncSerialExecutionStrategy {

    private final Mutations mutations;

    /** @param handler handles the exceptions of data fetchers */
    public MutationStrategy(Mutations mutations, DataFetcherExceptionHandler handler) {
        super(handler);
        this.mutations = mutations;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        Results results = mutations.write(
                CoercedOperation.of(context),
                parameters.getFields(),
                context.getGraphQLContext().get(RequestContext.class),
                context.getGraphQLContext().get(IdempotencyKey.class));
        if (!results.argumentErrors().isEmpty()) {
            return CompletableFuture.completedFuture(
                    RefusedOperation.of(context, parameters, results.argumentErrors(), dataFetcherExceptionHandler));
        }
        context.getGraphQLContext().put(Results.class, results);
        return Marking.added(results.marking(), super.execute(context, parameters));
    }

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters) {
        FieldValueInfo completed = Results.completed(parameters);
        return completed == null ? super.completeValue(context, parameters) : completed;
    }
}
