package org.jointdefence.registry.abuse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything received on a connection until its end.
 *
 * @param status 0 if the connection was closed without a response, -1 if nothing was received in time
 * @param text the beginning of the response, which includes any errors
 * @param length the number of bytes
 * @param checksum the checksum of all bytes
 */
record RawResponse(int status, String text, long length, long checksum) {

    static final RawResponse DROPPED = new RawResponse(0, "", 0, 0);
    static final RawResponse SILENCE = new RawResponse(-1, "", 0, 0);

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");
    private static final int SERVER_ERROR = 500;
    private static final int COME_AGAIN = 503;

    static RawResponse of(String text, long length, long checksum) {
        if (length == 0) {
            return DROPPED;
        }
        Matcher status = STATUS.matcher(text);
        return new RawResponse(
                status.find() ? Integer.parseInt(status.group(1)) : SERVER_ERROR, text, length, checksum);
    }

    boolean isDropped() {
        return status == 0;
    }

    /** Whether the request was rejected, with a GraphQL error or an HTTP status. */
    boolean isRefusal() {
        return status >= 300 || !code().isEmpty();
    }

    /** Whether the service failed; 503 does not count, because it asks to retry. */
    boolean isFailure() {
        return status < 0 || (status != COME_AGAIN && (status >= SERVER_ERROR || code().equals("INTERNAL")));
    }

    /** The code of the first error; empty if there are no errors. */
    String code() {
        int body = text.indexOf("\r\n\r\n");
        Matcher code = CODE.matcher(text);
        return body >= 0 && text.startsWith("{\"errors\"", body + 4) && code.find(body) ? code.group(1) : "";
    }

    /** The name under which it is counted. */
    String kind() {
        String code = code();
        return code.isEmpty() ? String.valueOf(status) : status + " " + code;
    }

    /** The body; only for responses that are short enough to be stored whole. */
    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
}
