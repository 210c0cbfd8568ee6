package org.jointdefence.registry.http.connection;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.RecvByteBufAllocator;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jointdefence.registry.budget.ConnectionMemory;

/** Accepts or rejects new connections, before any resources are spent on them. */
final class ConnectionGate extends ChannelInboundHandlerAdapter {

    private static final int LEAST_READ = 512;
    private static final int FIRST_READ = 2_048;

    /** One read at a time, because the decoder decides after each read whether to read on. */
    private final RecvByteBufAllocator reads = new AdaptiveRecvByteBufAllocator(
                    LEAST_READ, FIRST_READ, ConnectionMemory.LONGEST_READ)
            .maxMessagesPerRead(1);

    private final HttpServerOptions options;
    private final ConnectionLimiter limiter;
    private final Handler<HttpServerRequest> invalidRequests;

    ConnectionGate(HttpServerOptions options, ConnectionLimiter limiter, Handler<HttpServerRequest> invalidRequests) {
        this.options = options;
        this.limiter = limiter;
        this.invalidRequests = invalidRequests;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        Channel channel = (Channel) accepted;
        ClientConnection connection = limiter.admit(channel);
        if (connection == null) {
            channel.unsafe().closeForcibly();
            return;
        }
        channel.config().setOption(ChannelOption.RCVBUF_ALLOCATOR, reads);
        channel.pipeline().addLast(new PipelineSetup(options, connection, invalidRequests));
        context.fireChannelRead(accepted);
    }
}
