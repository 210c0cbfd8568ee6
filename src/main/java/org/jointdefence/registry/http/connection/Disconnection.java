package org.jointdefence.registry.http.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;

/** Parts with clients that do not do their part: Vert.x's own close waits until they have read what was written. */
public final class Disconnection {

    private Disconnection() {}

    /** Closes the connection of a request at once, with whatever has not been sent; of HTTP/2, its stream alone. */
    public static void of(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else if (request.connection() instanceof HttpServerConnection connection) {
            of(connection.channel());
        }
    }

    /** Closes it as soon as its event loop can. */
    @SuppressWarnings("FutureReturnValueIgnored") // What cannot be closed is closed already.
    static void of(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first != null) {
            first.close();
        }
    }
}
