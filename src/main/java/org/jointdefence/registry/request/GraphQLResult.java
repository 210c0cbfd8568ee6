package org.jointdefence.registry.request;

import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.request.error.HttpError;
import org.jointdefence.registry.request.error.RequestError;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jspecify.annotations.Nullable;

/** The result of a request. */
public sealed interface GraphQLResult {

    /**
     * GraphQL was executed, with or without errors.
     *
     * @param data the values of the root fields by response key; null if an argument was refused
     */
    record Executed(
            @Nullable Map<String, @Nullable Object> data, List<RequestError> errors, Map<Object, Object> extensions)
            implements GraphQLResult {}

    /** GraphQL was executed without errors, and the response is already written. */
    record Written(CompletedJson response) implements GraphQLResult {}

    /** A well-formed request that was not executed, because of request errors (GraphQL specification, 7.1.2). */
    record Refused(List<RequestError> errors) implements GraphQLResult {}

    /**
     * A request that was rejected with an HTTP status, because it is malformed, unauthenticated, or cannot be served.
     *
     * @param headers response headers that name the accepted alternatives
     */
    record Rejected(int status, RequestError error, Map<String, String> headers) implements GraphQLResult {

        public Rejected(int status, RequestError error) {
            this(status, error, Map.of());
        }

        public static Rejected of(HttpError error) {
            return new Rejected(error.status(), new RequestError(error.code(), error.getMessage()), error.headers());
        }
    }

    static GraphQLResult of(ExecutionResult result) {
        List<RequestError> errors =
                result.getErrors().stream().map(RequestError::of).toList();
        if (!result.isDataPresent()) {
            return new Refused(errors);
        }
        Map<Object, Object> extensions = result.getExtensions();
        return new Executed(result.getData(), errors, extensions == null ? Map.of() : extensions);
    }

    /** Whether GraphQL was executed without errors. */
    default boolean isComplete() {
        return switch (this) {
            case Written written -> true;
            case Executed executed -> executed.errors().isEmpty();
            case Refused refused -> false;
            case Rejected rejected -> false;
        };
    }

    /** The code of the first error that is not internal, otherwise INTERNAL; null if there are no errors. */
    default @Nullable ErrorCode fault() {
        List<RequestError> errors =
                switch (this) {
                    case Written written -> List.of();
                    case Executed executed -> executed.errors();
                    case Refused refused -> refused.errors();
                    case Rejected rejected -> List.of(rejected.error());
                };
        List<ErrorCode> codes = errors.stream().map(RequestError::code).toList();
        return codes.stream()
                .filter(code -> code != ErrorCode.INTERNAL)
                .findFirst()
                .orElse(codes.isEmpty() ? null : ErrorCode.INTERNAL);
    }
}
