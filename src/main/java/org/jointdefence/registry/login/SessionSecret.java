package org.jointdefence.registry.login;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jointdefence.registry.clearance.provider.LoginTokens;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The secret of a session, which only the browser keeps. The session is found by a hash of it, and its tokens are encrypted
 * with a key that is made of it.
 */
final class SessionSecret {

    private static final Pattern COOKIE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** Tokens longer than this are not kept; the session then ends earlier, or the provider asks before it logs out. */
    private static final int LONGEST = 4_000;

    private final byte[] secret;

    private SessionSecret(byte[] secret) {
        this.secret = secret;
    }

    static SessionSecret random() {
        return new SessionSecret(Secrets.random(Secrets.LENGTH));
    }

    /** The secret in a cookie; empty if it is malformed. */
    static Optional<SessionSecret> of(String cookie) {
        return COOKIE.matcher(cookie).matches()
                ? Optional.of(new SessionSecret(Base64.getUrlDecoder().decode(cookie)))
                : Optional.empty();
    }

    String cookie() {
        return Secrets.text(secret);
    }

    /** What the session is found by. */
    Buffer id() {
        return Buffer.buffer(Secrets.derive(secret, "session"));
    }

    /** The tokens as far as a session keeps them. */
    static LoginTokens kept(LoginTokens tokens) {
        return new LoginTokens(tokens.access(), shortened(tokens.refresh()), shortened(tokens.id()));
    }

    private static @Nullable String shortened(@Nullable String token) {
        return token == null || token.length() > LONGEST ? null : token;
    }

    Buffer encrypt(LoginTokens tokens) {
        JsonObject json = new JsonObject()
                .put("access", tokens.access())
                .put("refresh", tokens.refresh())
                .put("id", tokens.id());
        byte[] nonce = Secrets.random(NONCE);
        byte[] encrypted =
                apply(Cipher.ENCRYPT_MODE, nonce, json.encode().getBytes(UTF_8)).orElseThrow();
        return Buffer.buffer(nonce).appendBytes(encrypted);
    }

    /** The tokens; empty if they are not what was encrypted. */
    Optional<LoginTokens> decrypt(Buffer encrypted) {
        return apply(Cipher.DECRYPT_MODE, encrypted.getBytes(0, NONCE), encrypted.getBytes(NONCE, encrypted.length()))
                .map(plain -> new JsonObject(new String(plain, UTF_8)))
                .map(json ->
                        new LoginTokens(json.getString("access"), json.getString("refresh"), json.getString("id")));
    }

    private Optional<byte[]> apply(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(Secrets.derive(secret, "tokens"), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(input));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
