package org.jointdefence.registry.http.connection;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The lines logged between creation and closing, without those of the log of readings. */
final class LoggedLines extends Handler implements AutoCloseable {

    private static final Duration SETTLED = Duration.ofMillis(500);
    private static final String ELSEWHERE = "org.jointdefence.registry.audit";

    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();

    LoggedLines() {
        Logger.getLogger("").addHandler(this);
    }

    /** The lines of messages and stack traces, once no more are expected. */
    List<String> soFar() throws InterruptedException {
        Thread.sleep(SETTLED);
        return records.stream().flatMap(LoggedLines::lines).toList();
    }

    private static Stream<String> lines(LogRecord line) {
        Throwable thrown = line.getThrown();
        return Stream.concat(
                String.valueOf(line.getMessage()).lines(),
                thrown == null
                        ? Stream.empty()
                        : Stream.of(thrown.getStackTrace()).map(String::valueOf));
    }

    void clear() {
        records.clear();
    }

    @Override
    public void publish(LogRecord line) {
        if (!String.valueOf(line.getLoggerName()).startsWith(ELSEWHERE)) {
            records.add(line);
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
