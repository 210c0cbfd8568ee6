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

/** Stands where connections are accepted, before anything is spent on them. */
final class ConnectionGate extends ChannelInboundHandlerAdapter {

    private static final int LEAST_READ = 512;
    private static final int FIRST_READ = 2_048;

    /** One read at a time, since whoever reads decides after each whether there may be another. */
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
