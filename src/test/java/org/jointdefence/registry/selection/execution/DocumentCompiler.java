package org.jointdefence.registry.selection.execution;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.Execution;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jointdefence.registry.selection.plan.OperationPlan;
import org.jointdefence.registry.selection.plan.PlanCache;
import org.jointdefence.registry.selection.plan.PlanCacheKey;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compiles a document by executing it, and takes the plan from the cache. The plan has the statements of all levels, even
 * of those that are not sent because no row above has anything below it.
 */
final class DocumentCompiler {
    private static final List<String> CURSORS = List.of("after", "before");
    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");

    private final GraphQLSchema schema;
    private final Operations operations;
    private final Execution execution;

    /** Compiles with these operations, whose cache keeps every plan, and executes by them. */
    DocumentCompiler(GraphQLSchema schema, Operations operations, Execution execution) {
        this.schema = schema;
        this.operations = operations;
        this.execution = execution;
    }

    /**
     * The plan of a document for a caller, for its variables and for a cursor of the same caller's in those that take one. The
     * document reads the demo's database.
     */
    OperationPlan plan(GoldenDocument document, Caller caller) {
        Map<String, @Nullable Object> variables = new HashMap<>(document.variables());
        ExecutionResult result = execute(document, variables, caller);
        OperationDefinition operation = execution
                .parsed(document.text())
                .getDefinitionsOfType(OperationDefinition.class)
                .getFirst();
        List<String> cursors = operation.getVariableDefinitions().stream()
                .map(VariableDefinition::getName)
                .filter(CURSORS::contains)
                .toList();
        if (!cursors.isEmpty()) {
            String cursor = firstCursor(result);
            cursors.forEach(name -> variables.put(name, cursor));
            execute(document, variables, caller);
        }
        return Objects.requireNonNull(
                operations.plans().get(operation, shape(operation, variables, caller)), "the plan is not in the cache");
    }

    private PlanCache.Shape shape(
            OperationDefinition operation, Map<String, @Nullable Object> variables, Caller caller) {
        CoercedVariables coerced = ValuesResolver.coerceVariableValues(
                schema,
                operation.getVariableDefinitions(),
                RawVariables.of(variables),
                GraphQLContext.getDefault(),
                Locale.ROOT);
        return new PlanCache.Shape(PlanCacheKey.of(operation, coerced), caller.isRecorded());
    }

    private ExecutionResult execute(GoldenDocument document, Map<String, @Nullable Object> variables, Caller caller) {
        ExecutionResult result = execution.execute(document.text(), variables, caller);
        assertThat(result.getErrors()).isEmpty();
        return result;
    }

    private static String firstCursor(ExecutionResult result) {
        Map<String, Object> data = result.getData();
        return data.values().stream()
                .filter(CompletedJson.class::isInstance)
                .map(CompletedJson.class::cast)
                .map(json -> CURSOR.matcher(new String(json.buffer(), json.offset(), json.length(), UTF_8)))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cursor in the response"));
    }
}
