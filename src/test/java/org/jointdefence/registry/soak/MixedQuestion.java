package org.jointdefence.registry.soak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jointdefence.registry.GraphQLDocument;

/**
 * One of the things that callers ask in {@link MixedClearancesIT}.
 *
 * @param operation empty when the document has one only, without a name
 */
record MixedQuestion(String document, String operation, Map<String, ?> variables) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body of a request. */
    String request() {
        return request(GraphQLDocument.named(document).text(), operation);
    }

    /** The body of a request that asks the same under another name, by which it can be found again. */
    String requestAs(String name) {
        String text = GraphQLDocument.named(document).text();
        return request(text.replaceFirst("query ?" + operation + "(?= ?[({])", "query " + name), name);
    }

    private String request(String text, String name) {
        try {
            return JSON.writeValueAsString(Map.of("query", text, "operationName", name, "variables", variables));
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
