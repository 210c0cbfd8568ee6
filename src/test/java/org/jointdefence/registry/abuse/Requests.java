package org.jointdefence.registry.abuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The bytes of HTTP requests, well-formed if the given parts are. */
public final class Requests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    /** A POST of a document without variables. */
    static byte[] query(String document, String... headers) {
        return query(document, Map.of(), headers);
    }

    /** A POST of a document and its variables. */
    static byte[] query(String document, Map<String, ?> variables, String... headers) {
        return post(json(Map.of("query", document, "variables", variables)), headers);
    }

    /** A POST of a document with variables as JSON text, which may be malformed. */
    static byte[] queryWith(String document, String variables, String... headers) {
        return post("{\"query\":" + json(document) + ",\"variables\":" + variables + "}", headers);
    }

    /** A POST of this body. */
    static byte[] post(String body, String... headers) {
        byte[] bytes = body.getBytes(UTF_8);
        return join(head("POST /graphql", bytes.length, headers), bytes);
    }

    /** The complete head of a POST with this Content-Length. */
    static byte[] head(String method, int length, String... headers) {
        StringBuilder head = start(method, headers).append("Content-Type: application/json\r\n");
        return head.append("Content-Length: ")
                .append(length)
                .append("\r\n\r\n")
                .toString()
                .getBytes(UTF_8);
    }

    /** A request without a body. */
    static byte[] bare(String method, String... headers) {
        return start(method, headers).append("\r\n").toString().getBytes(UTF_8);
    }

    /** A GET of a document. */
    static byte[] get(String document, String... headers) {
        return bare("GET /graphql?query=" + URLEncoder.encode(document, UTF_8), headers);
    }

    /** Repetitions of a request on a persistent connection. */
    static byte[] kept(byte[] request, int times) {
        return new String(request, ISO_8859_1)
                .replace("Connection: close\r\n", "")
                .repeat(times)
                .getBytes(ISO_8859_1);
    }

    /** The Authorization header with a bearer token. */
    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    /** The hash by which a client registers a document. */
    static String sha256(String document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static StringBuilder start(String method, String... headers) {
        StringBuilder head = new StringBuilder(method).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head;
    }
}
