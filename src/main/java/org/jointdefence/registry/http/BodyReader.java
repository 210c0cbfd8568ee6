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

/** Reads the body of a paused request: so many bytes, in so long a time, and no more than there is memory for. */
final class BodyReader {

    /** How much heap a byte of a body takes: in the growing buffer, and as the text and the values that it is read into. */
    private static final int HEAP_OF_BODY = 4;

    private final RoutingContext routing;
    private final Reservation memory;
    private final long longest;
    private final Consumer<Buffer> done;
    private final Consumer<RuntimeException> failed;
    private final Buffer body = Buffer.buffer();
    private long timer;
    private boolean over;

    private BodyReader(
            RoutingContext routing,
            Reservation memory,
            long longest,
            Consumer<Buffer> done,
            Consumer<RuntimeException> failed) {
        this.routing = routing;
        this.memory = memory;
        this.longest = longest;
        this.done = done;
        this.failed = failed;
    }

    /**
     * Reads it and resumes the request.
     *
     * @param memory what the body takes; to be closed by the caller, whatever becomes of it
     * @param longest how many bytes it may have
     * @param time how long it may take to arrive
     * @param done called with all of it; not called when the client goes away
     * @param failed called once instead if it is too long or too late, or if there is no memory for it
     */
    static void read(
            RoutingContext routing,
            Reservation memory,
            long longest,
            Duration time,
            Consumer<Buffer> done,
            Consumer<RuntimeException> failed) {
        new BodyReader(routing, memory, longest, done, failed).start(time);
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
            return Long.parseLong(length) > longest;
        } catch (NumberFormatException beyondAllNumbers) {
            return true;
        }
    }

    private void add(Buffer chunk) {
        if (over) {
            return;
        }
        if (body.length() + chunk.length() > longest) {
            fail(tooLong());
            return;
        }
        try {
            memory.grow((long) HEAP_OF_BODY * chunk.length());
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

    private boolean stop() {
        boolean stopped = !over;
        over = true;
        routing.vertx().cancelTimer(timer);
        return stopped;
    }

    private HttpError tooLong() {
        return new HttpError(413, ErrorCode.LIMIT_EXCEEDED, "The body has more than " + longest + " bytes.");
    }

    private static HttpError tooLate(Duration time) {
        return new HttpError(
                408, ErrorCode.LIMIT_EXCEEDED, "The body has not arrived within " + time.toSeconds() + " seconds.");
    }
}
