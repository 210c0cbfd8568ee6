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

/** An identity provider that may be slow, away or broken, and may have another key at any time. */
public final class SlowIssuer implements AutoCloseable {

    /** How it answers. */
    public enum Condition {
        WELL,
        /** It takes requests and does not answer them. */
        HANGING,
        /** It answers with status 500. */
        BROKEN,
        /** It refuses connections. */
        AWAY
    }

    private static final Duration MOMENT = Duration.ofMillis(20);

    /** Threads of its own, which do not wait for the virtual ones of the clients. */
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

    /** One that is well. */
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

    /** Its address, which is also its name. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** From now on, how it answers. */
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

    /** From now on, whether it has revoked every token that it is asked about. */
    public void revoke(boolean all) {
        revoking = all;
    }

    /** From now on, how long it thinks before it hands out its keys. */
    public void delay(Duration time) {
        delay = time;
    }

    /** Begins to sign with a new key. */
    public synchronized void rotate() {
        keys.add(SigningIssuer.keys());
    }

    /** No longer hands out any key but the newest. */
    public synchronized void removeOldKeys() {
        oldest = keys.size() - 1;
    }

    /** How often somebody has fetched its keys. */
    public int fetches() {
        return fetches.get();
    }

    /** How many have ever fetched its keys at a time. */
    public int mostFetchesAtATime() {
        return mostUnderWay.get();
    }

    /** A token of this subject with these roles, signed with the newest key. */
    public synchronized String token(String subject, String... roles) {
        return tokenOf(name(keys.size() - 1), subject, roles);
    }

    /** A token that says to be signed with a key of this name, and is signed with the newest one. */
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
