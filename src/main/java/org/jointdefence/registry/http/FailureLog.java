package org.jointdefence.registry.http;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/** Logs what failed and where, without messages: they quote values, and values can be classified. */
final class FailureLog {

    private static final Logger LOG = Logger.getLogger(FailureLog.class);
    private static final int FRAMES = 15;

    private FailureLog() {}

    static void record(String request, Throwable failure) {
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

    /** The exception that was thrown, out of what it was wrapped in on its way. */
    static Throwable unwrap(Throwable failure) {
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
