package org.jointdefence.registry.selection.execution;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.error.ClientError;

/** The result of an operation that was refused as a whole: no field is fetched, and there are only errors. */
public final class RefusedOperation {

    private RefusedOperation() {}

    /**
     * The result with these errors and without data.
     *
     * @param refusals the errors by the response key of the root field
     */
    public static ExecutionResult of(
            ExecutionContext context,
            ExecutionStrategyParameters parameters,
            Map<String, List<ClientError>> refusals,
            DataFetcherExceptionHandler handler) {
        List<GraphQLError> errors = new ArrayList<>();
        refusals.forEach((key, refused) -> refused.forEach(error -> errors.addAll(
                handled(context, parameters, parameters.getFields().getSubField(key), error, handler))));
        return ExecutionResult.newExecutionResult().data(null).errors(errors).build();
    }

    private static List<GraphQLError> handled(
            ExecutionContext context,
            ExecutionStrategyParameters parameters,
            MergedField field,
            ClientError error,
            DataFetcherExceptionHandler handler) {
        ExecutionStepInfo step = ExecutionStepInfo.newExecutionStepInfo()
                .type(parameters.getExecutionStepInfo().getUnwrappedNonNullType())
                .field(field)
                .path(ResultPath.rootPath().segment(field.getResultKey()))
                .build();
        return handler.handleException(DataFetcherExceptionHandlerParameters.newExceptionParameters()
                        .exception(error)
                        .dataFetchingEnvironment(DataFetchingEnvironmentImpl.newDataFetchingEnvironment(context)
                                .mergedField(field)
                                .executionStepInfo(step)
                                .build())
                        .build())
                .join()
                .getErrors();
    }
}
