package org.jointdefence.registry.noninterference;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What came over the wire from a registry until it closed the connection.
 *
 * @param text a character for each byte
 */
record Answer(String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONTEXT = 300;

    /** What two services may say differently whatever their databases hold: the time, and a request's own id. */
    private static final Pattern OWN =
            Pattern.compile("(?i)(\r\ndate: )[^\r]*|((?:\"requestId\":\"|\r\nx-request-id: ))[0-9a-f]{16}(?=[\"\r])");

    private static final Pattern CODE = Pattern.compile("\"extensions\":\\{[^}]*\"code\":\"([A-Z_]+)\"");

    private static final Pattern ETAG = Pattern.compile("(?i)\r\netag: ([^\r]*)");

    int status() {
        return Integer.parseInt(head().substring(9, 12));
    }

    boolean hasErrors() {
        return text.contains("\"requestId\":\"");
    }

    /** Whether something in it took longer than it may: time is outside of the promise. */
    boolean tookTooLong() {
        return text.contains("\"message\":\"the query took too long");
    }

    /** The status and, of an answer with errors, the code of the first. */
    String outcome() {
        Matcher code = CODE.matcher(text);
        return status() + (code.find() ? " " + code.group(1) : "");
    }

    /** The tag to ask again with; null when there is none. */
    @Nullable
    String tag() {
        Matcher tag = ETAG.matcher(head());
        return tag.find() ? tag.group(1) : null;
    }

    /** The answer's JSON object; empty when the body is none, or compressed. */
    @SuppressWarnings("unchecked") // An object's keys are strings.
    Map<String, @Nullable Object> json() {
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        if (!body.startsWith("{")) {
            return Map.of();
        }
        try {
            return JSON.readValue(body.getBytes(ISO_8859_1), Map.class);
        } catch (IOException failure) {
            throw new IllegalStateException(text, failure);
        }
    }

    static Answer of(byte[] bytes) {
        return new Answer(new String(bytes, ISO_8859_1));
    }

    /** The answer without what is the service's own. */
    String comparable() {
        return OWN.matcher(text).replaceAll("$1$2");
    }

    /** Where the answers part, with what is before and after; empty if they do not. */
    String difference(Answer other) {
        String here = comparable();
        String there = other.comparable();
        if (here.equals(there)) {
            return "";
        }
        // The length in the head differs with the body, and says less.
        int body = here.indexOf("\r\n\r\n");
        boolean inBody = !here.substring(body).equals(there.substring(there.indexOf("\r\n\r\n")));
        int at = inBody ? body : 0;
        int ahead = inBody ? there.indexOf("\r\n\r\n") - body : 0;
        while (at < Math.min(here.length(), there.length() - ahead) && here.charAt(at) == there.charAt(at + ahead)) {
            at++;
        }
        return "at byte " + at + "\n  one:   …" + around(here, at) + "\n  other: …" + around(there, at + ahead);
    }

    private static String around(String text, int at) {
        String part = text.substring(Math.max(0, at - CONTEXT), Math.min(text.length(), at + CONTEXT));
        return new String(part.getBytes(ISO_8859_1), UTF_8).replace("\r\n", " | ");
    }

    private String head() {
        return text.substring(0, text.indexOf("\r\n\r\n") + 2);
    }
}
