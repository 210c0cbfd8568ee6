package org.jointdefence.registry.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.jointdefence.registry.ErrorCode;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.selection.Inquiry;
import org.jointdefence.registry.selection.ReadLog;
import org.jspecify.annotations.Nullable;

/** Has it recorded when somebody who can read what is classified is refused something, whatever the reason. */
@ApplicationScoped
class Refusals {

    private final TrustedDocuments documents;
    private final ReadLog log;

    Refusals(TrustedDocuments documents, ReadLog log) {
        this.documents = documents;
        this.log = log;
    }

    /**
     * Records the outcome if it is a refusal, before it is told; a failure of our own is none.
     *
     * @param request null when it could not even be read
     */
    void record(Caller caller, @Nullable GraphQLRequest request, Outcome outcome, RequestId id) {
        ErrorCode code = caller.isRecorded() ? outcome.fault() : null;
        if (code != null && code != ErrorCode.INTERNAL) {
            String hash = request == null ? null : documents.hash(request);
            log.refuse(new Inquiry(caller, hash, id::toString), request == null ? null : request.operationName(), code);
        }
    }
}
