package org.jointdefence.registry.equivalence;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphqlErrorBuilder;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.equivalence.document.Coverage;
import org.jointdefence.registry.equivalence.document.RandomDocument;
import org.jointdefence.registry.equivalence.reference.ReferenceFields;
import org.jointdefence.registry.equivalence.reference.ReferenceRules;
import org.jointdefence.registry.equivalence.reference.ReferenceTexts;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.request.DirectEngine;
import org.jointdefence.registry.request.GraphQLResult;
import org.jointdefence.registry.selection.execution.Operations;
import org.jointdefence.registry.selection.execution.SelectionStrategy;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jspecify.annotations.Nullable;

/**
 * Ways to answer the same documents: by the selection engine, with graphql-java and directly, and by graphql-java from the
 * reference's fields.
 */
public final class Execution {
    private static final List<String> VIEWER = List.of("Viewer", "Clearance");

    private final GraphQL graphQL;
    private final LatestDocuments documents;
    private final @Nullable DirectEngine direct;

    private Execution(GraphQL.Builder graphQL, @Nullable DirectEngine direct) {
        this.documents = new LatestDocuments();
        this.graphQL = graphQL.preparsedDocumentProvider(documents).build();
        this.direct = direct;
    }

    static Execution byEngine(GraphQLSchema schema, SchemaModel model, Operations operations) {
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
        addViewer(schema, code);
        return new Execution(
                GraphQL.newGraphQL(schema.transformWithoutTypes(builder -> builder.codeRegistry(code.build())))
                        .queryExecutionStrategy(new SelectionStrategy(operations, Execution::told)),
                new DirectEngine(schema, model, operations));
    }

    static Execution byReference(GraphQLSchema schema, ReferenceRules rules, ReferenceTexts texts, Coverage coverage) {
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
        DataFetcher<@Nullable Object> fields = new ReferenceFields(schema, rules, texts, coverage);
        for (GraphQLObjectType type : schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__"))
                .toList()) {
            type.getFieldDefinitions()
                    .forEach(field ->
                            code.dataFetcher(FieldCoordinates.coordinates(type.getName(), field.getName()), fields));
        }
        TypeResolver resolver = environment ->
                Objects.requireNonNull(environment.getSchema().getObjectType(ReferenceFields.typeOf(environment)));
        code.typeResolver("Node", resolver).typeResolver("Labelled", resolver);
        return new Execution(
                GraphQL.newGraphQL(schema.transformWithoutTypes(builder -> builder.codeRegistry(code.build())))
                        .queryExecutionStrategy(
                                new AsyncExecutionStrategy((DataFetcherExceptionHandler) Execution::told)),
                null);
    }

    /** The answer to a document with one operation. */
    public Response answer(String query, Map<String, @Nullable Object> variables, Caller caller) {
        return Response.of(execute(query, variables, caller));
    }

    /** What graphql-java makes of a document with one operation. */
    public ExecutionResult execute(String query, Map<String, @Nullable Object> variables, Caller caller) {
        return execute(document(query, variables), asking(caller));
    }

    /** What the engine makes of a document with one operation; empty if it leaves that to graphql-java. */
    public Optional<GraphQLResult> executeDirectly(
            String query, Map<String, @Nullable Object> variables, Caller caller) {
        return executeDirectly(document(query, variables), caller);
    }

    private static RandomDocument document(String query, Map<String, @Nullable Object> variables) {
        return new RandomDocument(query, variables, null, Set.of(), Set.of(), List.of());
    }

    /** The context of a caller's documents. */
    static Consumer<GraphQLContext.Builder> asking(Caller caller) {
        return context -> context.of(Caller.class, caller).of(RequestContext.class, requestContext(caller));
    }

    private static RequestContext requestContext(Caller caller) {
        return new RequestContext(caller, null, () -> "test");
    }

    public Response answer(RandomDocument document, Consumer<GraphQLContext.Builder> context) {
        return Response.of(execute(document, context));
    }

