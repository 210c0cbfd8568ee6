package org.jointdefence.registry.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * Installs our handlers between those that Vert.x adds to a connection: when it is opened or, if TLS or the HTTP
 * version must be negotiated first, before the first byte of a request is decoded.
 */
final class PipelineSetup extends ChannelInboundHandlerAdapter {

    // The names in io.vertx.core.http.impl.HttpServerWorker.
    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";
    static final String HANDLER = "handler";

    private final HttpServerOptions options;
    private final ClientConnection connection;
    private final Handler<HttpServerRequest> invalidRequests;
    private final boolean negotiating;

    PipelineSetup(HttpServerOptions options, ClientConnection connection, Handler<HttpServerRequest> invalidRequests) {
        this(options, connection, invalidRequests, false);
    }

    private PipelineSetup(
            HttpServerOptions options,
            ClientConnection connection,
            Handler<HttpServerRequest> invalidRequests,
            boolean negotiating) {
        this.options = options;
        this.connection = connection;
        this.invalidRequests = invalidRequests;
        this.negotiating = negotiating;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (!negotiating) {
            ChannelPipeline pipeline = context.pipeline();
            if (!install(pipeline)) {
                pipeline.addLast(new PipelineSetup(options, connection, invalidRequests, true));
            }
            pipeline.remove(this);
        }
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (install(context.pipeline())) {
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }

    private boolean install(ChannelPipeline pipeline) {
        if (pipeline.get(HANDLER) instanceof Http2ConnectionHandler http2) {
            http2.connection().addListener(new StreamWatch(connection));
            pipeline.addFirst(new Backpressure());
            return true;
        }
        if (pipeline.get(DECODER) == null) {
            return false;
        }
        RequestDecoder decoder = new RequestDecoder(options, connection);
        pipeline.replace(DECODER, DECODER, decoder);
        pipeline.addAfter(ENCODER, null, new RequestWatch(decoder, invalidRequests));
        return true;
    }
}
