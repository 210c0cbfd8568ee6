package org.jointdefence.registry.login;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A login that has begun. The browser keeps all of it in a cookie, so that whoever begins logins takes up no memory here. State
 * and code verifier (RFC 7636) are derived from the whole cookie, and so hold for this browser, time and way back only.
 *
 * @param cookie the time in seconds since 1970, random bytes, and the way back
 * @param returnPath the path of the page to come back to
 */
record LoginAttempt(String cookie, Instant since, String returnPath) {

    private static final Duration TIME = Duration.ofMinutes(10);
    private static final Pattern COOKIE =
            Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{1,4000})");

    static LoginAttempt begin(String returnPath, Instant now) {
        String cookie = now.getEpochSecond()
                + "." + Secrets.text(Secrets.random(Secrets.LENGTH))
                + "." + Secrets.text(returnPath.getBytes(StandardCharsets.US_ASCII));
        return new LoginAttempt(cookie, now, returnPath);
    }

    /** The login in a cookie; empty if it is malformed, or began too long ago. */
    static Optional<LoginAttempt> of(String cookie, Instant now) {
        Matcher parts = COOKIE.matcher(cookie);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant since = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        if (since.isAfter(now.plusSeconds(60)) || since.isBefore(now.minus(TIME))) {
            return Optional.empty();
        }
        try {
            return ReturnPath.of(new String(Base64.getUrlDecoder().decode(parts.group(3)), StandardCharsets.ISO_8859_1))
                    .map(path -> new LoginAttempt(cookie, since, path));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static Duration time() {
        return TIME;
    }

    String state() {
        return Secrets.text(derive("state"));
    }

    String verifier() {
        return Secrets.text(derive("verifier"));
    }

    /** The code challenge of the method S256. */
    String challenge() {
        try {
            return Secrets.text(
                    MessageDigest.getInstance("SHA-256").digest(verifier().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What no other login has. */
    Buffer id() {
        return Buffer.buffer(derive("login"));
    }

    /** Whether this is its state, in a time that does not tell how much of it is. */
    boolean hasState(String other) {
        return MessageDigest.isEqual(
                state().getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] derive(String purpose) {
        return Secrets.derive(cookie.getBytes(StandardCharsets.US_ASCII), purpose);
    }
}
