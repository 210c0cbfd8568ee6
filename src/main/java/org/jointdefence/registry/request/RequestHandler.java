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

/** Handles well-formed requests: finds the document, applies the limits, and executes the operation. */
@ApplicationScoped
public class RequestHandler {

    /** The heap that graphql-java needs at most for an introspection of the whole schema, in bytes. */
    private static final int INTROSPECTION_HEAP = 8 << 20;

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
     * Executes a request. Errors of the client become part of the result.
     *
     * @param party the party whose registered documents the request can use
     * @param association associates the caller with the active request scope, for annotations such as RolesAllowed on
     *     mutations
     * @param queriesOnly whether only queries are allowed, as for GET requests
     * @throws HttpError if the operation is not a query and only queries are allowed
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
        } catch (ClientError error) {
            return new GraphQLResult.Refused(List.of(RequestError.of(error)));
        }
    }

    /** Runs before validation, because the method is wrong even if the document is not valid. */
    private static void requireQuery(PreparedDocument document, GraphQLRequest request) {
        if (!document.operations().isEmpty()
                && !document.operation(request.operationName()).isQuery()) {
            throw HttpError.method("POST", "GET is allowed for queries only; use POST.");
        }
    }

    private void check(PreparedDocument.Operation operation, GraphQLRequest request, Caller caller) {
        if (operation.introspective() && !introspection.allows(caller)) {
            throw new ClientError(ErrorCode.FORBIDDEN, "Introspection is disabled.");
        }
        AnswerBudget budget = AnswerBudget.current();
        if (operation.introspective() && budget != null) {
            budget.grow(INTROSPECTION_HEAP);
        }
        operation.check(request.variables(), limits);
    }
}
