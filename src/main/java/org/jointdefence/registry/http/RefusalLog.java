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

/** Records errors of recorded callers in the log of reads: rejected requests and internal errors. */
@ApplicationScoped
class RefusalLog {

    private final TrustedDocuments documents;
    private final ReadLog log;

    RefusalLog(TrustedDocuments documents, ReadLog log) {
        this.documents = documents;
        this.log = log;
    }

    /**
     * Records the error of a result, if it has one, before the response is sent.
     *
     * @param request null if it could not be parsed
     */
    void record(Exchange exchange, @Nullable GraphQLRequest request, GraphQLResult result, RequestId id) {
        ErrorCode code = exchange.caller().isRecorded() ? result.fault() : null;
        if (code != null) {
            record(exchange, request, code, id);
        }
    }

    /**
     * Records a failed request, unless it failed because the database is unavailable, which the log needs as well.
     *
     * @param failure a failure to record it is added as a suppressed exception
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
