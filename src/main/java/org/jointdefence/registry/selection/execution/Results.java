package org.jointdefence.registry.selection.execution;

import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
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
 * The results of an operation's root fields, by response key. The operation is read and recorded only once, whether the
 * response is then written directly or by graphql-java.
 */
public final class Results {
    /** Fetches the value of a root field from the results in the GraphQL context. */
    public static final DataFetcher<CompletedJson> FETCHER = environment -> {
        Results results = environment.getGraphQlContext().get(Results.class);
        return results.get(environment.getExecutionStepInfo().getResultKey());
    };

    private final Map<String, CompletedJson> completed = new HashMap<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();
    private final Map<String, List<ClientError>> argumentErrors = new LinkedHashMap<>();
    private List<RootResult> roots = List.of();
    private @Nullable String marking;

    Results() {}

    /** The results of an operation that was refused because of one error of a root field. */
    public static Results refused(String key, ClientError error) {
        return refused(Map.of(key, List.of(error)));
    }

    /** The results of an operation that was refused before anything was read. */
    public static Results refused(Map<String, List<ClientError>> errors) {
        Results results = new Results();
        errors.forEach((key, list) -> list.forEach(error -> results.addArgumentError(key, error)));
        return results;
    }

    /** Sets the root fields that are about to be read, in the order of the response. */
    void begin(List<RootResult> results) {
        roots = results;
    }

    /**
     * Completes the results after the read has been recorded, with the failures of single root fields.
     *
     * @param joined the marking of the response
     */
    void end(@Nullable String joined) {
        marking = joined;
        for (RootResult root : roots) {
            RuntimeException failure = root.failure();
            if (failure != null) {
                failures.put(root.plan().key(), failure);
            }
        }
    }

    /** The marking of the response; null if it has no labelled content. */
    @Nullable
    public String marking() {
        return marking;
    }

    /** Adds an error in the arguments of a root field or of a field below it, unless it has the same message already. */
    void addArgumentError(String key, ClientError error) {
        List<ClientError> known = argumentErrors.computeIfAbsent(key, first -> new ArrayList<>());
        if (known.stream().noneMatch(other -> other.getMessage().equals(error.getMessage()))) {
            known.add(error);
        }
    }

    /** The errors in arguments, by the response keys of the root fields; if there are any, nothing was read. */
    public Map<String, List<ClientError>> argumentErrors() {
        return argumentErrors;
    }

    /** Fails all root fields, so that a response that exceeds its size limit discloses nothing. */
    public void failAll(ClientError reason) {
        roots.forEach(root -> failures.put(root.plan().key(), reason));
    }

    /** Whether all root fields were read without errors. */
    public boolean isComplete() {
        return argumentErrors.isEmpty() && failures.isEmpty();
    }

    /**
     * Writes the object with all root fields; requires that the results are complete.
     *
     * @throws ClientError if the response exceeds its size limit
     */
    public void write(JsonBuffer json) {
        char separator = '{';
        for (RootResult root : roots) {
            json.put(separator);
            json.putText(root.plan().key());
            json.put(':');
            root.plan().writer().write(root, 0, json);
            separator = ',';
        }
        if (roots.isEmpty()) {
            json.put(separator);
        }
        json.put('}');
    }

    /** The value of a root field that is written already, which graphql-java passes on as it is; null for any other value. */
    public static @Nullable FieldValueInfo completed(ExecutionStrategyParameters parameters) {
        Object value = parameters.getSource();
        return value instanceof CompletedJson
                ? new FieldValueInfo(FieldValueInfo.CompleteValueType.OBJECT, value)
                : null;
    }

    /** Throws the first failure, if there is one. */
    void requireComplete() {
        for (RuntimeException failure : failures.values()) {
            throw failure;
        }
    }

    /** Writes the value of each root field that was read, for {@link #FETCHER}, and releases the rows. */
    void complete() {
        JsonBuffer json = new JsonBuffer(AnswerBudget.current());
        try {
            for (RootResult root : roots) {
                if (!failures.containsKey(root.plan().key())) {
                    int start = json.length();
                    root.plan().writer().write(root, 0, json);
                    completed.put(root.plan().key(), json.since(start));
                }
            }
        } catch (ClientError tooLong) {
            failAll(tooLong);
        }
        roots = List.of();
    }

    private @Nullable CompletedJson get(String key) {
        RuntimeException failure = failures.get(key);
        if (failure != null) {
            throw failure;
        }
        return completed.get(key);
    }
}
