package org.jointdefence.registry.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.request.document.DocumentCache;
import org.jointdefence.registry.request.document.PreparedDocument;
import org.jointdefence.registry.request.document.TrustedDocuments;
import org.jointdefence.registry.request.error.HttpError;
import org.jointdefence.registry.request.error.RequestError;
import org.jointdefence.registry.request.error.RequestId;
import org.jointdefence.registry.request.input.GraphQLRequest;

/** Answers well-formed requests: finds the document, applies the limits, has it executed. */
@ApplicationScoped
public class RequestHandler {

    /** How much heap graphql-java takes at most to tell all of the schema. */
    private static final int HEAP_OF_SCHEMA = 8 << 20;

    private final TrustedDocuments trusted;
    private final DocumentCache documents;
    private final LimitsConfig limits;
    private final IntrospectionConfig introspection;
    private final Engine engine;

    RequestHandler(
            TrustedDocuments trusted,
            DocumentCache documents,
            LimitsConfig limits,
            IntrospectionConfig introspection,
            Engine engine) {
        this.trusted = trusted;
        this.documents = documents;
        this.limits = limits;
        this.introspection = introspection;
        this.engine = engine;
    }

    /**
     * The answer.
     *
     * @param party whose documents the request can name
     * @param association makes the caller known to annotations that guard mutations, in the active request scope
     * @param queriesOnly whether the request must not change anything, being a GET request
     */
    public GraphQLResult answer(
            GraphQLRequest request,
            Caller caller,
            Party party,
            RequestId id,
            Runnable association,
            boolean queriesOnly) {
        try {
            PreparedDocument document = documents.prepare(trusted.find(request, party), party);
            if (queriesOnly) {
                requireQuery(document, request);
            }
            if (!document.errors().isEmpty()) {
                return new GraphQLResult.Refused(
                        document.errors().stream().map(RequestError::of).toList());
            }
            trusted.register(request, party);
            PreparedDocument.Operation operation = document.operation(request.operationName());
            check(operation, request, caller);
            RequestContext requestContext = new RequestContext(caller, document.hash(), id::toString);
            return engine.execute(request, document, operation, requestContext, association);
        } catch (ClientError refusal) {
            return new GraphQLResult.Refused(List.of(RequestError.of(refusal)));
        }
    }

    /** Comes before validation, because it is the method that is wrong, whatever else is. */
    private static void requireQuery(PreparedDocument document, GraphQLRequest request) {
        if (!document.operations().isEmpty()
                && !document.operation(request.operationName()).isQuery()) {
            throw HttpError.method("POST", "Only queries are answered by GET.");
        }
    }

    private void check(PreparedDocument.Operation operation, GraphQLRequest request, Caller caller) {
        if (operation.introspective() && !introspection.allows(caller)) {
            throw new ClientError(ErrorCode.FORBIDDEN, "The schema is not told.");
        }
        AnswerBudget budget = AnswerBudget.current();
        if (operation.introspective() && budget != null) {
            budget.grow(HEAP_OF_SCHEMA);
        }
        operation.check(request.variables(), limits);
    }
}
