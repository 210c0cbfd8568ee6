package org.jointdefence.registry.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.jointdefence.registry.audit.ReadLog;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.error.Unavailable;
import org.jointdefence.registry.request.GraphQLResult;
import org.jointdefence.registry.request.document.TrustedDocuments;
import org.jointdefence.registry.request.error.FailureLog;
import org.jointdefence.registry.request.error.RequestId;
import org.jointdefence.registry.request.input.GraphQLRequest;
import org.jspecify.annotations.Nullable;

/** Records it when a cleared caller gets an error in place of an answer: refusals, and failures of our own. */
@ApplicationScoped
class RefusalLog {

    private final TrustedDocuments documents;
    private final ReadLog log;

    RefusalLog(TrustedDocuments documents, ReadLog log) {
        this.documents = documents;
        this.log = log;
    }

    /**
     * Records the outcome, before it is sent, if it has an error.
     *
     * @param request null when it could not even be read
     */
    void record(Exchange exchange, @Nullable GraphQLRequest request, GraphQLResult outcome, RequestId id) {
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
                new RequestContext(exchange.caller(), hash, id::toString),
                request == null ? null : request.operationName(),
                code);
    }
}
