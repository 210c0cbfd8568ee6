package org.jointdefence.registry.abuse;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Attacks on the HTTP server, before it has a complete request. */
final class ConnectionAttacks {

    private static final int AT_A_TIME = 40;
    private static final String SMALL = "{\"query\":\"{ __typename }\"}";

    private static final byte[] BEGINNING = bytes("POST /graphql HTTP/1.1\r\nX-Filler: ");

    private ConnectionAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                held("2,000 connections on which nothing comes", 2_000, i -> new byte[0]),
                held("2,000 connections with 18 kB of unfinished head", 2_000, i -> head(1, 18_000)),
                held("2,000 connections with the longest unfinished head", 2_000, i -> head(90, 7_500)),
                new Attack("a byte a second from many addresses", Attack.Conduct.DROPPED, ConnectionAttacks::trickle),
                held("500 connections that are kept", 500, i -> Requests.kept(Requests.post(SMALL), 1)),
                held("20 connections with 2,000 requests each", 20, i -> Requests.kept(Requests.post(SMALL), 2_000)),
                new Attack(
                        "requests without end whose answers nobody reads",
                        Attack.Conduct.DROPPED,
                        attacker -> attacker.flood(
                                attacker.open(40, 1_024, i -> new byte[0]),
                                Requests.kept(Requests.bare("GET /nothing"), 1_000))),
                new Attack(
                        "a large answer that nobody reads, and requests without end behind it",
                        Attack.Conduct.DROPPED,
                        attacker -> {
                            List<Connection> open = attacker.open(
                                    100, 1_024, i -> Requests.kept(Requests.query(AnswerAttacks.countries(20, 1)), 1));
                            Thread.sleep(300);
                            attacker.flood(open, Requests.kept(Requests.bare("GET /nothing"), 1_000));
                        }),
                new Attack("heads that come byte by byte", Attack.Conduct.DROPPED, ConnectionAttacks::drip),
                new Attack("connections that are closed as soon as they are open", Attack.Conduct.DROPPED, attacker -> {
                    for (int i = 0; i < 5; i++) {
                        attacker.hold(300, 0, Duration.ofMillis(50), n -> new byte[0]);
                    }
                }),
                new Attack("requests whose senders close their half", Attack.Conduct.DROPPED, attacker -> {
                    List<Connection> open = attacker.open(100, 0, i -> Requests.post(SMALL));
                    for (Connection connection : open) {
                        connection.socket().shutdownOutput();
                    }
                    open.forEach(attacker::read);
                    open.forEach(Connection::close);
                }),
                new Attack("requests that are given up at once", Attack.Conduct.DROPPED, attacker -> {
                    for (int i = 0; i < 5; i++) {
                        attacker.hold(
                                60,
                                0,
                                Duration.ofMillis(20),
                                n -> Requests.query("{ partnerFirms(first: 100) { nodes { id version legalName } } }"));
                    }
                }),
                same("an address of 15 kB", Requests.bare("GET /graphql?query=" + "%7B".repeat(5_000))),
                same("1,500 parameters", Requests.bare("GET /graphql?query=%7B__typename%7D" + "&a=%41".repeat(1_500))),
                same("a path of 15 kB", Requests.bare("GET /graphql" + "/..%2f".repeat(2_500))),
                same("400 headers", Requests.post(SMALL, numbered(400, "X-%d: y"))),
                same("3,000 ranges to accept", Requests.post(SMALL, "Accept: " + "a/b;q=0.1,".repeat(1_500) + "*/*")),
                same("3,000 qualities to accept", Requests.post(SMALL, "Accept: */*" + ";q=0.5".repeat(2_500))),
                same(
                        "2,000 tags that do not match",
                        Requests.get("{ __typename }", "If-None-Match: " + "\"abc\",".repeat(2_500))),
                same(
                        "3,000 encodings to accept",
                        Requests.post(SMALL, "Accept-Encoding: " + "gzip;q=0.1,".repeat(1_500) + "br")),
                same("cookies of 15 kB", Requests.post(SMALL, "Cookie: " + "a=b; ".repeat(3_000))),
                same("a trace", Requests.bare("TRACE /graphql")),
                same("a method that nobody knows", Requests.bare("BREW /graphql")),
                same("what is not there", Requests.join(Requests.head("POST /q/metrics", 900_000), new byte[900_000])),
                held(
                        "an upgrade to a web socket",
                        60,
                        i -> Requests.bare(
                                "GET /graphql",
                                "Upgrade: websocket",
                                "Connection: Upgrade",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                "Sec-WebSocket-Protocol: graphql-transport-ws")),
                held(
                        "bodies that are waited for in vain",
                        300,
                        i -> Requests.head("POST /graphql", 1_000_000, "Expect: 100-continue")));
    }

    private static Attack held(String name, int connections, IntFunction<byte[]> beginnings) {
        return new Attack(name, Attack.Conduct.DROPPED, attacker -> attacker.hold(connections, beginnings));
    }

    /** An incomplete request head with this number of headers and bytes. */
    private static byte[] head(int headers, int bytes) {
        String header = "X-%04d: " + "x".repeat(bytes / headers - 12) + "\r\n";
        return bytes("GET /" + "x".repeat(8_000) + " HTTP/1.1\r\nHost: localhost\r\n"
                + String.join("", numbered(headers, header)));
    }

    private static Attack same(String name, byte[] request) {
        return new Attack(
                name, Attack.Conduct.DROPPED, attacker -> attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request));
    }

    private static String[] numbered(int count, String header) {
        return IntStream.range(0, count).mapToObj(header::formatted).toArray(String[]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static void drip(Attacker attacker) throws InterruptedException {
        drip(attacker.open(200, 0, i -> BEGINNING), Duration.ofMillis(50), Attacker.PRESSING);
    }

    private static void trickle(Attacker attacker) throws InterruptedException {
        drip(
                attacker.openFromEverywhere(1_000, i -> BEGINNING),
                Duration.ofSeconds(1),
                Attacker.PRESSING.multipliedBy(3));
    }

    private static void drip(List<Connection> open, Duration pace, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            open.forEach(connection -> connection.write(bytes("x")));
            Thread.sleep(pace);
        }
        open.forEach(Connection::close);
    }
}
