package org.jointdefence.registry.request.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.language.SourceLocation;
import java.util.List;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code errors} in a response (GraphQL specification, section 7.1.2).
 *
 * @param path the response keys and list indexes that lead to the failed field; empty for a request error
 * @param record the global id of the record that the request conflicts with; null if there is none
 */
public record RequestError(
        ErrorCode code,
        String message,
        List<SourceLocation> locations,
        List<Object> path,
        @Nullable String record) {

    private static final String GENERIC = "The request failed because of an internal error.";

    public RequestError(ErrorCode code, String message) {
        this(code, message, List.of(), List.of(), null);
    }

    public static RequestError of(ClientError error) {
        return new RequestError(error.code(), error.getMessage());
    }

    /** An internal error, without details. */
    public static RequestError internal() {
        return new RequestError(ErrorCode.INTERNAL, GENERIC);
    }

    /** A temporary failure; the client can retry. */
    public static RequestError unavailable() {
        return new RequestError(ErrorCode.UNAVAILABLE, "The registry is temporarily unavailable; try again later.");
    }

    /** Converts an error of graphql-java; the message of an internal error is replaced. */
    public static RequestError of(GraphQLError error) {
        ErrorCode code = code(error);
        return new RequestError(
                code,
                code == ErrorCode.INTERNAL ? GENERIC : ErrorMessageSanitizer.of(String.valueOf(error.getMessage())),
                orEmpty(error.getLocations()),
                orEmpty(error.getPath()),
                record(error));
    }

    private static @Nullable String record(GraphQLError error) {
        return error.getExtensions() != null
                        && error.getExtensions().get(DataFetcherErrors.RECORD) instanceof String record
                ? record
                : null;
    }

    /** The code of an error; an unclassified error counts as internal. */
    private static ErrorCode code(GraphQLError error) {
        if (error.getExtensions() != null
                && error.getExtensions().get(DataFetcherErrors.CODE) instanceof ErrorCode code) {
            return code;
        }
        if (error instanceof BadFaithIntrospectionError) {
            return ErrorCode.LIMIT_EXCEEDED;
        }
        ErrorClassification type = error.getErrorType();
        if (!(type instanceof ErrorType known)) {
            return ErrorCode.INTERNAL;
        }
        return switch (known) {
            case InvalidSyntax, ValidationError, OperationNotSupported -> ErrorCode.BAD_USER_INPUT;
            case DataFetchingException, NullValueInNonNullableField, ExecutionAborted -> ErrorCode.INTERNAL;
        };
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /**
     * The HTTP status, used when there is no {@code data}; otherwise it is 294, or 200 for {@code application/json}.
     * Requests that were refused but not rejected get 200 for {@code application/json}, too.
     */
    public int status() {
        return switch (code) {
            case BAD_USER_INPUT, LIMIT_EXCEEDED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }
}
