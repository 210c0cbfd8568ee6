package org.jointdefence.registry.http.connection;

import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Stream;

/** Tracks whether an HTTP/2 connection has requests in progress. */
final class StreamWatch extends Http2ConnectionAdapter {

    private final Http2Connection streams;
    private final ClientConnection connection;

    StreamWatch(Http2Connection streams, ClientConnection connection) {
        this.streams = streams;
        this.connection = connection;
    }

    @Override
    public void onStreamActive(Http2Stream stream) {
        connection.requestBegun();
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
        if (streams.numActiveStreams() == 0) {
            connection.requestAnswered();
        }
    }
}
