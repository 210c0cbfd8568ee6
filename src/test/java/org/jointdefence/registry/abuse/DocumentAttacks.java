package org.jointdefence.registry.abuse;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents that are more expensive to prepare than to send. */
final class DocumentAttacks {

    /** Slightly more concurrent requests than the default settings allow a caller. */
    private static final int AT_A_TIME = 40;

    private DocumentAttacks() {}

    static Stream<Attack> all() {
        WideDocuments wide = new WideDocuments();
        return Stream.of(
                same("900 variables that nobody declared", undeclared()),
                same("a default value of 60,000 digits", "query ($n: Int = " + "9".repeat(60_000) + ") { __typename }"),
                same("3,900 unknown fields", "{ " + numbered("a", 3_900) + "}"),
                same("3,900 times the same field", "{ " + "__typename ".repeat(3_900) + "}"),
                same("one page asked for 350 times", "{ " + "persons(first: 1) { totalCount } ".repeat(350) + "}"),
                same("braces 3,000 deep", "{ " + "a { ".repeat(1_900)),
                same(
                        "a list literal 1,900 deep",
                        "{ persons(where: { and: " + "[".repeat(1_900) + "]".repeat(1_900) + "}) { totalCount } }"),
                same(
                        "a filter literal 600 deep",
                        "{ persons(where: " + "{ not: ".repeat(600) + "{}" + "}".repeat(600) + ") { totalCount } }"),
                same("types asked for within types", introspection()),
                same(
                        "a block string of 60,000 quotes",
                        "{ person(id: \"\"\"" + "\\\"\"\" \n".repeat(9_000) + "\"\"\") { id } }"),
                same("60,000 commas and comments", "{ __typename " + ",#\n".repeat(20_000) + "}"),
                Attack.of(
                        "384 different legal documents of 10 kB",
                        attacker -> attacker.press(
                                AT_A_TIME,
                                384,
                                i -> Requests.query("{ " + wide.selection(i, 10_000, page -> "1") + "}"))),
                Attack.of("2,000 combinations of page sizes as variables", attacker -> pages(attacker, wide, "")),
                Attack.of(
                        "2,000 combinations of page sizes with a bad cursor",
                        attacker -> pages(attacker, wide, " z: persons(after: \"bad\") { totalCount }")),
                Attack.of(
                        "thousands of documents registered by their hash",
                        attacker -> attacker.press(AT_A_TIME, 3_000, DocumentAttacks::registration)));
    }

    private static Attack same(String name, String document) {
        byte[] request = Requests.query(document);
        return Attack.of(name, attacker -> attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request));
    }

    private static void pages(Attacker attacker, WideDocuments wide, String more) {
        Map<Integer, Integer> used = new HashMap<>();
        String selection = wide.selection(1, 5_000, page -> {
            used.put(page, page);
            return "$p" + page;
        });
        String document = "query ("
                + used.keySet().stream().map(page -> "$p" + page + ": Int").collect(Collectors.joining(" ")) + ") { "
                + selection + more + "}";
        attacker.press(AT_A_TIME, 2_000, i -> {
            Random random = new Random(i);
            Map<String, Integer> variables = new HashMap<>();
            used.keySet().forEach(page -> variables.put("p" + page, random.nextInt(3)));
            return Requests.query(document, variables);
        });
    }

    private static byte[] registration(int number) {
        String document = "query q" + number + " { __typename } #" + "x".repeat(20_000);
        return Requests.post(Requests.json(Map.of(
                "query",
                document,
                "extensions",
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", Requests.sha256(document))))));
    }

    private static String undeclared() {
        return "{ "
                + IntStream.range(0, 90)
                        .mapToObj(i -> "a" + i + ": person(id: $v" + i + ") { " + "id @include(if: $w) } ")
                        .collect(Collectors.joining())
                + "}";
    }

    private static String introspection() {
        return "{ __schema { types { " + "fields { type { ".repeat(8) + "name " + "} } ".repeat(8) + "} } }";
    }

    private static String numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i + " ").collect(Collectors.joining());
    }
}
