package org.jointdefence.registry.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.jointdefence.registry.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The log of classified reads. */
public interface ReadLog {
    /**
     * Records what a response will disclose, in a transaction of its own, and returns once the row is durable.
     *
     * @param operation the name of the operation, if it has one
     * @param compartments the compartments that the caller held while reading, as a PostgreSQL array literal
     * @return the marking for the response; null when nothing in it has a label
     * @throws SQLException if the row could not be written; the response must then not be sent
     */
    @Nullable
    String record(
            Connection connection,
            RequestContext requestContext,
            @Nullable String operation,
            String compartments,
            AccessRecord accessRecord)
            throws SQLException;

    /**
     * Records what a response without values of records will disclose, if the caller's reads are recorded.
     *
     * @param operation the name of the operation, if it has one
     * @throws org.jointdefence.registry.error.Unavailable if the database is unavailable; the response must then not be
     *     sent
     */
    void record(RequestContext requestContext, @Nullable String operation, AccessRecord accessRecord);

    /** Records a refused request, if the caller's reads are recorded. */
    void refuse(RequestContext requestContext, @Nullable String operation, ErrorCode code);
}
