package org.jointdefence.registry.selection;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document was answered with.
 *
 * @param data as maps in the order of their keys, lists, strings, numbers and booleans
 * @param errors where each error is and which code it has, sorted
 */
record Response(@Nullable Object data, List<String> errors) {
    static Response of(ExecutionResult result) {
        return new Response(
                JsonTree.of(result.getData()),
                result.getErrors().stream().map(Response::error).sorted().toList());
    }

    private static String error(GraphQLError error) {
        Map<String, Object> extensions = error.getExtensions();
        Object code = extensions == null ? null : extensions.get("code");
        List<SourceLocation> places = error.getLocations();
        return error.getPath() + " " + (code == null ? error.getErrorType() + " " + error.getMessage() : code) + " at "
                + (places == null || places.isEmpty()
                        ? "no line"
                        : places.getFirst().getLine());
    }
}
