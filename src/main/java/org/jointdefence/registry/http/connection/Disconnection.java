package org.jointdefence.registry.http.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;

/** Disconnects clients that do not read their responses; Vert.x's own close waits until they have read them. */
public final class Disconnection {

    private Disconnection() {}

    /** Closes the connection of a request at once, and drops unsent data; with HTTP/2, resets only the stream. */
    public static void of(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else if (request.connection() instanceof HttpServerConnection connection) {
            of(connection.channel());
        }
    }

    /** Closes the channel as soon as its event loop can. */
    @SuppressWarnings("FutureReturnValueIgnored") // If it cannot be closed, it is already closed.
    static void of(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first != null) {
            first.close();
        }
    }
}
