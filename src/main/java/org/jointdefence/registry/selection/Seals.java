package org.jointdefence.registry.selection;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jointdefence.registry.Refusal;
import org.jointdefence.registry.clearance.Caller;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Seals cursors and versions with the registry's own key (HMAC-SHA-256), so that callers can neither make nor compare
 * them themselves.
 *
 * <p>A cursor is the id of a record and the seal over it, the order it belongs to and the caller it was given to. It
 * holds no value.
 */
@ApplicationScoped
@Startup
public class Seals {
    private static final Logger LOG = Logger.getLogger(Seals.class);
    private static final Pattern KEY = Pattern.compile("\\p{XDigit}{64}");
    private static final int ID_LENGTH = 16;
    private static final int SEAL_LENGTH = 16;

    private final List<SecretKeySpec> keys;

    /**
     * Takes the keys from the configuration; draws one that dies with the process if there is none.
     *
     * @throws ConfigurationException if one of them is no key, and then the service does not start
     */
    @Inject
    public Seals(SealsConfig config) {
        this.keys =
                config.keys().map(keys -> keys.stream().map(Seals::parsed).toList()).orElseGet(Seals::drawn).stream()
                        .map(key -> new SecretKeySpec(key, "HmacSHA256"))
                        .toList();
    }

    private static byte[] parsed(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new ConfigurationException("registry.seals.keys: a key is 64 hexadecimal digits, which one is not");
        }
        return HexFormat.of().parseHex(key);
    }

    private static List<byte[]> drawn() {
        LOG.warn("registry.seals.keys is not set: cursors and versions will not outlive this process, nor be"
                + " understood by another one");
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return List.of(key);
    }

    /** The cursor at the record {@code uuid} in {@code order}, in ASCII. */
    byte[] cursor(Caller caller, byte[] order, byte[] uuid) {
        UUID id = UUID.fromString(new String(uuid, UTF_8));
        byte[] cursor = ByteBuffer.allocate(ID_LENGTH + SEAL_LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        System.arraycopy(seal(keys.getFirst(), caller, order, cursor), 0, cursor, ID_LENGTH, SEAL_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encode(cursor);
    }

    /**
     * The UUID of the record that a cursor points at.
     *
     * @throws Refusal if the cursor is malformed, or was made for another caller or order
     */
    String record(Caller caller, byte[] order, @Nullable String cursor) {
        byte[] bytes = decoded(cursor);
        if (bytes != null && bytes.length == ID_LENGTH + SEAL_LENGTH) {
            byte[] seal = Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length);
            for (SecretKeySpec key : keys) {
                if (MessageDigest.isEqual(seal, Arrays.copyOf(seal(key, caller, order, bytes), SEAL_LENGTH))) {
                    ByteBuffer id = ByteBuffer.wrap(bytes);
                    return new UUID(id.getLong(), id.getLong()).toString();
                }
            }
        }
        throw unknownCursor();
    }

    /** What a cursor gets that names no place for this caller, whatever the reason. */
    static Refusal unknownCursor() {
        return Refusal.badInput("not a cursor of this connection in this order for this caller");
    }

    /** The version of a record, from the digest of what the caller sees of it; in ASCII. */
    byte[] version(byte[] digest) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encode(Arrays.copyOf(mac(keys.getFirst()).doFinal(digest), 18));
    }

    private static byte[] seal(SecretKeySpec key, Caller caller, byte[] order, byte[] cursor) {
        Mac mac = mac(key);
        add(mac, caller.issuer());
        add(mac, caller.subject());
        mac.update(cursor, 0, ID_LENGTH);
        return mac.doFinal(order);
    }

    /** Adds a text with its length, so that no two pairs of texts look the same. */
    private static void add(Mac mac, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
    }

    private static byte @Nullable [] decoded(@Nullable String cursor) {
        if (cursor == null || cursor.length() > 100) {
            return null;
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
