package org.jointdefence.registry.http.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules for the head of a request, in addition to those of Netty's decoder (RFC 9112). */
final class RequestRules {

    private static final Set<HttpVersion> VERSIONS = Set.of(HttpVersion.HTTP_1_1, HttpVersion.HTTP_1_0);

    /** uri-host of RFC 3986, section 3.2.2, which must not be empty in http (RFC 9110, section 4.2.1), and a port. */
    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9A-Fa-f:.]++]|[A-Za-z0-9._~!$&'()*+,;=%-]++)(?::([0-9]{0,5}))?");

    private static final Pattern MALFORMED_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Characters; a name has 253 at most (RFC 1035, section 2.3.4), and each may be percent-encoded in parts. */
    private static final int LONGEST_HOST = 1_000;

    private static final int PORTS = 65_536;

    private RequestRules() {}

    /**
     * Checks the version, Host and Transfer-Encoding.
     *
     * @throws InvalidRequestException if the request breaks a rule
     */
    static void check(HttpRequest request) {
        if (!VERSIONS.contains(request.protocolVersion())) {
            // The response must use a version that exists.
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            throw new InvalidRequestException("The protocol is neither HTTP/1.1 nor HTTP/1.0.");
        }
        checkHost(request.headers().getAll(HttpHeaderNames.HOST), request.protocolVersion());
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty()
                && !(codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst()))) {
            throw new InvalidRequestException("The only accepted Transfer-Encoding is chunked.");
        }
    }

    /** RFC 9112, section 3.2. Health checks in HTTP/1.0 need no Host. */
    private static void checkHost(List<String> hosts, HttpVersion version) {
        if (hosts.size() > 1) {
            throw new InvalidRequestException("The request has more than one Host header.");
        }
        if (hosts.isEmpty()) {
            if (!version.equals(HttpVersion.HTTP_1_0)) {
                throw new InvalidRequestException("The request has no Host header.");
            }
        } else if (!isHost(hosts.getFirst())) {
            throw new InvalidRequestException("The Host header is not a host with an optional port.");
        }
    }

    private static boolean isHost(String value) {
        if (value.length() > LONGEST_HOST || MALFORMED_PERCENT.matcher(value).find()) {
            return false;
        }
        Matcher host = HOST.matcher(value);
        if (!host.matches()) {
            return false;
        }
        String port = host.group(1);
        return port == null || port.isEmpty() || Integer.parseInt(port) < PORTS;
    }
}
