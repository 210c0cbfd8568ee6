package org.jointdefence.registry.budget;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who shares a budget with whom: a subject, or, for callers without a token, an address. All of the latter together have a
 * share as well.
 *
 * @param key tells parties apart
 */
public record Party(String key, boolean anonymous) {

    /** Whoever holds such a part of an IPv6 address holds all addresses in it (RFC 6177). */
    private static final int IPV6_PREFIX_BYTES = 8;

    private static final int IPV6_BYTES = 16;

    /** The caller with this subject of an issuer. */
    public static Party subject(@Nullable String issuer, @Nullable String subject) {
        return new Party(issuer + ' ' + subject, false);
    }

    /**
     * Everybody without a token at an address.
     *
     * @param address a literal IPv4 or IPv6 address, of which the first 64 bits count; all that a proxy calls otherwise are
     *     one party
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
