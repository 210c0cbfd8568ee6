package org.jointdefence.registry.request.error;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;
import org.jointdefence.registry.error.Unavailable;

/** Logs failed requests with their exception types and stack traces, but without messages, which may quote values. */
public final class FailureLog {

    private static final Logger LOG = Logger.getLogger(FailureLog.class);
    private static final int FRAMES = 15;

    private FailureLog() {}

    /** Logs an internal error of the request with this id. */
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

    /** Logs in one line, without a stack trace, that the database is unavailable. */
    public static void record(RequestId request, Unavailable unavailable) {
        LOG.errorf(
                "Request %s failed: %s",
                request,
                unavailable.state() == null
                        ? "no connection to the database was free in time"
                        : "the database is unavailable (SQLSTATE " + unavailable.state() + ")");
    }

    /** The original exception, without the wrappers of futures and reflection. */
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
