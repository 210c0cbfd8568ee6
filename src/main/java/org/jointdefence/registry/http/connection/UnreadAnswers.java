package org.jointdefence.registry.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Reads nothing from a client that does not read itself: HTTP/2 answers frames such as PING and SETTINGS of its own, and the
 * answers would pile up.
 */
final class UnreadAnswers extends ChannelInboundHandlerAdapter {

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(context.channel().isWritable());
        context.fireChannelWritabilityChanged();
    }
}
