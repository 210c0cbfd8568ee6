package org.jointdefence.registry.write;

import java.sql.SQLException;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.write.input.Row;

/** The database has refused a row; the cause says whether a further try may succeed. */
final class RefusedWrite extends RuntimeException {
    private final SQLException failure;
    private final RuntimeException reason;

    RefusedWrite(SQLException failure, Row row, Caller caller) {
        super(null, failure, false, false);
        this.failure = failure;
        this.reason = WriteFailure.of(failure, row, caller);
    }

    SQLException failure() {
        return failure;
    }

    /** The error for the caller. */
    RuntimeException reason() {
        return reason;
    }
}
