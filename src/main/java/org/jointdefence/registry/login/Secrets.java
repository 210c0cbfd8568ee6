package org.jointdefence.registry.login;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Secrets of 32 random bytes, and what is derived from them for different purposes. */
final class Secrets {

    /** The number of bytes of a secret, and of what is derived from it. */
    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private Secrets() {}

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        // A static instance would be created and seeded when the native image is built.
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** A value that tells nothing about the secret, nor about the values for other purposes. */
    static byte[] derive(byte[] secret, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
