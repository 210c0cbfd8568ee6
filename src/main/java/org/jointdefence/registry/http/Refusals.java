package org.jointdefence.registry.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.jointdefence.registry.ErrorCode;
import org.jointdefence.registry.Unavailable;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.selection.Inquiry;
import org.jointdefence.registry.selection.ReadLog;
import org.jspecify.annotations.Nullable;

/** Records it when a cleared caller gets an error in place of an answer: refusals, and failures of our own. */
@ApplicationScoped
class Refusals {

    private final TrustedDocuments documents;
    private final ReadLog log;

    Refusals(TrustedDocuments documents, ReadLog log) {
        this.documents = documents;
        this.log = log;
    }

    /**
     * Records the outcome, before it is sent, if it has an error.
     *
     * @param request null when it could not even be read
     */
    void record(Exchange exchange, @Nullable GraphQLRequest request, Outcome outcome, RequestId id) {
        ErrorCode code = exchange.caller().isRecorded() ? outcome.fault() : null;
        if (code != null) {
            record(exchange, request, code, id);
        }
    }

    /**
     * Records that answering failed, unless that was for want of a database, which is wanted for this as well.
     *
     * @param failure also has what fails here: the request is answered by an error in any case
     */
    void record(Exchange exchange, @Nullable GraphQLRequest request, Throwable failure, RequestId id) {
        Throwable cause = FailureLog.unwrap(failure);
        if (exchange.caller().isRecorded() && !(cause instanceof Unavailable)) {
            try {
                record(exchange, request, cause instanceof Overload ? ErrorCode.UNAVAILABLE : ErrorCode.INTERNAL, id);
            } catch (RuntimeException unrecorded) {
                failure.addSuppressed(unrecorded);
            }
        }
    }

    private void record(Exchange exchange, @Nullable GraphQLRequest request, ErrorCode code, RequestId id) {
        String hash = request == null ? null : documents.hash(request, exchange.party());
        log.refuse(
                new Inquiry(exchange.caller(), hash, id::toString),
                request == null ? null : request.operationName(),
                code);
    }
}
