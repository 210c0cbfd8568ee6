package org.jointdefence.registry.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.jointdefence.registry.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Keeps who has read what that is classified. */
public interface ReadLog {
    /**
     * Writes down what a response will tell, in a transaction of its own, and returns once that is durable.
     *
     * @param operation the name of the operation, if it has one
     * @param compartments those that the caller held while reading, as an array literal of PostgreSQL
     * @return the marking that the response has to carry; null when nothing in it has a label
     * @throws SQLException if it could not be written: then nothing may be told
     */
    @Nullable
    String record(
            Connection connection,
            RequestContext requestContext,
            @Nullable String operation,
            String compartments,
            AccessRecord reading)
            throws SQLException;

    /**
     * Writes down what a response will tell that holds no value of a record, if its caller is one whose reading is
     * recorded.
     *
     * @param operation the name of the operation, if it has one
     * @throws org.jointdefence.registry.error.Unavailable if there is no database to write to: then nothing may be told
     */
    void record(RequestContext requestContext, @Nullable String operation, AccessRecord reading);

    /** Writes down that a request was refused, if its caller is one whose reading is recorded. */
    void refuse(RequestContext requestContext, @Nullable String operation, ErrorCode code);
}
