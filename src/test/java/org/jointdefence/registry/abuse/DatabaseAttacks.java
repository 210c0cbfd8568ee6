package org.jointdefence.registry.abuse;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests that are cheap for the service and expensive for PostgreSQL. */
final class DatabaseAttacks {

    private static final int AT_A_TIME = 24;

    /** Concurrent requests, plus the same number of abandoned ones: fewer than the connections allowed per address. */
    private static final int FROM_ONE_ADDRESS = 60;

    private static final String FIRMS =
            "query ($w: PartnerFirmFilter) { partnerFirms(first: 1, where: $w) { nodes { id } } }";
    private static final String ORDERED =
            "query ($o: [PartnerFirmOrder!], $a: String) { partnerFirms(first: 1, orderBy: $o, after: $a) { nodes { id } } }";
    private static final Pattern CURSOR = Pattern.compile("\"endCursor\":\"([^\"]+)\"");

    private DatabaseAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                same("an order of 25,000 fields", Requests.query(ORDERED, Map.of("o", orders(25_000)))),
                Attack.of("an order of 2,000 fields after a cursor", attacker -> afterACursor(attacker, 2_000)),
                Attack.of("an order of 30 fields after a cursor", attacker -> afterACursor(attacker, 30)),
                same("one of 90,000 texts", filter(Map.of("legalName", Map.of("in", texts(90_000, 4))))),
                same(
                        "one of 900 texts of 1,000 characters",
                        filter(Map.of("legalName", Map.of("in", texts(900, 1_000))))),
                same("one of 40,000 ids", filter(Map.of("id", Map.of("in", ids(20_000))))),
                same("contains a percent sign", filter(contains("%"))),
                same("contains a letter", filter(contains("e"))),
                same("contains 10,000 letters", filter(contains("ab%_".repeat(2_500)))),
                same(
                        "contains any of 3,000 letters",
                        filter(Map.of("or", Collections.nCopies(3_000, contains("e%e"))))),
                same("contains any of 60 letters", filter(Map.of("or", Collections.nCopies(60, contains("e%e"))))),
                same("a filter 600 deep", filter(nested(600))),
                same("a filter 90 deep", filter(nested(90))),
                same("firms of firms of firms", filter(associated(5))),
                same("firms of firms of firms, 20 deep", filter(associated(10))),
                Attack.of(
                        "thousands of shapes of filters",
                        attacker -> attacker.press(AT_A_TIME, 4_000, DatabaseAttacks::shape)),
                Attack.of("a hundred ids at once", attacker -> {
                    byte[] request = Requests.query("{ "
                            + IntStream.range(0, 90)
                                    .mapToObj(i -> "a" + i + ": node(id: \"" + "QQ".repeat(400) + i + "\") { id } ")
                                    .collect(Collectors.joining())
                            + "}");
                    attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request);
                }),
                new Attack(
                        "200 slow questions, some given up, from many addresses",
                        Attack.Conduct.DISTRIBUTED,
                        attacker -> slow(attacker, true)),
                Attack.of("200 slow questions from one address", attacker -> slow(attacker, false)),
                Attack.of("a cleared caller is refused again and again", attacker -> {
                    byte[] request = Requests.query("{ nothing }", cleared(attacker));
                    attacker.press(40, 1_000, i -> request);
                }),
                Attack.of("a cleared caller asks as much as it may", attacker -> {
                    byte[] request = Requests.query(
                            "{ weaponSystems(first: 100) { nodes { codeName designation description portions { field } } } }",
                            cleared(attacker));
                    attacker.press(40, 400, i -> request);
                }));
    }

    private static Attack same(String name, byte[] request) {
        return Attack.of(name, attacker -> attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request));
    }

    private static String cleared(Attacker attacker) {
        return Requests.bearer(attacker.registry().issuer().token("curious", "clearance:confidential", "nation:LT"));
    }

    private static byte[] filter(Map<String, ?> where) {
        return Requests.query(FIRMS, Map.of("w", where));
    }

    private static Map<String, ?> contains(String text) {
        return Map.of("legalName", Map.of("contains", text));
    }

    private static List<Map<String, String>> orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.of(
                        "field", i % 2 == 0 ? "LEGAL_NAME" : "WEBSITE", "direction", i % 3 == 0 ? "ASC" : "DESC"))
                .toList();
    }

    private static void afterACursor(Attacker attacker, int orders) {
        String document =
                "query ($o: [PartnerFirmOrder!]) { partnerFirms(first: 1, orderBy: $o) { pageInfo { endCursor } } }";
        RawResponse page = attacker.ask(Requests.query(document, Map.of("o", orders(orders))));
        Matcher cursor = CURSOR.matcher(page.text());
        byte[] request =
                Requests.query(ORDERED, Map.of("o", orders(orders), "a", cursor.find() ? cursor.group(1) : "none"));
        attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request);
    }

    private static List<String> texts(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(i, 36) + "x".repeat(Math.max(0, length - 4)))
                .toList();
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "UGFydG5lckZpcm06" + Integer.toString(i, 36))
                .toList();
    }

    private static Map<String, ?> nested(int depth) {
        Map<String, ?> where = contains("e%e");
        for (int i = 0; i < depth; i++) {
            where = i % 2 == 0 ? Map.of("not", where) : Map.of("and", List.of(where, contains("a")));
        }
        return where;
    }

    private static Map<String, ?> associated(int depth) {
        Map<String, ?> where = contains("e");
        for (int i = 0; i < depth; i++) {
            where = Map.of("weaponSystems", Map.of("some", Map.of("developers", Map.of("none", where))));
        }
        return where;
    }

    /** A unique filter: the bits of its number choose the conditions and their nesting. */
    private static byte[] shape(int number) {
        Random random = new Random(number);
        List<Map<String, ?>> conditions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            conditions.add(
                    switch (random.nextInt(6)) {
                        case 0 -> contains("e");
                        case 1 -> Map.of("website", Map.of("isNull", random.nextBoolean()));
                        case 2 -> Map.of("not", Map.of("legalName", Map.of("startsWith", "e")));
                        case 3 -> Map.of("weaponSystems", Map.of("some", Map.of("codeName", Map.of("contains", "e"))));
                        case 4 -> Map.of("productionFacilities", Map.of("none", Map.of("name", Map.of("ne", "e"))));
                        default -> Map.of("or", List.of(contains("a"), Map.of("legalName", Map.of("gt", "m"))));
                    });
        }
        return filter(Map.of(random.nextBoolean() ? "and" : "or", conditions));
    }

    /** Locks a table, which makes its statements slow without work. */
    private static void slow(Attacker attacker, boolean everywhere) throws Exception {
        byte[] request = Requests.query("{ fundraisingCampaigns(first: 1) { nodes { id } } }");
        try (Connection connection = attacker.registry().administer();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE vault.fundraising_campaign IN ACCESS EXCLUSIVE MODE");
            Thread pressing = Thread.ofVirtual().start(() -> {
                if (everywhere) {
                    attacker.pressFromEverywhere(200, 200, i -> request);
                } else {
                    attacker.press(FROM_ONE_ADDRESS, 200, i -> request);
                }
            });
            List<org.jointdefence.registry.abuse.Connection> givenUp = attacker.open(FROM_ONE_ADDRESS, 0, i -> request);
            Thread.sleep(300);
            givenUp.forEach(org.jointdefence.registry.abuse.Connection::close);
            Thread.sleep(1_200);
            connection.rollback();
            pressing.join();
        }
    }
}
