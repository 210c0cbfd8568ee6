package org.jointdefence.registry.selection.execution;

import graphql.execution.ExecutionContext;
import graphql.schema.DataFetcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jspecify.annotations.Nullable;

/** The answers to the root fields of an operation, by their keys in the response. */
public final class Results {
    /** Hands out what the strategy has put into the context before the fields are asked for. */
    public static final DataFetcher<CompletedJson> FETCHER = environment -> {
        Results answers = environment.getGraphQlContext().get(Results.class);
        return answers.get(environment.getExecutionStepInfo().getResultKey());
    };

    private final Map<String, CompletedJson> completed = new HashMap<>();
    private final Map<String, RuntimeException> refused = new HashMap<>();
    private final Map<String, List<ClientError>> faults = new LinkedHashMap<>();
    private @Nullable String marking;

    void putInto(ExecutionContext context) {
        context.getGraphQLContext().put(Results.class, this);
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

    /** An argument of the field, or of one below it, is refused; the same words are told once. */
    void fault(String key, ClientError reason) {
        List<ClientError> known = faults.computeIfAbsent(key, first -> new ArrayList<>());
        if (known.stream().noneMatch(other -> other.getMessage().equals(reason.getMessage()))) {
            known.add(reason);
        }
    }

    /** What is wrong with the arguments, by the keys of the root fields; if anything is, nothing was read. */
    Map<String, List<ClientError>> faults() {
        return faults;
    }

    void refuse(String key, RuntimeException reason) {
        refused.put(key, reason);
    }

    private @Nullable CompletedJson get(String key) {
        RuntimeException reason = refused.get(key);
        if (reason != null) {
            throw reason;
        }
        return completed.get(key);
    }
}
