package org.jointdefence.registry.equivalence;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.selection.execution.Marking;
import org.jspecify.annotations.Nullable;

/**
 * What a document was answered with.
 *
 * @param data as maps in the order of their keys, lists, strings, numbers and booleans
 * @param errors where each error is and which code it has, sorted, each once
 * @param marking the extension; null when there is none
 */
public record Response(
        @Nullable Object data,
        List<String> errors,
        @Nullable String marking) {
    static Response of(ExecutionResult result) {
        Map<Object, Object> extensions = result.getExtensions();
        return new Response(
                JsonTree.of(result.getData()),
                result.getErrors().stream()
                        .map(Response::error)
                        .distinct()
                        .sorted()
                        .toList(),
                extensions == null ? null : (String) extensions.get(Marking.NAME));
    }

    /** Whether a text of errors says that there was no time for an answer, which is nothing to compare. */
    static boolean tookTooLong(String errors) {
        return errors.contains("the query took too long");
    }

    /** The same if there is no error, and no data otherwise: bad arguments anywhere are no reason to read anything. */
    Response whole() {
        return errors.isEmpty() ? this : new Response(null, errors, null);
    }

    private static String error(GraphQLError error) {
        Map<String, Object> extensions = error.getExtensions();
        Object code = extensions == null ? null : extensions.get("code");
        List<SourceLocation> places = error.getLocations();
        return error.getPath() + " "
                + (code == null ? error.getErrorType() + " " + withoutColumn(error.getMessage()) : code) + " at "
                + (places == null || places.isEmpty()
                        ? "no line"
                        : places.getFirst().getLine());
    }

    /** The cursors before it are of another length in each. */
    private static String withoutColumn(String message) {
        return message.replaceAll("column \\d+", "column");
    }
}
