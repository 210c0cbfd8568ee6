package org.jointdefence.registry.selection.cursor;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Deterministic authenticated encryption with AES-SIV (RFC 5297) over AES-CMAC (RFC 4493). Equal texts with equal
 * associated data give equal ciphertexts, and decryption detects ciphertexts that were not made with the key. Not
 * thread-safe.
 */
final class AesSiv {
    /** The length of an AES block, and of the synthetic initialisation vector before each ciphertext. */
    static final int BLOCK = 16;

    private final Cipher chain;
    private final Cipher counter;
    private final SecretKeySpec counterKey;

    /** The state of S2V over the associated data so far. */
    private byte[] state;

    /**
     * Creates a cipher without associated data.
     *
     * @param key two AES keys, concatenated: for the vector, then for the text
     */
    AesSiv(byte[] key) {
        try {
            chain = Cipher.getInstance("AES/CBC/NoPadding");
            chain.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, 0, key.length / 2, "AES"),
                    new IvParameterSpec(new byte[BLOCK]));
            counter = Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        counterKey = new SecretKeySpec(key, key.length / 2, key.length / 2, "AES");
        state = mac(new byte[BLOCK]);
    }

    /** Appends a component to the associated data. */
    AesSiv associate(byte[] component) {
        state = xor(doubled(state), mac(component));
        return this;
    }

    /** Encrypts to the vector followed by the ciphertext. */
    byte[] encrypt(byte[] text) {
        byte[] vector = vector(text);
        byte[] ciphertext = Arrays.copyOf(vector, BLOCK + text.length);
        System.arraycopy(crypt(vector, text), 0, ciphertext, BLOCK, text.length);
        return ciphertext;
    }

    /** Decrypts; null for a ciphertext that was not made with this key and this associated data. */
    byte @Nullable [] decrypt(byte[] ciphertext) {
        if (ciphertext.length < BLOCK) {
            return null;
        }
        byte[] vector = Arrays.copyOf(ciphertext, BLOCK);
        byte[] text = crypt(vector, Arrays.copyOfRange(ciphertext, BLOCK, ciphertext.length));
        return MessageDigest.isEqual(vector, vector(text)) ? text : null;
    }

    /** S2V of the associated data and the text. */
    private byte[] vector(byte[] text) {
        if (text.length < BLOCK) {
            return mac(xor(doubled(state), padded(text)));
        }
        byte[] end = text.clone();
        for (int i = 0; i < BLOCK; i++) {
            end[text.length - BLOCK + i] ^= state[i];
        }
        return mac(end);
    }

    private byte[] crypt(byte[] vector, byte[] text) {
        byte[] start = vector.clone();
        // RFC 5297 clears two bits, so that implementations can count in words.
        start[8] &= 0x7f;
        start[12] &= 0x7f;
        try {
            counter.init(Cipher.ENCRYPT_MODE, counterKey, new IvParameterSpec(start));
            return counter.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** AES-CMAC: the last block of the chain, with the last block of the message masked. */
    private byte[] mac(byte[] message) {
        int whole = Math.max(0, (message.length - 1) / BLOCK) * BLOCK;
        byte[] last = Arrays.copyOfRange(message, whole, message.length);
        byte[] mask = doubled(encrypted(new byte[BLOCK]));
        byte[] masked = last.length == BLOCK ? xor(last, mask) : xor(padded(last), doubled(mask));
        byte[] blocks = Arrays.copyOf(message, whole + BLOCK);
        System.arraycopy(masked, 0, blocks, whole, BLOCK);
        byte[] chained = encrypted(blocks);
        return Arrays.copyOfRange(chained, whole, chained.length);
    }

    private byte[] encrypted(byte[] blocks) {
        try {
            // The cipher starts a new chain for each call.
            return chain.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pads an incomplete block with a one bit and zeros. */
    private static byte[] padded(byte[] part) {
        byte[] block = Arrays.copyOf(part, BLOCK);
        block[part.length] = (byte) 0x80;
        return block;
    }

    /** Doubles a block in the field of 2^128 elements. */
    private static byte[] doubled(byte[] block) {
        byte[] twice = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int carried = i + 1 < BLOCK ? (block[i + 1] & 0xff) >>> 7 : (block[0] & 0xff) >>> 7 == 0 ? 0 : 0x87;
            twice[i] = (byte) (block[i] << 1 ^ carried);
        }
        return twice;
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] both = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            both[i] = (byte) (one[i] ^ other[i]);
        }
        return both;
    }
}
