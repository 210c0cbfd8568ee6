package org.jointdefence.registry.clearance;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A test identity provider whose tokens can be malformed in any way. */
public class SigningIssuer implements QuarkusTestResourceLifecycleManager {

    static final String AUDIENCE = "partnership-registry";
    static final String KEY_ID = "first";
    public static final KeyPair KEYS = keys();

    private static final int PORT = 62533;
    /** Its address. */
    public static final String ISSUER = "http://localhost:" + PORT;

    private final HttpServer server = server();

    @Override
    public Map<String, String> start() {
        answer("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token"}
                """.formatted(ISSUER));
        answer("/keys", "{\"keys\": [" + jwk(KEY_ID, KEYS) + "]}");
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", ISSUER);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** The claims of a valid token, for tests to modify. */
    public static JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("somebody")
                .groups(Set.of("clearance:secret", "nation:LT"))
                .expiresIn(Duration.ofMinutes(5));
    }

    /** Signs a token with these claims. */
    public static String sign(JwtClaimsBuilder claims) {
        return sign(claims, KEYS.getPrivate());
    }

    static String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().keyId(KEY_ID).sign(key);
    }

    /** Signs a valid token with these members added to its payload, which no token builder would produce. */
    static String signJson(String members) {
        return signBytes("""
                {"iss": "%s", "aud": "%s", "iat": 1, "exp": 4102444800, %s}
                """.formatted(ISSUER, AUDIENCE, members).getBytes(StandardCharsets.UTF_8));
    }

    /** Signs a token with this payload, valid or not. */
    static String signBytes(byte[] payload) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(KEY_ID);
        token.setKey(KEYS.getPrivate());
        token.setPayloadBytes(payload);
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Creates a key pair for signing and verifying. */
    public static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key of a pair as a JSON Web Key with this id. */
    public static String jwk(String id, KeyPair keys) {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "%s", "n": "%s", "e": "%s"}
                """.formatted(id, unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
