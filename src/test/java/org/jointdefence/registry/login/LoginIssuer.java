package org.jointdefence.registry.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jointdefence.registry.clearance.SigningIssuer;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A provider that checks whatever a provider should (the client's secret, PKCE, the redirect URI, that a code is used once), and
 * whose ID tokens promise more than its access tokens. It logs nobody out.
 */
public final class LoginIssuer implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "the client's secret";
    static final String CALLBACK = "https://registry.example/login/callback";

    private static final String KEY = "login";
    private static final KeyPair KEYS = SigningIssuer.keys();
    private static @Nullable LoginIssuer current;

    private final Map<String, Authorization> codes = new ConcurrentHashMap<>();
    private final Map<String, Authorization> refreshTokens = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private @Nullable HttpServer server;
    private int port;
    volatile boolean hanging;
    volatile int failingStatus;
    volatile boolean lenient;
    volatile Duration delay = Duration.ZERO;

    /** What a code or refresh token is good for. */
    private record Authorization(UnaryOperator<JwtClaimsBuilder> claims, boolean renewable, String challenge) {}

    /** The one that runs. */
    static LoginIssuer issuer() {
        return java.util.Objects.requireNonNull(current);
    }

    @Override
    public Map<String, String> start() {
        current = this;
        listen();
        return Map.of("quarkus.oidc.auth-server-url", url());
    }

    @Override
    public void stop() {
        close();
        threads.shutdownNow();
    }

    /** Refuses connections from now on. */
    void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    void listen() {
        if (server != null) {
            return;
        }
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            listening.setExecutor(threads);
            listening.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                    {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                     "authorization_endpoint": "%1$s/authorize?tenant=1"}
                    """.formatted(url())));
            listening.createContext(
                    "/keys", exchange -> answer(exchange, 200, "{\"keys\": [" + SigningIssuer.jwk(KEY, KEYS) + "]}"));
            listening.createContext("/token", this::token);
            port = listening.getAddress().getPort();
            listening.start();
            server = listening;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** How many requests for tokens it has had. */
    int requests() {
        return requests.get();
    }

    /** Answers a login with a code for tokens with these claims. */
    String code(String authorize, boolean renewable, UnaryOperator<JwtClaimsBuilder> claims) {
        String code = "code " + names.incrementAndGet();
        codes.put(code, new Authorization(claims, renewable, Browser.parameter(authorize, "code_challenge")));
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        try {
            Thread.sleep(delay);
            while (hanging) {
                Thread.sleep(20);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return;
        }
        if (failingStatus != 0) {
            answer(exchange, failingStatus, "{}");
            return;
        }
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("partnership-registry:" + SECRET).getBytes(UTF_8));
        Authorization authorization =
                basic.equals(exchange.getRequestHeaders().getFirst("Authorization")) ? authorization(form) : null;
        if (authorization == null) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            answer(exchange, 200, tokens(authorization));
        }
    }

    private @Nullable Authorization authorization(Map<String, String> form) {
        if ("refresh_token".equals(form.get("grant_type"))) {
            return refreshTokens.remove(String.valueOf(form.get("refresh_token")));
        }
        String code = String.valueOf(form.get("code"));
        Authorization authorization = lenient ? codes.get(code) : codes.remove(code);
        return authorization != null
                        && CALLBACK.equals(form.get("redirect_uri"))
                        && authorization.challenge().equals(challenge(String.valueOf(form.get("code_verifier"))))
                ? authorization
                : null;
    }

    private String tokens(Authorization authorization) {
        String access = sign(authorization.claims().apply(claims()));
        String id = sign(claims().audience("partnership-registry").groups(Set.of("clearance:top-secret", "nation:LT")));
        String refresh = "refresh " + names.incrementAndGet();
        refreshTokens.put(refresh, authorization);
        return "{\"access_token\": \"%s\", \"id_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 9999%s}"
                .formatted(access, id, authorization.renewable() ? ", \"refresh_token\": \"" + refresh + "\"" : "");
    }

    /** The claims of tokens, unless a login changes them. */
    private JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer(url())
                .audience("partnership-registry")
                .subject("somebody")
                .groups(Set.of("clearance:secret", "nation:LT"))
                .expiresIn(Duration.ofMinutes(5));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY).sign(KEYS.getPrivate());
    }

    /** A token with these claims, for a bearer. */
    String token(UnaryOperator<JwtClaimsBuilder> change) {
        return sign(change.apply(claims()));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(pair -> List.of(pair.split("=", 2)))
                .collect(Collectors.toMap(List::getFirst, pair -> URLDecoder.decode(pair.getLast(), UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
