package org.jointdefence.registry.http.connection;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Few connections, and one second for each head. */
@QuarkusTest
@TestProfile(ConnectionLimitsTest.Few.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionLimitsTest {

    private static final String REQUEST = "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String ANSWER = "{\"data\":{\"__typename\":\"Query\"}}";
    private static final String BEGINNING = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Filler: ";

    /** The time for a head and the interval of the checks, with a margin for a busy machine. */
    private static final Duration DEADLINE = Duration.ofSeconds(6);

    private static final int ADDRESS_CONNECTIONS = 4;
    private static final int CONNECTIONS = 10;

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    URI endpoint;

    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void a_connection_on_which_nothing_comes_is_closed() throws IOException {
        assertThat(open(1).isClosedWithin(DEADLINE)).isTrue();
    }

    @Test
    void a_head_that_comes_byte_by_byte_ends_with_the_time_for_it() throws IOException {
        RawClient client = open(1);
        client.send(BEGINNING);
        long end = System.nanoTime() + DEADLINE.toNanos();
        boolean closed = false;
        while (!closed && System.nanoTime() < end) {
            try {
                client.send("x");
                closed = client.isClosedWithin(Duration.ofMillis(100));
            } catch (IOException broken) {
                closed = true;
            }
        }
        assertThat(closed).isTrue();
    }

    @Test
    void a_connection_that_has_had_an_answer_may_stay_until_the_next_head_begins() throws IOException {
        RawClient client = open(1);
        assertAnswered(client);
        assertThat(client.isClosedWithin(Duration.ofSeconds(3))).isFalse();
        assertAnswered(client);
        client.send("G");
        assertThat(client.isClosedWithin(DEADLINE)).isTrue();
    }

    @Test
    void whoever_sends_no_heads_keeps_nobody_out_of_the_same_address() throws IOException {
        RawClient idle = open(1);
        assertAnswered(idle);
        for (int i = 0; i < 5 * ADDRESS_CONNECTIONS; i++) {
            open(1).send(BEGINNING);
        }
        assertAnswered(open(1));
        assertThat(idle.isClosedWithin(DEADLINE)).isTrue();
    }

    @Test
    void many_addresses_that_send_no_heads_keep_nobody_out() throws IOException {
        RawClient idle = open(1);
        assertAnswered(idle);
        for (int i = 0; i < 5 * CONNECTIONS; i++) {
            open(2 + i % 5).send(BEGINNING);
        }
        assertAnswered(open(1));
        assertAnswered(idle);
    }

    private RawClient open(int address) throws IOException {
        RawClient client = RawClient.connect(endpoint, address);
        clients.add(client);
        return client;
    }

    private static void assertAnswered(RawClient client) throws IOException {
        client.send(REQUEST);
        assertThat(client.readUntil(ANSWER)).startsWith("HTTP/1.1 200 ").endsWith(ANSWER);
    }

    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registry.capacity.connections", String.valueOf(CONNECTIONS),
                    "registry.capacity.address-connections", String.valueOf(ADDRESS_CONNECTIONS),
                    "registry.capacity.head-time", "1s");
        }
    }
}
