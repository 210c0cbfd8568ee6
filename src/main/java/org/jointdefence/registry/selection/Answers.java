package org.jointdefence.registry.selection;

import graphql.execution.ExecutionContext;
import graphql.schema.DataFetcher;
import java.util.HashMap;
import java.util.Map;
import org.jointdefence.registry.Refusal;
import org.jspecify.annotations.Nullable;

/** The answers to the root fields of an operation, by their keys in the response. */
final class Answers {
    /** Hands out what the strategy has put into the context before the fields are asked for. */
    static final DataFetcher<CompletedJson> FETCHER = environment -> {
        Answers answers = environment.getGraphQlContext().get(Answers.class);
        return answers.get(environment.getExecutionStepInfo().getResultKey());
    };

    private final Map<String, CompletedJson> completed = new HashMap<>();
    private final Map<String, Refusal> refused = new HashMap<>();
    private @Nullable String marking;

    void putInto(ExecutionContext context) {
        context.getGraphQLContext().put(Answers.class, this);
    }

    /** What stands on the response, or null when nothing in it has a label. */
    void mark(@Nullable String joined) {
        marking = joined;
    }

    @Nullable
    String marking() {
        return marking;
    }

    void complete(String key, CompletedJson json) {
        completed.put(key, json);
    }

    void refuse(String key, Refusal reason) {
        refused.put(key, reason);
    }

    private @Nullable CompletedJson get(String key) {
        Refusal reason = refused.get(key);
        if (reason != null) {
            throw reason;
        }
        return completed.get(key);
    }
}
