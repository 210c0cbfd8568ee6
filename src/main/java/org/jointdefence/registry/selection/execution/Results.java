package org.jointdefence.registry.selection.execution;

import graphql.schema.DataFetcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jointdefence.registry.selection.json.JsonBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The results of the root fields of an operation, by their keys in the response. What was read and logged for an operation
 * is here, so that it is read and logged once, whoever writes its response.
 */
public final class Results {
    /** Hands out what the strategy has put into the context before the fields are asked for. */
    public static final DataFetcher<CompletedJson> FETCHER = environment -> {
        Results results = environment.getGraphQlContext().get(Results.class);
        return results.get(environment.getExecutionStepInfo().getResultKey());
    };

    private final Map<String, CompletedJson> completed = new HashMap<>();
    private final Map<String, RuntimeException> refused = new HashMap<>();
    private final Map<String, List<ClientError>> faults = new LinkedHashMap<>();
    private List<RootResult> roots = List.of();
    private @Nullable String marking;

    Results() {}

    /** What is being read, in the order of the response. */
    void begin(List<RootResult> results) {
        roots = results;
    }

    /** All of it was read, and recorded, but for the results that have failed by themselves. */
    void end(@Nullable String joined) {
        marking = joined;
        for (RootResult root : roots) {
            RuntimeException failure = root.failure();
            if (failure != null) {
                refused.put(root.plan().key(), failure);
            }
        }
    }

    /** The marking of the response; null when nothing in it has a label. */
    @Nullable
    public String marking() {
        return marking;
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

    /** Refuses every root field that was to be read: nothing leaves of a response that turns out to be too long. */
    public void refuse(ClientError reason) {
        roots.forEach(root -> refused.put(root.plan().key(), reason));
    }

    /** Whether every root field was read and none was refused. */
    public boolean isComplete() {
        return faults.isEmpty() && refused.isEmpty();
    }

    /**
     * Writes the object of all root fields, if all of them were read.
     *
     * @throws ClientError if that is too long
     */
    public void write(JsonBuffer json) {
        char separator = '{';
        for (RootResult root : roots) {
            json.put(separator);
            json.putText(root.plan().key());
            json.put(':');
            root.plan().piece().write(root, 0, json);
            separator = ',';
        }
        if (roots.isEmpty()) {
            json.put(separator);
        }
        json.put('}');
    }

    /** Writes each of the root fields that were read by itself, for {@link #FETCHER}, and lets go of the rows. */
    void complete() {
        JsonBuffer json = new JsonBuffer(AnswerBudget.current());
        try {
            for (RootResult root : roots) {
                if (!refused.containsKey(root.plan().key())) {
                    int start = json.length();
                    root.plan().piece().write(root, 0, json);
                    completed.put(root.plan().key(), json.since(start));
                }
            }
        } catch (ClientError tooLong) {
            refuse(tooLong);
        }
        roots = List.of();
    }

    private @Nullable CompletedJson get(String key) {
        RuntimeException reason = refused.get(key);
        if (reason != null) {
            throw reason;
        }
        return completed.get(key);
    }
}
