package org.jointdefence.registry.http.connection;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** TLS in the service itself, and HTTP/2 without TLS where configured. */
@QuarkusTest
@TestProfile(Http2Test.Configured.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class Http2Test {

    private static final String ANSWER = "{\"data\":{\"__typename\":\"Query\"}}";
    private static final String QUESTION = "/graphql?query=%7B__typename%7D";
    private static final String REQUEST = "GET " + QUESTION + " HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TestHTTPResource(value = QUESTION, tls = true)
    @SuppressWarnings("NullAway.Init")
    URI secure;

    @TestHTTPResource(QUESTION)
    @SuppressWarnings("NullAway.Init")
    URI clear;

    @Test
    void over_TLS_clients_may_choose_it() throws Exception {
        try (HttpClient client = client(HttpClient.Version.HTTP_2)) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(
                        client.sendAsync(HttpRequest.newBuilder(secure).build(), HttpResponse.BodyHandlers.ofString()));
            }
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.get().body()).isEqualTo(ANSWER);
            }
        }
    }

    @Test
    void over_TLS_clients_may_speak_HTTP_1_1() throws Exception {
        try (HttpClient client = client(HttpClient.Version.HTTP_1_1)) {
            assertAnswered(client, secure, HttpClient.Version.HTTP_1_1);
            assertAnswered(client, secure, HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void over_TLS_a_request_without_host_is_400() throws Exception {
        try (RawClient client = secureClient()) {
            client.send("GET " + QUESTION + " HTTP/1.1\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ").contains("no Host header");
        }
    }

    @Test
    void over_TLS_requests_that_are_sent_ahead_are_answered() throws Exception {
        try (RawClient client = secureClient()) {
            client.send(REQUEST.repeat(3));
            for (int i = 0; i < 3; i++) {
                assertThat(client.readUntil(ANSWER)).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void without_TLS_it_is_spoken_if_it_is_configured() throws Exception {
        try (HttpClient client = client(HttpClient.Version.HTTP_2)) {
            assertAnswered(client, clear, HttpClient.Version.HTTP_2);
            assertAnswered(client, clear, HttpClient.Version.HTTP_2);
        }
    }

    @Test
    void without_TLS_HTTP_1_1_is_spoken_as_ever() throws IOException {
        try (RawClient client = RawClient.connect(clear, 1)) {
            client.send(REQUEST.repeat(2));
            assertThat(client.readUntil(ANSWER)).startsWith("HTTP/1.1 200 ");
            assertThat(client.readUntil(ANSWER)).startsWith("HTTP/1.1 200 ");
            client.send("GET " + QUESTION + " HTTP/1.1\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ").contains("no Host header");
        }
    }

    @Test
    void a_connection_that_breaks_before_the_version_is_known_is_a_line_at_most() throws Exception {
        try (LoggedLines logged = new LoggedLines()) {
            for (String beginning :
                    new String[] {"", "PRI", "GET", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "x".repeat(99)}) {
                try (RawClient client = RawClient.connect(clear, 1)) {
                    client.send(beginning);
                    Thread.sleep(50);
                    client.socket().setSoLinger(true, 0);
                }
                assertThat(logged.soFar()).hasSizeLessThanOrEqualTo(1);
                logged.clear();
            }
        }
    }

    private static void assertAnswered(HttpClient client, URI uri, HttpClient.Version version)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.body()).isEqualTo(ANSWER);
    }

    private static HttpClient client(HttpClient.Version version) throws Exception {
        return HttpClient.newBuilder()
                .version(version)
                .sslContext(TestCertificate.context())
                .build();
    }

    private RawClient secureClient() throws Exception {
        SSLSocket socket = (SSLSocket)
                TestCertificate.context().getSocketFactory().createSocket(secure.getHost(), secure.getPort());
        return new RawClient(socket);
    }

    public static class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(TestCertificate.settings());
            settings.put("registry.http2.clear-text", "true");
            settings.put("registry.http2.over-tls", "true");
            return settings;
        }
    }
}
