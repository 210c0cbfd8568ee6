package org.jointdefence.registry.selection.cursor;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jointdefence.registry.clearance.Caller;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Creates cursors and versions with the registry's own keys, so that callers can neither forge nor compare them.
 *
 * <p>A cursor is a position in an order, encrypted (AES-SIV) and bound to the caller, the connection and the order. It
 * needs no lookup, and equal positions have equal cursors. Each purpose has its own key, derived from the configured
 * one by HMAC.
 */
@ApplicationScoped
@Startup
public class CursorSigner {
    private static final Logger LOG = Logger.getLogger(CursorSigner.class);
    private static final Pattern KEY = Pattern.compile("\\p{XDigit}{64}");
    private final List<byte[]> cursorKeys;
    private final SecretKeySpec versionKey;

    /**
     * Takes the keys from the configuration, or draws one for the lifetime of this process.
     *
     * @throws ConfigurationException if a key is malformed; the service then does not start
     */
    @Inject
    CursorSigner(CursorSignerConfig config) {
        List<byte[]> keys = config.keys()
                .map(all -> all.stream().map(CursorSigner::parsed).toList())
                .orElseGet(CursorSigner::drawn);
        this.cursorKeys =
                keys.stream().map(key -> derived("HmacSHA512", key, "cursor")).toList();
        this.versionKey = new SecretKeySpec(derived("HmacSHA256", keys.getFirst(), "version"), "HmacSHA256");
    }

    private static byte[] derived(String algorithm, byte[] key, String purpose) {
        return mac(new SecretKeySpec(key, algorithm)).doFinal(("partnership-registry " + purpose).getBytes(UTF_8));
    }

    private static byte[] parsed(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new ConfigurationException("registry.seals.keys: each key must be 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(key);
    }

    private static List<byte[]> drawn() {
        LOG.warn("registry.seals.keys is not set: cursors and versions become invalid when this process ends, and other"
                + " processes do not accept them");
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return List.of(key);
    }

    /**
     * The cipher for the cursors of a caller in an order.
     *
     * @param order names the connection and the order
     */
    public CursorCipher cursors(Caller caller, String order) {
        byte[] issuer = component(caller.issuer());
        byte[] subject = component(caller.subject());
        return new CursorCipher(cursorKeys.stream()
                .map(key -> new AesSiv(key).associate(issuer).associate(subject).associate(order.getBytes(UTF_8)))
                .toList());
    }

    /** Encodes a text so that an absent one differs from an empty one. */
    private static byte[] component(@Nullable String text) {
        return text == null ? new byte[0] : ("=" + text).getBytes(UTF_8);
    }

    /** The version of a record, from the digest of its content as the caller sees it; in ASCII. */
    public byte[] version(byte[] digest) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encode(Arrays.copyOf(mac(versionKey).doFinal(digest), 18));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
