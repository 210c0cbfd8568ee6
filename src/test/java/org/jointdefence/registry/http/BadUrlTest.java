package org.jointdefence.registry.http;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.RESPONSE_JSON;
import static org.jointdefence.registry.http.Requests.assertAnswers;

/** A question in a URL that is not well-formed. No client library would send most of these. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadUrlTest {

    private static final String GOOD = "query=%7B__typename%7D";

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    URI endpoint;

    @AfterEach
    void the_server_answers_the_next_request_as_if_nothing_had_happened() throws IOException {
        assertAnswers();
        assertThat(get(GOOD)).startsWith("HTTP/1.1 200 ").endsWith("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "query=",
                "query=%E9",
                "query=%00",
                "query=%ED%A0%80",
                GOOD + "&" + GOOD,
                GOOD + "&documentId=c3a1",
                GOOD + "&variables=7",
                GOOD + "&variables=%5B%5D",
                GOOD + "&variables=%7B%22a%22:1,%22a%22:2%7D",
                GOOD + "&variables=%7B%22a%22",
                GOOD + "&extensions=%22%22",
                GOOD + "&operationName=Unknown",
                GOOD + "&operationName=%00",
                GOOD + "&operationName=%ED%A0%80",
                GOOD + "&variables=%7B%22a%22:%22%5Cud800%22%7D",
                GOOD + "&variables=%7B%22a%22:%22%ED%A0%80%22%7D",
                GOOD + "&other=%C0%80",
            })
    void it_is_400(String query) throws IOException {
        assertThat(get(query))
                .startsWith("HTTP/1.1 400 ")
                .contains("content-type: " + RESPONSE_JSON + "; charset=utf-8\r\n")
                .contains("\"code\":\"BAD_USER_INPUT\"")
                .containsPattern("\"requestId\":\"[0-9a-f]{16}\"");
    }

    /** Quarkus looks at the URL before any route does, and says no more than that. */
    @ParameterizedTest
    @ValueSource(strings = {"query=%ZZ", GOOD + "%", "query={__typename}"})
    void what_is_no_URL_at_all_is_a_bare_400(String query) throws IOException {
        assertThat(get(query))
                .startsWith("HTTP/1.1 400 ")
                .contains("content-length: 0\r\n")
                .endsWith("\r\n\r\n");
    }

    private String get(String query) throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            String request = "GET /graphql?" + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + RESPONSE_JSON
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
