package org.jointdefence.registry.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.util.AsciiString;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;
import org.jointdefence.registry.budget.ConnectionMemory;

/**
 * Decodes requests by stricter rules, and one at a time: until a request is answered, data of later requests on the
 * connection (pipelining, RFC 9112, section 9.3.2) stays a few undecoded bytes, and no more is read.
 */
final class RequestDecoder extends VertxHttpRequestDecoder {

    private final ClientConnection connection;
    private int headers;
    private boolean receiving;
    private boolean answering;
    private boolean stopped;
    private boolean resuming;

    RequestDecoder(HttpServerOptions options, ClientConnection connection) {
        super(options);
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
        connection.bytesReceived();
        super.channelRead(context, bytes);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (mustWait()) {
            stopReading(context);
            return;
        }
        super.decode(context, in, out);
        for (Object decoded : out) {
            if (decoded instanceof HttpRequest request) {
                begin(request);
            }
            if (decoded instanceof LastHttpContent) {
                receiving = false;
            }
        }
    }

    /** Netty's decoder would read from the channel until a message is decoded, but decoding must wait here. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (mustWait()) {
            discardSomeReadBytes();
            context.fireChannelReadComplete();
        } else {
            super.channelReadComplete(context);
        }
    }

    private void begin(HttpRequest request) {
        connection.requestBegun();
        answering = true;
        receiving = true;
        if (request.decoderResult().isSuccess()) {
            try {
                RequestRules.check(request);
            } catch (RuntimeException | Error invalid) {
                // A request that cannot be checked must not be handled.
                request.setDecoderResult(DecoderResult.failure(invalid));
            }
        }
    }

    /** Whether the next request must not be decoded yet. */
    private boolean mustWait() {
        return answering && !receiving;
    }

    /** Stops reading, unless Vert.x has done so already and will resume by itself. */
    private void stopReading(ChannelHandlerContext context) {
        if (context.channel().config().isAutoRead()) {
            context.channel().config().setAutoRead(false);
            stopped = true;
        }
    }

    /** Called on the event loop when the client has received the response to its request. */
    void answered(ChannelHandlerContext context) {
        answering = false;
        connection.requestAnswered();
        if (stopped || internalBuffer().isReadable()) {
            // Decodes later, because many short responses in a row would otherwise nest deeply on the stack.
            resuming = true;
            context.executor().execute(() -> resume(context));
        }
    }

    private void resume(ChannelHandlerContext context) {
        resuming = false;
        ChannelHandlerContext own = context.pipeline().context(this);
        if (own == null) {
            return;
        }
        try {
            channelRead(own, Unpooled.EMPTY_BUFFER);
            channelReadComplete(own);
        } catch (Exception failure) {
            own.fireExceptionCaught(failure);
        }
        // If a request was answered in the meantime, this method is called again; pending bytes are decoded before more
        // is read.
        if (stopped && !resuming && !(mustWait() && internalBuffer().isReadable())) {
            stopped = false;
            context.channel().config().setAutoRead(true);
        }
    }

    @Override
    protected HttpMessage createMessage(String[] initialLine) {
        headers = 0;
        return super.createMessage(initialLine);
    }

    @Override
    protected AsciiString splitHeaderName(byte[] bytes, int start, int length) {
        headers++;
        if (headers > ConnectionMemory.MOST_HEADERS) {
            throw new TooLongHttpHeaderException("more than " + ConnectionMemory.MOST_HEADERS + " headers");
        }
        return super.splitHeaderName(bytes, start, length);
    }
}
