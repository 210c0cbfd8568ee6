package org.jointdefence.registry.equivalence;

import graphql.ExecutionResult;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.document.RandomDocument;
import org.jointdefence.registry.http.response.ResponseBody;
import org.jointdefence.registry.request.GraphQLResult;
import org.jointdefence.registry.request.error.RequestId;

/**
 * Executes documents once more, without graphql-java where the engine can do so, and compares the bodies of the responses
 * byte by byte. Every other one is parsed and planned anew.
 */
public final class DirectComparison {
    private static final RequestId ID = new RequestId();

    private final Execution engine;
    private int executed;
    private int written;
    private int refused;

    DirectComparison(Execution engine) {
        this.engine = engine;
    }

    /** Where the body differs from that of the result that graphql-java has given. */
    Optional<String> difference(RandomDocument document, Caller caller, ExecutionResult result) {
        if (executed++ % 2 == 0) {
            engine.forget();
        }
        Optional<GraphQLResult> direct = engine.executeDirectly(document, caller);
        if (direct.isEmpty()) {
            return Optional.empty();
        }
        if (direct.get() instanceof GraphQLResult.Written) {
            written++;
        } else {
            refused++;
        }
        String expected = body(GraphQLResult.of(result), caller);
        String actual = body(direct.get(), caller);
        return actual.equals(expected) || Response.tookTooLong(actual)
                ? Optional.empty()
                : Optional.of("the body\n  expected: " + expected + "\n  but was:  " + actual);
    }

    /** The body of the response, in which all requests have the same id. */
    public static String body(GraphQLResult result, Caller caller) {
        ByteBuf body = ResponseBody.of(result, ID, caller.stepUp());
        return body.toString(StandardCharsets.UTF_8);
    }

    /** How many documents were written without graphql-java. */
    int written() {
        return written;
    }

    /** How many documents were tried, and given to graphql-java for it to say what is wrong. */
    int refused() {
        return refused;
    }
}
