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
 * Makes errors of what data fetchers throw: a {@link ClientError} is told as it is, anything else only to our log. Without a
 * database there is nothing to tell beside an error, so that the whole request fails.
 */
@ApplicationScoped
public class DataFetcherErrors implements DataFetcherExceptionHandler {

    /** Where a GraphQL error carries its {@link ErrorCode}. */
    static final String CODE = "code";

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable cause = FailureLog.unwrap(parameters.getException());
        if (cause instanceof Unavailable || cause instanceof Overload) {
            // Thrown, it would be taken for a failure of this handler, and an error made of it that says nothing.
            return CompletableFuture.failedFuture(cause);
        }
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment());
        if (cause instanceof ClientError refusal) {
            error.message(refusal.getMessage()).extensions(Map.of(CODE, refusal.code()));
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
