package org.jointdefence.registry.request;

import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.request.cost.QueryCost;
import org.jointdefence.registry.request.document.PreparedDocument;
import org.jointdefence.registry.request.document.RootFields;
import org.jointdefence.registry.request.error.DataFetcherErrors;
import org.jointdefence.registry.request.input.GraphQLRequest;
import org.jointdefence.registry.selection.execution.Operations;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jspecify.annotations.Nullable;

/** The engine that requests reach, without their limits, for operations that it executes directly. */
public final class DirectEngine {
    private final SchemaModel model;
    private final Engine engine;

    public DirectEngine(GraphQLSchema schema, SchemaModel model, Operations operations) {
        this.model = model;
        DataFetcherErrors errors = new DataFetcherErrors();
        this.engine = new Engine(schema, operations, new AsyncSerialExecutionStrategy(errors), errors);
    }

    /** What becomes of an operation; empty for one that is not executed directly. */
    public Optional<GraphQLResult> execute(
            PreparsedDocumentEntry entry,
            @Nullable String operationName,
            Map<String, @Nullable Object> variables,
            RequestContext requestContext) {
        if (entry.hasErrors()) {
            return Optional.empty();
        }
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        entry.getDocument()
                .getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        Map<String, PreparedDocument.Operation> operations = new HashMap<>();
        for (OperationDefinition each : entry.getDocument().getDefinitionsOfType(OperationDefinition.class)) {
            operations.put(
                    each.getName() == null ? "" : each.getName(),
                    new PreparedDocument.Operation(
                            each,
                            fragments,
                            RootFields.areEntities(each, fragments, model),
                            false,
                            QueryCost.NOTHING,
                            Map.of()));
        }
        PreparedDocument document = new PreparedDocument("", entry, operations, true, 0);
        PreparedDocument.Operation operation = document.operation(operationName);
        return operation.direct()
                ? Optional.of(engine.execute(
                        new GraphQLRequest(null, null, null, operationName, variables, null),
                        document,
                        operation,
                        requestContext,
                        () -> {}))
                : Optional.empty();
    }
}
