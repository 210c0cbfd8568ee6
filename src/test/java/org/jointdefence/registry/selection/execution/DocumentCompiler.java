package org.jointdefence.registry.selection.execution;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.execution.ValuesResolver;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.clearance.Caller;
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
    private final Document document;
    private final Caller caller;

    private DocumentCompiler(GraphQLSchema schema, Operations operations, String text, Caller caller) {
        ParseAndValidateResult parsed = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(text).build());
        assertThat(parsed.getErrors()).isEmpty();
        this.schema = schema;
        this.operations = operations;
        this.document = parsed.getDocument();
        this.caller = caller;
    }

    /** The plan of a document for a caller. The document reads the demo's database. */
    static OperationPlan plan(GraphQLSchema schema, Operations operations, GoldenDocument document, Caller caller) {
        return new DocumentCompiler(schema, operations, document.text(), caller).plan(document.variables());
    }

    /** The plan for these variables, and for a cursor of the same caller's in those that take one. */
    private OperationPlan plan(Map<String, @Nullable Object> given) {
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        Map<String, @Nullable Object> variables = new HashMap<>(given);
        ExecutionResult result = execute(variables);
        List<String> cursors = operation.getVariableDefinitions().stream()
                .map(VariableDefinition::getName)
                .filter(CURSORS::contains)
                .toList();
        if (!cursors.isEmpty()) {
            String cursor = firstCursor(result);
            cursors.forEach(name -> variables.put(name, cursor));
            execute(variables);
        }
        return Objects.requireNonNull(
                operations.plans().get(operation, shape(operation, variables)), "the plan is not in the cache");
    }

    private PlanCache.Shape shape(OperationDefinition operation, Map<String, @Nullable Object> variables) {
        CoercedVariables coerced = ValuesResolver.coerceVariableValues(
                schema,
                operation.getVariableDefinitions(),
                RawVariables.of(variables),
                GraphQLContext.getDefault(),
                Locale.ROOT);
        return new PlanCache.Shape(PlanCacheKey.of(operation, coerced), caller.isRecorded());
    }

    private ExecutionResult execute(Map<String, @Nullable Object> variables) {
        // Plans are kept by the syntax tree, so each execution has to have the same one.
        ExecutionResult result = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new SelectionStrategy(operations, new SimpleDataFetcherExceptionHandler()))
                .preparsedDocumentProvider(
                        (input, parser) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(document)))
                .build()
                .execute(ExecutionInput.newExecutionInput()
                        .query("in preparsed form")
                        .variables(variables)
                        .graphQLContext(context ->
                                context.of(RequestContext.class, new RequestContext(caller, null, () -> "golden")))
                        .build());
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
