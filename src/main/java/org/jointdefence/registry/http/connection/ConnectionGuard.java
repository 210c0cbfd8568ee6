package org.jointdefence.registry.http.connection;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerImpl;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ServerID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jointdefence.registry.budget.CapacityConfig;
import org.jointdefence.registry.budget.ConnectionMemory;
import org.jointdefence.registry.budget.Http2Config;

/** Installs a {@link ConnectionGate} on the public ports; the management port has none. */
@ApplicationScoped
class ConnectionGuard implements HttpServerOptionsCustomizer {

    private final VertxInternal vertx;
    private final Http2Config http2;
    private final long headerSize;
    private final ConnectionLimiter limiter;
    private final Handler<HttpServerRequest> invalidRequests;

    ConnectionGuard(
            Vertx vertx,
            Http2Config http2,
            CapacityConfig capacity,
            InvalidRequestHandler invalidRequests,
            @ConfigProperty(name = "quarkus.http.limits.max-header-size") MemorySize headerSize) {
        this.headerSize = headerSize.asLongValue();
        this.vertx = (VertxInternal) vertx;
        this.http2 = http2;
        this.limiter =
                new ConnectionLimiter(capacity.connections(), capacity.addressConnections(), capacity.headTime());
        this.invalidRequests = invalidRequests;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(http2.clearText());
        limitStreams(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setUseAlpn(http2.overTls());
        limitStreams(options);
    }

    private void limitStreams(HttpServerOptions options) {
        options.getInitialSettings()
                .setMaxConcurrentStreams(ConnectionMemory.MOST_STREAMS)
                .setMaxHeaderListSize(headerSize);
    }

    void guard(@ObservesAsync HttpServerStart start) {
        guard(start.options());
    }

    void guard(@ObservesAsync HttpsServerStart start) {
        guard(start.options());
    }

    private void guard(HttpServerOptions options) {
        int port = port(options.getPort());
        for (EventExecutor each : vertx.getAcceptorEventLoopGroup()) {
            each.execute(() -> guard((SingleThreadEventLoop) each, port, options));
        }
    }

    /** The port on which the server listens; it differs from the configured one if that is not above 0. */
    private int port(int configured) {
        Map<ServerID, HttpServerImpl> servers = vertx.sharedTCPServers(HttpServerImpl.class);
        synchronized (servers) {
            return servers.entrySet().stream()
                    .filter(server -> server.getKey().port == configured)
                    .mapToInt(server -> server.getValue().actualPort())
                    .findFirst()
                    .orElse(configured);
        }
    }

    private void guard(SingleThreadEventLoop acceptor, int port, HttpServerOptions options) {
        for (Iterator<Channel> channels = acceptor.registeredChannelsIterator(); channels.hasNext(); ) {
            Channel channel = channels.next();
            if (channel instanceof ServerChannel
                    && channel.localAddress() instanceof InetSocketAddress address
                    && address.getPort() == port) {
                channel.pipeline().addFirst(new ConnectionGate(options, limiter, invalidRequests));
                closeLate(acceptor, channel);
            }
        }
    }

    private void closeLate(EventLoop acceptor, Channel server) {
        Future<?> repeated = acceptor.scheduleAtFixedRate(limiter::closeLate, 1, 1, TimeUnit.SECONDS);
        server.closeFuture().addListener(closed -> repeated.cancel(false));
    }
}
