package org.jointdefence.registry.selection.execution;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jointdefence.registry.selection.plan.CoercedOperation;

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
        Results results = results(context, parameters);
        if (!results.faults().isEmpty()) {
            return CompletableFuture.completedFuture(refused(context, parameters, results.faults()));
        }
        results.complete();
        CompletableFuture<ExecutionResult> result = super.execute(context, parameters);
        String marking = results.marking();
        return marking == null
                ? result
                : result.thenApply(unmarked -> ExecutionResult.newExecutionResult()
                        .from(unmarked)
                        .addExtension(Marking.NAME, marking)
                        .build());
    }

    /** What was read before graphql-java was asked, or else is read now. */
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

    /** Bad arguments anywhere: no data, no field asked for, and an error for each fault. */
    private ExecutionResult refused(
            ExecutionContext context, ExecutionStrategyParameters parameters, Map<String, List<ClientError>> faults) {
        List<GraphQLError> errors = new ArrayList<>();
        faults.forEach((key, refusals) -> refusals.forEach(
                refusal -> errors.addAll(handled(context, parameters.getFields().getSubField(key), refusal)
                        .join()
                        .getErrors())));
        return ExecutionResult.newExecutionResult().data(null).errors(errors).build();
    }

    private CompletableFuture<DataFetcherExceptionHandlerResult> handled(
            ExecutionContext context, MergedField field, ClientError refusal) {
        ExecutionStepInfo step = ExecutionStepInfo.newExecutionStepInfo()
                .type(context.getGraphQLSchema().getQueryType())
                .field(field)
                .path(ResultPath.rootPath().segment(field.getResultKey()))
                .build();
        return dataFetcherExceptionHandler.handleException(
                DataFetcherExceptionHandlerParameters.newExceptionParameters()
                        .exception(refusal)
                        .dataFetchingEnvironment(DataFetchingEnvironmentImpl.newDataFetchingEnvironment(context)
                                .mergedField(field)
                                .executionStepInfo(step)
                                .build())
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
