package org.jointdefence.registry.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jointdefence.registry.ErrorCode;
import org.jointdefence.registry.Refusal;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.selection.Inquiry;

/** Answers well-formed requests: finds the document, applies the limits, has it executed. */
@ApplicationScoped
class Responder {

    /** How much heap graphql-java takes at most to tell all of the schema. */
    private static final int HEAP_OF_SCHEMA = 8 << 20;

    private final TrustedDocuments trusted;
    private final Documents documents;
    private final LimitsConfig limits;
    private final IntrospectionConfig introspection;
    private final Engine engine;

    Responder(
            TrustedDocuments trusted,
            Documents documents,
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
    Outcome answer(
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
                return new Outcome.Refused(
                        document.errors().stream().map(RequestError::of).toList());
            }
            trusted.register(request, party);
            check(document.operation(request.operationName()), request, caller);
            Inquiry inquiry = new Inquiry(caller, document.hash(), id::toString);
            return Outcome.of(engine.execute(request, document, inquiry, association));
        } catch (Refusal refusal) {
            return new Outcome.Refused(List.of(RequestError.of(refusal)));
        }
    }

    /** Comes before validation, because it is the method that is wrong, whatever else is. */
    private static void requireQuery(PreparedDocument document, GraphQLRequest request) {
        if (!document.operations().isEmpty()
                && !document.operation(request.operationName()).isQuery()) {
            throw Rejection.method("POST", "Only queries are answered by GET.");
        }
    }

    private void check(PreparedDocument.Operation operation, GraphQLRequest request, Caller caller) {
        if (operation.introspective() && !introspection.allows(caller)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "The schema is not told.");
        }
        AnswerBudget budget = AnswerBudget.current();
        if (operation.introspective() && budget != null) {
            budget.grow(HEAP_OF_SCHEMA);
        }
        operation.check(request.variables(), limits);
    }
}
