package org.jointdefence.registry.http.connection;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/** Invalid requests do not fill the log. */
@QuarkusTest
@TestProfile(ConnectionLogTest.Secure.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionLogTest {

    private static final String POST =
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    @TestHTTPResource(value = "/graphql", tls = true)
    @SuppressWarnings("NullAway.Init")
    URI secure;

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    URI clear;

    private final LoggedLines logged = new LoggedLines();

    @AfterEach
    void stopListening() {
        logged.close();
    }

    static Stream<String> requests() {
        return Stream.of(
                POST + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
                POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}xx",
                POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n",
                POST + "Content-Length: 1000\r\n\r\n{",
                POST + "Content-Length: x\r\n\r\n{",
                POST + "X: " + "x".repeat(20_000) + "\r\n\r\n",
                POST.replace("Host: localhost\r\n", ""),
                "GET /nothing HTTP/1.1\r\n\r\n",
                "GET /graphql?query=" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET nothing HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                POST + "Content-Length: 2\r\n\r\n{}" + "GET /no",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "x".repeat(1_000),
                "\u0016\u0003\u0001\u0002\u0000" + "x".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_broken_request_is_a_line_at_most(String request) throws Exception {
        send(new Socket(clear.getHost(), clear.getPort()), request);
        assertThat(logged.soFar()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_broken_request_over_TLS_is_a_line_at_most(String request) throws Exception {
        send(TestCertificate.context().getSocketFactory().createSocket(secure.getHost(), secure.getPort()), request);
        assertThat(logged.soFar()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void broken_TLS_is_a_line_at_most() throws Exception {
        for (String bytes : new String[] {"", "GET / HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001", "x"}) {
            send(new Socket(secure.getHost(), secure.getPort()), bytes);
            assertThat(logged.soFar()).hasSizeLessThanOrEqualTo(1);
            logged.clear();
        }
        try (Socket raw = new Socket(secure.getHost(), secure.getPort());
                SSLSocket tls = (SSLSocket) TestCertificate.context()
                        .getSocketFactory()
                        .createSocket(raw, secure.getHost(), secure.getPort(), false)) {
            tls.startHandshake();
            raw.getOutputStream().write(("\u0017\u0003\u0003\u0000 " + "x".repeat(32)).getBytes(ISO_8859_1));
        }
        assertThat(logged.soFar()).hasSizeLessThanOrEqualTo(1);
    }

    /** Sends the request, and resets the connection while the service processes it. */
    private static void send(Socket socket, String request) throws IOException, InterruptedException {
        try (socket) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            Thread.sleep(50);
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // The service has already closed the connection.
        }
    }

    public static class Secure implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return TestCertificate.settings();
        }
    }
}
