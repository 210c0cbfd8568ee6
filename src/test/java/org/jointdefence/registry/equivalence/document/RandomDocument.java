package org.jointdefence.registry.equivalence.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document made at random, with what executing it needs.
 *
 * @param reached the elements of the schema and of the language that are in it
 * @param cursors the cursors in it that were obtained from earlier answers
 * @param sites where its answer shows cursors
 */
public record RandomDocument(
        String text,
        Map<String, @Nullable Object> variables,
        @Nullable String operationName,
        Set<String> reached,
        Set<String> cursors,
        List<Site> sites) {

    /**
     * A connection in the answer.
     *
     * @param path the keys that lead to it; lists on the way have none
     * @param connection the field, as {@code Type.field}
     * @param orderBy the literal of its order, empty if it has none
     */
    public record Site(List<String> path, String connection, String orderBy) {}

    @Override
    public String toString() {
        return text + "\nvariables: " + variables + (operationName == null ? "" : "\noperation: " + operationName);
    }
}
