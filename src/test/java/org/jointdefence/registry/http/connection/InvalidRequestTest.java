package org.jointdefence.registry.http.connection;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Heads that are not HTTP, and bodies with invalid framing (RFC 9112). */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvalidRequestTest {

    private static final String BODY = "{\"query\":\"{ __typename }\"}";
    private static final String POST = "POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\n";
    private static final String HOST = "Host: localhost\r\n";
    private static final String LENGTH = "Content-Length: " + BODY.length() + "\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String CHUNKS = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
    private static final String ANSWER = "{\"data\":{\"__typename\":\"Query\"}}";

    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 ([0-9]{3}) ");

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    URI endpoint;

    @AfterEach
    void the_server_answers_the_next_request_as_if_nothing_had_happened() throws IOException {
        assertThat(ask(POST + HOST + LENGTH + "Connection: close\r\n\r\n" + BODY))
                .startsWith("HTTP/1.1 200 ")
                .endsWith(ANSWER);
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments(400, "no Host header", POST + LENGTH + "\r\n" + BODY),
                arguments(400, "no Host header", "GET /nothing HTTP/1.1\r\n\r\n"),
                arguments(400, "more than one Host", POST + HOST + "Host: other\r\n" + LENGTH + "\r\n" + BODY),
                arguments(400, "more than one Host", POST + HOST + HOST + LENGTH + "\r\n" + BODY),
                arguments(
                        400,
                        "more than one Host",
                        "GET /graphql?query=%7B__typename%7D HTTP/1.0\r\n" + HOST + HOST + "\r\n"),
                arguments(400, "", POST + HOST + LENGTH + CHUNKED + "\r\n" + CHUNKS),
                arguments(400, "", POST.replace("1.1", "1.0") + HOST + CHUNKED + "\r\n" + CHUNKS),
                arguments(400, "", POST + HOST + CHUNKED + CHUNKED + "\r\n" + CHUNKS),
                arguments(400, "", POST + HOST + "Transfer-Encoding: gzip\r\n\r\nGET / HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments(400, "", POST + HOST + "Transfer-Encoding: chunked, gzip\r\n\r\n" + CHUNKS),
                arguments(400, "chunked", POST + HOST + "Transfer-Encoding: gzip, chunked\r\n\r\n" + CHUNKS),
                arguments(400, "", POST + HOST + "Transfer-Encoding: identity\r\n" + LENGTH + "\r\n" + BODY),
                arguments(400, "", POST + HOST + LENGTH + "Content-Length: 1\r\n\r\n" + BODY),
                arguments(400, "", POST + HOST + "Content-Length: 26, 26\r\n\r\n" + BODY),
                arguments(400, "", POST + HOST + "Content-Length: +26\r\n\r\n" + BODY),
                arguments(400, "", POST + HOST + "Content-Length: -1\r\n\r\n" + BODY),
                arguments(400, "", POST + " Host: localhost\r\n" + LENGTH + "\r\n" + BODY),
                arguments(400, "", POST + "Host : localhost\r\n" + LENGTH + "\r\n" + BODY),
                arguments(400, "", POST + HOST + "no colon\r\n" + LENGTH + "\r\n" + BODY),
                arguments(400, "", POST + HOST + "X: a\0b\r\n" + LENGTH + "\r\n" + BODY),
                arguments(400, "", POST + HOST + "X: a\rb\r\n" + LENGTH + "\r\n" + BODY),
                arguments(400, "", (POST + HOST + LENGTH).replace("\r", "") + "\n" + BODY),
                arguments(400, "", "\u0016\u0003\u0001\u0000 TLS?\r\n\r\n"),
                arguments(400, "neither HTTP/1.1 nor HTTP/1.0", "GET / HTTP/1.2\r\n" + HOST + "\r\n"),
                arguments(400, "", "GET /graphql\r\n\r\n"),
                arguments(400, "neither HTTP/1.1 nor HTTP/1.0", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                arguments(
                        414,
                        "request line",
                        "GET /graphql?query=" + "a".repeat(9_000) + " HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments(431, "headers", POST + HOST + "X: " + "a".repeat(9_000) + "\r\n\r\n"),
                arguments(431, "headers", POST + HOST + "X: a\r\n".repeat(99) + "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void it_is_refused_in_our_words_and_the_connection_closed(int status, String message, String request)
            throws IOException {
        assertThat(ask(request))
                .containsPattern("\\AHTTP/1\\.[01] " + status + " ")
                .containsIgnoringCase("connection: close\r\n")
                .containsIgnoringCase("content-type: application/json; charset=utf-8\r\n")
                .contains(message)
                .contains("\"code\":\"" + (status == 400 ? "BAD_USER_INPUT" : "LIMIT_EXCEEDED") + "\"")
                .containsPattern("\"requestId\":\"[0-9a-f]{16}\"")
                .containsOnlyOnce("\"requestId\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a/b",
                "user@a",
                "[::1",
                "::1",
                "[::g]",
                "a:b",
                "a:65536",
                "a:123456",
                "a%zz",
                "\u0117",
                "a?b",
                "http://a"
            })
    void a_malformed_host_is_400(String host) throws IOException {
        assertThat(ask(POST + "Host: " + host + "\r\n" + LENGTH + "\r\n" + BODY))
                .startsWith("HTTP/1.1 400 ")
                .contains("The Host header is not a host with an optional port.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a.example", "a:", "a:65535", "127.0.0.1:8080", "[::1]", "[::1]:8080", "a%20b", "xn--a"})
    void a_host_is_accepted(String host) throws IOException {
        assertThat(ask(POST + "Host: " + host + "\r\n" + LENGTH + "Connection: close\r\n\r\n" + BODY))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_health_check_in_HTTP_1_0_needs_no_host() throws IOException {
        assertThat(ask("GET /graphql?query=%7B__typename%7D HTTP/1.0\r\n\r\n")).endsWith(ANSWER);
    }

    @Test
    void a_request_without_TLS_stays_HTTP_1_1_whatever_it_asks_for() throws IOException {
        try (RawClient client = RawClient.connect(endpoint, 1)) {
            client.send(
                    "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n" + HOST
                            + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
            assertThat(client.readUntil(ANSWER)).startsWith("HTTP/1.1 200 ").endsWith(ANSWER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz\r\n" + BODY, "-1\r\n" + BODY, "ffffffffff\r\n" + BODY, "1\r\nxx0\r\n\r\n", "\r\n"})
    void a_malformed_chunk_ends_the_connection(String chunk) throws IOException {
        assertThat(ask(POST + HOST + CHUNKED + "\r\n" + chunk)).isEmpty();
    }

    @Test
    void requests_that_are_sent_ahead_are_answered_in_their_order() throws IOException {
        String first = POST + HOST + LENGTH + "\r\n" + BODY;
        String second = "GET /nothing HTTP/1.1\r\n" + HOST + "\r\n";
        String third = POST + HOST + CHUNKED + "\r\n" + CHUNKS;
        String last = "GET /graphql HTTP/1.1\r\n\r\n";
        String answers = ask(first + second + third + first + last);
        assertThat(STATUS.matcher(answers).results().map(status -> status.group(1)))
                .containsExactly("200", "404", "200", "200", "400");
    }

    private String ask(String request) throws IOException {
        return RawClient.ask(endpoint, request);
    }
}
