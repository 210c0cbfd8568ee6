package org.jointdefence.registry.clearance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A test identity provider that can be slow, unavailable or broken, and can change its key at any time. */
public final class SlowIssuer implements AutoCloseable {

    /** How the provider responds to requests. */
    public enum Condition {
        WELL,
        /** It accepts requests and does not respond. */
        HANGING,
        /** It responds with status 500. */
        BROKEN,
        /** It refuses connections. */
        AWAY
    }

    private static final Duration MOMENT = Duration.ofMillis(20);

    /** Its own threads, which do not wait for the clients' virtual threads. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final List<KeyPair> keys = new ArrayList<>(List.of(SigningIssuer.keys()));
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final int port;
    private @Nullable HttpServer server;
    private volatile Condition condition = Condition.WELL;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean revoking;
    private int oldest;

    /** Starts a provider that works. */
    public SlowIssuer() throws IOException {
        HttpServer first = listen(0);
        server = first;
        port = first.getAddress().getPort();
    }

    private HttpServer listen(int at) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        listening.setExecutor(threads);
        listening.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "userinfo_endpoint": "%1$s/userinfo", "introspection_endpoint": "%1$s/introspection"}
                """.formatted(url())));
        listening.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            try {
                sleep(delay);
                answer(exchange, keySet());
            } finally {
                underWay.decrementAndGet();
            }
        });
        listening.createContext("/userinfo", exchange -> {
            if (revoking && condition == Condition.WELL) {
                answer(exchange, 401, "{\"error\": \"invalid_token\"}");
            } else {
                answer(exchange, "{\"sub\": \"somebody\"}");
            }
        });
        listening.createContext(
                "/introspection",
                exchange -> answer(exchange, "{\"active\": %s, \"sub\": \"somebody\"}".formatted(!revoking)));
        listening.start();
        return listening;
    }

    /** Its address, which is also its issuer. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Sets how it responds from now on. */
    public synchronized void become(Condition next) {
        condition = next;
        try {
            if (next == Condition.AWAY && server != null) {
                server.stop(0);
                server = null;
            } else if (next != Condition.AWAY && server == null) {
                server = listen(port);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Sets whether it reports every token as revoked from now on. */
    public void revoke(boolean all) {
        revoking = all;
    }

    /** Sets how long it waits before it returns its keys. */
    public void delay(Duration time) {
        delay = time;
    }

    /** Starts to sign with a new key. */
    public synchronized void rotate() {
        keys.add(SigningIssuer.keys());
    }

    /** Publishes only the newest key from now on. */
    public synchronized void removeOldKeys() {
        oldest = keys.size() - 1;
    }

    /** The number of fetches of its keys. */
    public int fetches() {
        return fetches.get();
    }

    /** The largest number of concurrent fetches of its keys. */
    public int mostFetchesAtATime() {
        return mostUnderWay.get();
    }

    /** A token for this subject with these roles, signed with the newest key. */
    public synchronized String token(String subject, String... roles) {
        return tokenOf(name(keys.size() - 1), subject, roles);
    }

    /** A token that names this key id but is signed with the newest key. */
    public synchronized String tokenOf(String keyId, String subject, String... roles) {
        return Jwt.claims()
                .issuer(url())
                .audience("partnership-registry")
                .subject(subject)
                .groups(Set.of(roles))
                .expiresIn(Duration.ofHours(1))
                .jws()
                .keyId(keyId)
                .sign(keys.getLast().getPrivate());
    }

    private synchronized String keySet() {
        return IntStream.range(oldest, keys.size())
                .mapToObj(i -> SigningIssuer.jwk(name(i), keys.get(i)))
                .collect(Collectors.joining(", ", "{\"keys\": [", "]}"));
    }

    private static String name(int number) {
        return "key-" + number;
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        while (condition == Condition.HANGING) {
            sleep(MOMENT);
        }
        answer(exchange, condition == Condition.BROKEN ? 500 : 200, json);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        become(Condition.AWAY);
        threads.shutdownNow();
    }
}
