package org.jointdefence.registry.budget;

import io.netty.util.NetUtil;
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

    /** The party of a subject of an issuer. */
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
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return new Party("unknown", true);
        }
        boolean ipv6 = bytes.length == IPV6_BYTES;
        return new Party(HexFormat.of().formatHex(ipv6 ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes), true);
    }
}
