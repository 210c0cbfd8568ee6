package org.jointdefence.registry.request.error;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.error.Unavailable;

/**
 * Converts exceptions of data fetchers to GraphQL errors. A {@link ClientError} is shown to the client; all other
 * exceptions are logged, and the client gets an error without details. If the database or memory is unavailable, the
 * whole request fails.
 */
@ApplicationScoped
public class DataFetcherErrors implements DataFetcherExceptionHandler {

    /** The extension of a GraphQL error with its {@link ErrorCode}. */
    static final String CODE = "code";

    /** The extension of a GraphQL error with the id of the record that the request conflicts with. */
    static final String RECORD = "record";

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable cause = FailureLog.unwrap(parameters.getException());
        if (cause instanceof Unavailable || cause instanceof Overload) {
            // If it were thrown, graphql-java would treat it as a failure of this handler, and replace it.
            return CompletableFuture.failedFuture(cause);
        }
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment());
        if (cause instanceof ClientError clientError) {
            error.message(clientError.getMessage())
                    .extensions(
                            clientError.record() == null
                                    ? Map.of(CODE, clientError.code())
                                    : Map.of(CODE, clientError.code(), RECORD, clientError.record()));
        } else {
            FailureLog.record(
                    parameters
                            .getDataFetchingEnvironment()
                            .getGraphQlContext()
                            .<RequestContext>get(RequestContext.class)
                            .requestId()
                            .get(),
                    cause);
            error.message("").extensions(Map.of(CODE, ErrorCode.INTERNAL));
        }
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error.build()).build());
    }
}
