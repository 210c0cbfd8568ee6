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
 * One entry of an answer's {@code errors}.
 *
 * @param path names and indexes of the field that is at fault; empty when it is the whole request
 */
public record RequestError(ErrorCode code, String message, List<SourceLocation> locations, List<Object> path) {

    private static final String GENERIC = "The request could not be answered.";

    public RequestError(ErrorCode code, String message) {
        this(code, message, List.of(), List.of());
    }

    public static RequestError of(ClientError refusal) {
        return new RequestError(refusal.code(), refusal.getMessage());
    }

    /** What went wrong inside is nobody's business outside. */
    public static RequestError internal() {
        return new RequestError(ErrorCode.INTERNAL, GENERIC);
    }

    /** Not the request's fault, and soon over. */
    public static RequestError unavailable() {
        return new RequestError(ErrorCode.UNAVAILABLE, "The registry cannot answer at the moment; try again later.");
    }

    public static RequestError of(GraphQLError error) {
        ErrorCode code = code(error);
        return new RequestError(
                code,
                code == ErrorCode.INTERNAL ? GENERIC : ErrorMessageSanitizer.of(String.valueOf(error.getMessage())),
                orEmpty(error.getLocations()),
                orEmpty(error.getPath()));
    }

    /** An error that does not say what it is, is one of ours. */
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

    /** The status code that tells of this error where status codes tell anything. */
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
