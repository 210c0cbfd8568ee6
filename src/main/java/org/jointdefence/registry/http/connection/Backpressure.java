package org.jointdefence.registry.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stops reading from an HTTP/2 client that does not read itself. Netty acknowledges frames such as PING and SETTINGS, and
 * unsent acknowledgements would accumulate.
 */
final class Backpressure extends ChannelInboundHandlerAdapter {

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(context.channel().isWritable());
        context.fireChannelWritabilityChanged();
    }
}
