package org.jointdefence.registry.abuse;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests with large responses, or with responses that take long to produce. */
final class AnswerAttacks {

    private static final int AT_A_TIME = 24;
    private static final String GZIP = "Accept-Encoding: gzip";

    private AnswerAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                same("all countries under 80 long names, four times", countries(80, 4)),
                Attack.of(
                        "many answers of megabytes",
                        attacker -> attacker.press(AT_A_TIME, 200, i -> Requests.query(countries(5 << i % 5, 1)))),
                Attack.of(
                        "many answers of megabytes, compressed",
                        attacker ->
                                attacker.press(AT_A_TIME, 200, i -> Requests.query(countries(5 << i % 5, 1), GZIP))),
                Attack.of(
                        "many answers of megabytes by GET",
                        attacker -> attacker.press(AT_A_TIME, 200, i -> Requests.get(countries(5 << i % 3, 1), GZIP))),
                Attack.of("what an auditor finds in the log", AnswerAttacks::disclosures),
                Attack.of("the log verified twenty times at once", attacker -> {
                    byte[] request = Requests.query(
                            "{ " + aliased(20, "readLog(newest: 100000) { nation }") + "}", auditor(attacker));
                    attacker.press(AT_A_TIME, 4 * AT_A_TIME, i -> request);
                }),
                same(
                        "twenty counts of twenty thousand",
                        "{ " + aliased(20, "partnerFirms(where: {legalName: {ne: \"x\"}}) { totalCount }") + "}"),
                same(
                        "twenty pages of a hundred",
                        "{ "
                                + aliased(
                                        20,
                                        "partnerFirms(first: 100) { nodes { id version legalName jurisdiction { name } website } }")
                                + "}"),
                same(
                        "four pages of a hundred",
                        "{ " + aliased(4, "partnerFirms(first: 100) { nodes { id version legalName } }") + "}"),
                new Attack("answers that nobody reads", Attack.Conduct.DROPPED, attacker -> {
                    byte[] request = Requests.query(countries(20, 1));
                    attacker.hold(100, 1_024, Attacker.PRESSING, i -> request);
                }),
                new Attack("pipelined requests whose answers nobody reads", Attack.Conduct.DROPPED, attacker -> {
                    byte[] many = Requests.kept(Requests.query(countries(10, 1)), 60);
                    attacker.hold(20, 1_024, Attacker.PRESSING, i -> many);
                }));
    }

    private static Attack same(String name, String document) {
        byte[] request = Requests.query(document);
        return Attack.of(name, attacker -> attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request));
    }

    static String countries(int aliases, int roots) {
        return "{ "
                + IntStream.range(0, roots)
                        .mapToObj(i -> "r" + i + ": countries {...c} ")
                        .collect(Collectors.joining())
                + "} fragment c on Country { "
                + IntStream.range(0, aliases)
                        .mapToObj(i -> "a" + "x".repeat(196) + i + ": name ")
                        .collect(Collectors.joining())
                + "}";
    }

    private static String aliased(int count, String field) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a" + i + ": " + field + " ")
                .collect(Collectors.joining());
    }

    private static String auditor(Attacker attacker) {
        return Requests.bearer(attacker.registry().issuer().token("auditor", "auditor", "nation:LT"));
    }

    /** Reads the log of a caller who has read a lot. */
    private static void disclosures(Attacker attacker) {
        String reader = Requests.bearer(attacker.registry()
                .issuer()
                .token("well-read", "clearance:top-secret", "nation:LT", "compartment:AMBER"));
        byte[] reading = Requests.query(
                "{ weaponSystems(first: 100) { nodes { designation description militaryListCategory maximumRangeKm"
                        + " annualOutput unitCost { amount } } } }",
                reader);
        IntStream.range(0, 20).parallel().forEach(i -> attacker.ask(reading));
        String auditor = auditor(attacker);
        attacker.press(
                AT_A_TIME,
                4 * AT_A_TIME,
                i -> Requests.query(
                        // A different name for each, because responses to equal requests are compared, and these
                        // change.
                        "query of" + i + " { disclosures" + (i % 2 == 0 ? "" : "(first: " + (1 + i % 5) + ")")
                                + " { nodes { id requestId values { use field record labelVersion marking"
                                + " classification { code } } } } }",
                        auditor));
    }
}
