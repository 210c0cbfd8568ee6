package org.jointdefence.registry.http.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.impl.VertxHandler;
import org.jspecify.annotations.Nullable;

/** Notifies the decoder when the last byte of a response has been sent, and passes invalid requests to our handler. */
final class RequestWatch extends ChannelDuplexHandler {

    private final RequestDecoder decoder;
    private final Handler<HttpServerRequest> invalidRequests;

    RequestWatch(RequestDecoder decoder, Handler<HttpServerRequest> invalidRequests) {
        this.decoder = decoder;
        this.invalidRequests = invalidRequests;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        HttpServerConnection http = connection(context);
        if (http != null
                && message instanceof HttpRequest request
                && !request.decoderResult().isSuccess()) {
            http.invalidRequestHandler(invalidRequests);
        }
        context.fireChannelRead(message);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The returned future is the promise, which its owner handles.
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean last = message instanceof LastHttpContent && !isInterim(message);
        context.write(message, last ? promise.unvoid().addListener(sent -> decoder.answered(context)) : promise);
    }

    /** Whether it is an interim response such as 100 (Continue), which the final response follows. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /**
     * Closes a connection that fails before its first request, where HTTP/2 is possible; Vert.x would log a stack
     * trace.
     */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // If it cannot be closed, it is already closed.
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (connection(context) == null) {
            context.close();
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    /** Null until Vert.x knows the HTTP version. */
    private static @Nullable HttpServerConnection connection(ChannelHandlerContext context) {
        return context.pipeline().get(PipelineSetup.HANDLER) instanceof VertxHandler<?> vertx
                        && vertx.getConnection() instanceof HttpServerConnection http
                ? http
                : null;
    }
}
