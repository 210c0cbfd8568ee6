package org.jointdefence.registry.abuse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back on a connection, to its end.
 *
 * @param status 0 when it was closed without a response, -1 when nothing came in time
 * @param text the response's beginning, in which the errors stand
 * @param length bytes of all of it
 * @param checksum of all of it
 */
record Reply(int status, String text, long length, long checksum) {

    static final Reply DROPPED = new Reply(0, "", 0, 0);
    static final Reply SILENCE = new Reply(-1, "", 0, 0);

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");
    private static final int SERVER_ERROR = 500;
    private static final int COME_AGAIN = 503;

    static Reply of(String text, long length, long checksum) {
        if (length == 0) {
            return DROPPED;
        }
        Matcher status = STATUS.matcher(text);
        return new Reply(status.find() ? Integer.parseInt(status.group(1)) : SERVER_ERROR, text, length, checksum);
    }

    boolean isDropped() {
        return status == 0;
    }

    /** Whether it is a refusal in our words, or one of HTTP's. */
    boolean isRefusal() {
        return status >= 300 || !code().isEmpty();
    }

    /** Whether it says that the service failed: 503 alone asks to come again. */
    boolean isFailure() {
        return status < 0 || (status != COME_AGAIN && (status >= SERVER_ERROR || code().equals("INTERNAL")));
    }

    /** The first error's code; empty if there is no error. */
    String code() {
        int body = text.indexOf("\r\n\r\n");
        Matcher code = CODE.matcher(text);
        return body >= 0 && text.startsWith("{\"errors\"", body + 4) && code.find(body) ? code.group(1) : "";
    }

    /** What it is counted as. */
    String kind() {
        String code = code();
        return code.isEmpty() ? String.valueOf(status) : status + " " + code;
    }

    /** The body of a response that is short enough to be remembered. */
    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
}
