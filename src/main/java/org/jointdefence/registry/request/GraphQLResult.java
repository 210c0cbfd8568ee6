package org.jointdefence.registry.request;

import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.request.error.HttpError;
import org.jointdefence.registry.request.error.RequestError;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface GraphQLResult {

    /**
     * GraphQL was executed, with or without errors.
     *
     * @param data by response name; null when an error took all of it
     */
    record Executed(
            @Nullable Map<String, @Nullable Object> data, List<RequestError> errors, Map<Object, Object> extensions)
            implements GraphQLResult {}

    /** GraphQL was executed, nothing at all went wrong, and the response is written down already. */
    record Written(CompletedJson response) implements GraphQLResult {}

    /** A well-formed request that is not executed. */
    record Refused(List<RequestError> errors) implements GraphQLResult {}

    /**
     * Something that is not a well-formed request, or not one that we are able or willing to look into.
     *
     * @param headers of the answer, which say what would have been right
     */
    record Rejected(int status, RequestError error, Map<String, String> headers) implements GraphQLResult {

        public Rejected(int status, RequestError error) {
            this(status, error, Map.of());
        }

        public static Rejected of(HttpError rejection) {
            return new Rejected(
                    rejection.status(),
                    new RequestError(rejection.code(), rejection.getMessage()),
                    rejection.headers());
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

    /** Whether GraphQL was executed and nothing at all went wrong. */
    default boolean isComplete() {
        return switch (this) {
            case Written written -> true;
            case Executed executed -> executed.errors().isEmpty();
            case Refused refused -> false;
            case Rejected rejected -> false;
        };
    }

    /** What was refused first, or what failed if nothing was refused; null when there is no error. */
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
