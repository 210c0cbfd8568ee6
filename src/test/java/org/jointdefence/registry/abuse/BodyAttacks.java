package org.jointdefence.registry.abuse;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Bodies that need much memory or time for their size. */
final class BodyAttacks {

    private static final int AT_A_TIME = 40;
    private static final int MEGABYTE = 1_000_000;

    /** Slightly less than {@code registry.limits.body-size}. */
    private static final int BODY = 250_000;

    private static final String DOCUMENT = "{ __typename }";

    private BodyAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                variables("as many small numbers as a body holds", list("1,")),
                variables("as many empty objects as a body holds", list("{},")),
                variables("as many empty lists within lists as a body holds", list("[[]],")),
                variables("as many names as a body holds", object(14_000)),
                variables("lists 990 deep, a hundred times", list("[".repeat(990) + "]".repeat(990) + ",")),
                variables("a list 100,000 deep", "[".repeat(100_000) + "]".repeat(100_000)),
                variables("numbers with large exponents", list("1e999999999,")),
                variables("numbers of 900 digits", list("9".repeat(900) + ",")),
                variables("a number of 200,000 digits", "9".repeat(200_000)),
                variables("names that share one hash", "{" + colliding(12) + "}"),
                pages("an exponent as the size of a page", "1e999999999"),
                pages("a negative exponent as the size of a page", "1e-999999999"),
                pages("a number of 900 digits as the size of a page", "9".repeat(900)),
                decimals("an exponent as a decimal", "\"1e2147483647\""),
                decimals("an exponent as a number for a decimal", "1e99999999"),
                Attack.of("an operationName of 200 kB", attacker -> {
                    byte[] request = Requests.post(
                            Requests.json(Map.of("query", DOCUMENT, "operationName", "o".repeat(200_000))));
                    attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request);
                }),
                Attack.of("a documentId of 200 kB", attacker -> {
                    byte[] request = Requests.post(Requests.json(Map.of("documentId", "o".repeat(200_000))));
                    attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request);
                }),
                Attack.of("escapes for every character", attacker -> {
                    byte[] request = Requests.post("{\"query\":\"" + "\\u0061".repeat(40_000) + "\"}");
                    attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request);
                }),
                Attack.of("1,300 variables that are declared", attacker -> {
                    byte[] request = declared();
                    attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request);
                }),
                new Attack("150 bodies that are never finished", Attack.Conduct.DROPPED, attacker -> {
                    byte[] head = Requests.head("POST /graphql", BODY);
                    byte[] body = new byte[BODY - 10_000];
                    attacker.hold(150, i -> Requests.join(head, body));
                }),
                new Attack("1,000 bodies of which nothing comes", Attack.Conduct.DROPPED, attacker -> {
                    byte[] head = Requests.head("POST /graphql", BODY);
                    attacker.hold(1_000, i -> head);
                }),
                Attack.of("bodies of megabytes", attacker -> {
                    byte[] request = Requests.post("x".repeat(4 * MEGABYTE));
                    attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request);
                }),
                Attack.of("a body in chunks of one byte", attacker -> {
                    byte[] request = chunked(
                            "{\"query\":\"{ __typename }\",\"variables\":{\"a\":\"" + "x".repeat(50_000) + "\"}}");
                    attacker.press(AT_A_TIME, AT_A_TIME, i -> request);
                }),
                new Attack("bodies that say to be compressed", Attack.Conduct.DROPPED, attacker -> {
                    byte[] request = Requests.post("x".repeat(900_000), "Content-Encoding: gzip");
                    attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request);
                }));
    }

    private static Attack variables(String name, String json) {
        byte[] request = Requests.queryWith(DOCUMENT, json.startsWith("{") ? json : "{\"a\":" + json + "}");
        return Attack.of(name, attacker -> attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request));
    }

    private static Attack pages(String name, String number) {
        byte[] request =
                Requests.queryWith("query ($n: Int) { persons(first: $n) { totalCount } }", "{\"n\":" + number + "}");
        return Attack.of(name, attacker -> attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request));
    }

    private static Attack decimals(String name, String number) {
        byte[] request = Requests.queryWith(
                "query ($n: Decimal) { allocations(where: { amount: { amount: { eq: $n } } }) { totalCount } }",
                "{\"n\":" + number + "}");
        return Attack.of(name, attacker -> attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request));
    }

    /** As many comma-separated copies of an element as fit into a body. */
    private static String list(String element) {
        return "[" + element.repeat(BODY / element.length()) + "1]";
    }

    private static String object(int names) {
        return "{"
                + IntStream.range(0, names).mapToObj(i -> "\"name" + i + "\":1").collect(Collectors.joining(",")) + "}";
    }

    private static byte[] declared() {
        String declarations =
                IntStream.range(0, 1_300).mapToObj(i -> "$v" + i + ":Int ").collect(Collectors.joining());
        return Requests.query(
                "query (" + declarations + ") { __typename }",
                IntStream.range(0, 1_300).boxed().collect(Collectors.toMap(i -> "v" + i, i -> i)));
    }

    /** Names with colliding hashes, both of Java strings and of Jackson: made of pairs with equal 33a + b. */
    private static String colliding(int pairs) {
        return IntStream.range(0, 1 << pairs)
                .mapToObj(i -> "\""
                        + IntStream.range(0, pairs)
                                .mapToObj(bit -> (i >> bit & 1) == 0 ? "ab" : "bA")
                                .collect(Collectors.joining())
                        + "\":1")
                .collect(Collectors.joining(","));
    }

    private static byte[] chunked(String body) {
        String head = new String(
                Requests.bare("POST /graphql", "Content-Type: application/json", "Transfer-Encoding: chunked"), UTF_8);
        String chunks = body.chars()
                .mapToObj(character -> "1\r\n" + (char) character + "\r\n")
                .collect(Collectors.joining());
        return (head + chunks + "0\r\n\r\n").getBytes(UTF_8);
    }
}
