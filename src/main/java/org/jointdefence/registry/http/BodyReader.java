package org.jointdefence.registry.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.budget.Reservation;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.request.error.HttpError;

/** Reads the body of a paused request, with limits on its length, its time of arrival, and the memory for it. */
final class BodyReader {

    /** The heap per byte of a body: in the growing buffer, as text, and as parsed values. */
    private static final int HEAP_PER_BYTE = 4;

    private final RoutingContext routing;
    private final Reservation memory;
    private final long maximumLength;
    private final Consumer<Buffer> done;
    private final Consumer<RuntimeException> failed;
    private final Buffer body = Buffer.buffer();
    private long timer;
    private boolean stopped;

    private BodyReader(
            RoutingContext routing,
            Reservation memory,
            long maximumLength,
            Consumer<Buffer> done,
            Consumer<RuntimeException> failed) {
        this.routing = routing;
        this.memory = memory;
        this.maximumLength = maximumLength;
        this.done = done;
        this.failed = failed;
    }

    /**
     * Resumes the request and reads its body.
     *
     * @param memory the reservation for the body, which the caller must close in every case
     * @param maximumLength in bytes
     * @param time the time limit for the whole body
     * @param done called with the complete body; not called if the client disconnects
     * @param failed called instead, once, if the body exceeds a limit or there is no memory for it
     */
    static void read(
            RoutingContext routing,
            Reservation memory,
            long maximumLength,
            Duration time,
            Consumer<Buffer> done,
            Consumer<RuntimeException> failed) {
        new BodyReader(routing, memory, maximumLength, done, failed).start(time);
    }

    private void start(Duration time) {
        HttpServerRequest request = routing.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLong(length)) {
            fail(tooLong());
            return;
        }
        if (request.version() != HttpVersion.HTTP_1_0
                && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            routing.response().writeContinue();
        }
        timer = routing.vertx().setTimer(time.toMillis(), late -> fail(tooLate(time)));
        request.handler(this::add).endHandler(end -> finish()).exceptionHandler(gone -> stop());
        request.resume();
    }

    private boolean isTooLong(String length) {
        try {
            return Long.parseLong(length) > maximumLength;
        } catch (NumberFormatException tooLarge) {
            return true;
        }
    }

    private void add(Buffer chunk) {
        if (stopped) {
            return;
        }
        if (body.length() + chunk.length() > maximumLength) {
            fail(tooLong());
            return;
        }
        try {
            memory.grow((long) HEAP_PER_BYTE * chunk.length());
            body.appendBuffer(chunk);
        } catch (Overload overload) {
            fail(overload);
        }
    }

    private void finish() {
        if (stop()) {
            done.accept(body);
        }
    }

    private void fail(RuntimeException reason) {
        if (stop()) {
            failed.accept(reason);
        }
    }

    /** Stops reading; false if it has already stopped. */
    private boolean stop() {
        boolean first = !stopped;
        stopped = true;
        routing.vertx().cancelTimer(timer);
        return first;
    }

    private HttpError tooLong() {
        return new HttpError(413, ErrorCode.LIMIT_EXCEEDED, "The body is longer than " + maximumLength + " bytes.");
    }

    private static HttpError tooLate(Duration time) {
        return new HttpError(
                408, ErrorCode.LIMIT_EXCEEDED, "The body did not arrive within " + time.toSeconds() + " seconds.");
    }
}
