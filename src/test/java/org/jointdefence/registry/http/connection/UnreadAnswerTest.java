package org.jointdefence.registry.http.connection;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointdefence.registry.Configured;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/** One second for each response to be received. */
@QuarkusTest
@TestProfile(Configured.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnreadAnswerTest {

    private static final int REQUESTS = 40;
    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 200 ");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    URI endpoint;

    @Test
    void a_client_that_does_not_read_loses_its_connection() throws Exception {
        assertThat(RawClient.ask(endpoint, request().replace("Host:", "Connection: close\r\nHost:")))
                .hasSizeGreaterThan(500_000);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
            socket.getOutputStream().write(request().repeat(REQUESTS).getBytes(ISO_8859_1));

            Thread.sleep(Duration.ofSeconds(6));

            assertThat(answers(socket)).isBetween(1L, REQUESTS - 1L);
        }
    }

    /** The number of responses that begin before the connection ends. */
    private static long answers(Socket socket) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try {
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                answers.write(buffer, 0, read);
            }
        } catch (SocketException reset) {
            // A reset also ends the connection.
        }
        return STATUS.matcher(answers.toString(ISO_8859_1)).results().count();
    }

    /** A request with a response of about a megabyte, of which the buffers of the system hold a few. */
    private static String request() {
        String document = "{ countries { "
                + IntStream.range(0, 16)
                        .mapToObj(i -> "a" + "x".repeat(180) + i + ": name ")
                        .collect(Collectors.joining())
                + "} }";
        String body = "{\"query\":\"" + document + "\"}";
        return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }
}
