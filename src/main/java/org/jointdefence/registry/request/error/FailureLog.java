package org.jointdefence.registry.request.error;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;
import org.jointdefence.registry.error.Unavailable;

/** Logs what failed and where, without messages: they quote values, and values can be classified. */
public final class FailureLog {

    private static final Logger LOG = Logger.getLogger(FailureLog.class);
    private static final int FRAMES = 15;

    private FailureLog() {}

    public static void record(String request, Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (Throwable each = failure; each != null && trace.length() < 20_000; each = each.getCause()) {
            trace.append(each == failure ? "" : "caused by ")
                    .append(each.getClass().getName());
            if (each instanceof SQLException sql) {
                trace.append(" (SQLSTATE ").append(sql.getSQLState()).append(')');
            }
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                trace.append("\n    at ").append(frames[i]);
            }
            trace.append('\n');
        }
        LOG.errorf("Request %s failed: %s", request, trace);
    }

    /** Says in one line that there is no database: there will be many of them, and the place is always the same. */
    public static void record(RequestId request, Unavailable unavailable) {
        LOG.errorf(
                "Request %s failed: %s",
                request,
                unavailable.state() == null
                        ? "no connection to the database was free in time"
                        : "the database is away (SQLSTATE " + unavailable.state() + ")");
    }

    /** The exception that was thrown, out of what it was wrapped in on its way. */
    public static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CompletionException
                        || cause instanceof ExecutionException
                        || cause instanceof InvocationTargetException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