    ExecutionResult execute(RandomDocument document, Consumer<GraphQLContext.Builder> context) {
        return graphQL.execute(ExecutionInput.newExecutionInput()
                .query(document.text())
                .operationName(document.operationName())
                .variables(document.variables())
                .locale(Locale.ENGLISH)
                .graphQLContext(context)
                .build());
    }

    Optional<GraphQLResult> executeDirectly(RandomDocument document, Caller caller) {
        return Objects.requireNonNull(direct)
                .execute(
                        documents.of(document.text()),
                        document.operationName(),
                        document.variables(),
                        requestContext(caller));
    }

    /** The syntax tree with which a valid document is executed: plans are kept by its operations. */
    public Document parsed(String query) {
        return documents.of(query).getDocument();
    }

    /** Has the next execution of any document parse it, and make its plan. */
    public void forget() {
        documents.latest.clear();
    }

    /** Parses a document once however often it comes, as the HTTP route does: plans are kept by operation. */
    private final class LatestDocuments implements PreparsedDocumentProvider {
        private static final int MOST = 10;

        private final Map<String, PreparsedDocumentEntry> latest = new LinkedHashMap<>();

        @Override
        public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
                ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parser) {
            return CompletableFuture.completedFuture(of(input.getQuery()));
        }

        private PreparsedDocumentEntry of(String text) {
            if (!latest.containsKey(text) && latest.size() >= MOST) {
                latest.clear();
            }
            return latest.computeIfAbsent(text, this::prepare);
        }

        private PreparsedDocumentEntry prepare(String text) {
            ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                    graphQL.getGraphQLSchema(),
                    ExecutionInput.newExecutionInput(text).build());
            return result.isFailure()
                    ? new PreparsedDocumentEntry(result.getErrors())
                    : new PreparsedDocumentEntry(result.getDocument());
        }
    }

    /** The viewer is not the engine's to answer; here, both have it from the same place. */
    private static void addViewer(GraphQLSchema schema, GraphQLCodeRegistry.Builder code) {
        for (String type : VIEWER) {
            Objects.requireNonNull(schema.getObjectType(type))
                    .getFieldDefinitions()
                    .forEach(field -> code.dataFetcher(
                            FieldCoordinates.coordinates(type, field.getName()), (DataFetcher<@Nullable Object>)
                                    environment -> ((Map<?, ?>) Objects.requireNonNull(environment.getSource()))
                                            .get(field.getName())));
        }
        code.dataFetcher(FieldCoordinates.coordinates("Query", "viewer"), (DataFetcher<Object>)
                environment -> viewer(environment.getGraphQlContext().get(Caller.class)));
    }

    public static Map<String, @Nullable Object> viewer(Caller caller) {
        Clearance clearance = caller.clearance();
        Map<String, @Nullable Object> cleared = new LinkedHashMap<>();
        cleared.put("level", clearance.level());
        cleared.put("nation", clearance.nation());
        cleared.put("compartments", new ArrayList<>(clearance.compartments()));
        Map<String, @Nullable Object> viewer = new LinkedHashMap<>();
        viewer.put("subject", caller.subject());
        List<String> roles = caller.functions().stream()
                .map(org.jointdefence.registry.clearance.Role::token)
                .toList();
        viewer.put("roles", roles);
        viewer.put("rolesSeen", roles);
        viewer.put("warning", roles.isEmpty() ? null : "The roles name no clearance.");
        viewer.put("clearance", cleared);
        return viewer;
    }

    private static CompletableFuture<DataFetcherExceptionHandlerResult> told(
            DataFetcherExceptionHandlerParameters parameters) {
        List<ClientError> refusals =
                switch (parameters.getException()) {
                    case ClientError refusal -> List.of(refusal);
                    case SeveralErrors several -> several.refusals();
                    case Throwable failure -> throw new IllegalStateException("not refused but failed", failure);
                };
        DataFetcherExceptionHandlerResult.Builder errors = DataFetcherExceptionHandlerResult.newResult();
        refusals.forEach(refusal -> errors.error(GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                .errorType(ErrorType.DataFetchingException)
                .message(refusal.getMessage())
                .extensions(Map.of("code", refusal.code()))
                .build()));
        return CompletableFuture.completedFuture(errors.build());
    }
}
