package org.jointdefence.registry.selection;

import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import java.util.concurrent.CompletableFuture;

/**
 * Executes query operations: everything that the registry knows is answered at once before graphql-java asks for its
 * first field, and is not looked at again on its way out.
 */
public final class SelectionStrategy extends AsyncExecutionStrategy {
    private final Operations operations;

    /** Executes with these operations, and with this handler for what data fetchers throw. */
    public SelectionStrategy(Operations operations, DataFetcherExceptionHandler handler) {
        super(handler);
        this.operations = operations;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        Answers answers = operations.answer(context, parameters.getFields());
        answers.putInto(context);
        CompletableFuture<ExecutionResult> result = super.execute(context, parameters);
        String marking = answers.marking();
        return marking == null
                ? result
                : result.thenApply(unmarked -> ExecutionResult.newExecutionResult()
                        .from(unmarked)
                        .addExtension(Marking.NAME, marking)
                        .build());
    }

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Object value = parameters.getSource();
        return value instanceof CompletedJson
                ? new FieldValueInfo(FieldValueInfo.CompleteValueType.OBJECT, value)
                : super.completeValue(context, parameters);
    }
}
