package org.jointdefence.registry.abuse;

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
import org.jointdefence.registry.clearance.SigningIssuer;

/** An identity provider that takes its time to hand out its keys, if it is told so, and may have a new one at any time. */
final class SlowIssuer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<KeyPair> keys = new ArrayList<>(List.of(SigningIssuer.keys()));
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;

    SlowIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token"}
                """.formatted(url())));
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            try {
                Thread.sleep(delay);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
            answer(exchange, keySet());
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on, how long it thinks before it hands out its keys. */
    void delay(Duration time) {
        delay = time;
    }

    /** Begins to sign with a new key. */
    synchronized void rotate() {
        keys.add(SigningIssuer.keys());
    }

    /** How often somebody has fetched its keys. */
    int fetches() {
        return fetches.get();
    }

    /** A token of this subject with these roles, signed with the newest key. */
    synchronized String token(String subject, String... roles) {
        return tokenOf(name(keys.size() - 1), subject, roles);
    }

    /** A token that says to be signed with a key of this name, and is signed with the newest one. */
    synchronized String tokenOf(String keyId, String subject, String... roles) {
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
        return IntStream.range(0, keys.size())
                .mapToObj(i -> SigningIssuer.jwk(name(i), keys.get(i)))
                .collect(Collectors.joining(", ", "{\"keys\": [", "]}"));
    }

    private static String name(int number) {
        return "key-" + number;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
