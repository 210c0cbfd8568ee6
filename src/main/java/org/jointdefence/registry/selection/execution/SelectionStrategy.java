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
            return CompletableFuture.completedFuture(refused(context, parameters, results.argumentErrors()));
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

    /** The result for invalid arguments: no field is fetched, and there are only errors. */
    private ExecutionResult refused(
            ExecutionContext context,
            ExecutionStrategyParameters parameters,
            Map<String, List<ClientError>> argumentErrors) {
        List<GraphQLError> errors = new ArrayList<>();
        argumentErrors.forEach((key, fieldErrors) -> fieldErrors.forEach(
                error -> errors.addAll(handled(context, parameters.getFields().getSubField(key), error)
                        .join()
                        .getErrors())));
        return ExecutionResult.newExecutionResult().data(null).errors(errors).build();
    }

    private CompletableFuture<DataFetcherExceptionHandlerResult> handled(
            ExecutionContext context, MergedField field, ClientError error) {
        ExecutionStepInfo step = ExecutionStepInfo.newExecutionStepInfo()
                .type(context.getGraphQLSchema().getQueryType())
                .field(field)
                .path(ResultPath.rootPath().segment(field.getResultKey()))
                .build();
        return dataFetcherExceptionHandler.handleException(
                DataFetcherExceptionHandlerParameters.newExceptionParameters()
                        .exception(error)
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
