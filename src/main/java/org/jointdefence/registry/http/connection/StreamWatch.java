package org.jointdefence.registry.http.connection;

import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tracks the requests in progress on an HTTP/2 connection, and the start of the oldest one. */
final class StreamWatch extends Http2ConnectionAdapter {

    private final ClientConnection connection;
    private final Map<Integer, Long> begun = new LinkedHashMap<>();

    StreamWatch(ClientConnection connection) {
        this.connection = connection;
    }

    @Override
    public void onStreamActive(Http2Stream stream) {
        begun.put(stream.id(), System.nanoTime());
        connection.requestBegun(oldest());
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
        begun.remove(stream.id());
        if (begun.isEmpty()) {
            connection.requestAnswered();
        } else {
            connection.requestBegun(oldest());
        }
    }

    private long oldest() {
        return begun.values().iterator().next();
    }
}
