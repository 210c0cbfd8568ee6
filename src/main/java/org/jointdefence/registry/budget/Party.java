package org.jointdefence.registry.budget;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A holder of budgets: a subject or, for callers without a token, an address. All anonymous callers together have a
 * share as well.
 *
 * @param key identifies the party
 */
public record Party(String key, boolean anonymous) {

    /** The IPv6 prefix whose addresses all belong to one holder (RFC 6177). */
    private static final int IPV6_PREFIX_BYTES = 8;

    private static final int IPV6_BYTES = 16;

    /** An IPv4 address that was translated for an IPv6 network (RFC 6052, section 2.1). */
    private static final byte[] IPV4_TRANSLATED = {0, 0x64, -1, -0x65, 0, 0, 0, 0, 0, 0, 0, 0};

    /** The caller with this subject of an issuer. */
    public static Party subject(@Nullable String issuer, @Nullable String subject) {
        return new Party(issuer + ' ' + subject, false);
    }

    /**
     * The party of all callers without a token at an address.
     *
     * @param address a literal IPv4 or IPv6 address, of which the first 64 bits count; all other names, as from a
     *     proxy, are one party
     */
    public static Party address(@Nullable String address) {
        byte[] bytes = address == null ? null : bytes(address);
        if (bytes == null) {
            return new Party("unknown", true);
        }
        boolean whole = bytes.length != IPV6_BYTES || hasPrefix(bytes, IPV4_TRANSLATED);
        return new Party(HexFormat.of().formatHex(whole ? bytes : Arrays.copyOf(bytes, IPV6_PREFIX_BYTES)), true);
    }

    /** The bytes of a literal address, whose end may be written as an IPv4 address; null if it is not an address. */
    private static byte @Nullable [] bytes(String address) {
        if (address.indexOf(':') < 0) {
            return NetUtil.createByteArrayFromIpAddressString(address);
        }
        try {
            // A text with a colon is parsed as a literal address or rejected, but never resolved as a name. An
            // IPv4-mapped IPv6 address becomes the IPv4 address (RFC 4291, section 2.5.5.2).
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException malformed) {
            return null;
        }
    }

    private static boolean hasPrefix(byte[] bytes, byte[] prefix) {
        return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
