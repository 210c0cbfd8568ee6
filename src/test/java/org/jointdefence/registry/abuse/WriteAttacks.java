package org.jointdefence.registry.abuse;

import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mutations of a caller who may write, as many and as large as they can be. */
final class WriteAttacks {

    private static final int AT_A_TIME = 24;

    /** Distinguishes the names of several runs. */
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    /** All links of a source, each as many as one variable has. */
    private static final String LINKS = Stream.of(
                    "organisations",
                    "persons",
                    "statements",
                    "partnerFirms",
                    "productionFacilities",
                    "weaponSystems",
                    "agreements",
                    "programmes",
                    "allocations",
                    "fundraisingCampaigns")
            .map(name -> name + ": $l")
            .collect(Collectors.joining(" "));

    private WriteAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                Attack.of("a registrar who writes two hundred rows at once", attacker -> {
                    String registrar = registrar(attacker);
                    attacker.press(AT_A_TIME, 4 * AT_A_TIME, i -> Requests.query(campaigns(i), registrar));
                }),
                Attack.of("a registrar who writes more rows than an operation may", attacker -> {
                    String registrar = registrar(attacker);
                    String milestones = milestones(101);
                    attacker.press(
                            AT_A_TIME, 4 * AT_A_TIME, i -> Requests.query(campaign("a", i, milestones), registrar));
                }),
                Attack.of("a registrar whose requests wait for their twins", attacker -> {
                    String registrar = registrar(attacker);
                    attacker.press(
                            AT_A_TIME,
                            4 * AT_A_TIME,
                            i -> Requests.query(
                                    campaigns(1_000_000 + i / AT_A_TIME),
                                    registrar,
                                    "Idempotency-Key: twins-" + i / AT_A_TIME));
                }),
                Attack.of("links by the thousand in one variable, without a token", attacker -> {
                    byte[] request = Requests.query(
                            "mutation($l: [LinkInput!]) { "
                                    + IntStream.range(0, 20)
                                            .mapToObj(i -> "s" + i + ": createSource(input: { title: \"EXERCISE\","
                                                    + " publisher: \"EXERCISE\", kind: OTHER %s }) { warnings { path } } "
                                                            .formatted(LINKS))
                                            .collect(Collectors.joining())
                                    + "}",
                            Map.of("l", Collections.nCopies(100, Map.of("id", "bm9uZQ"))));
                    attacker.press(AT_A_TIME, 4 * AT_A_TIME, i -> request);
                }),
                Attack.of("mutations of a caller who may write nothing", attacker -> {
                    String reader = Requests.bearer(
                            attacker.registry().issuer().token("reader", "clearance:secret", "nation:LT"));
                    attacker.press(AT_A_TIME, 4 * AT_A_TIME, i -> Requests.query(campaigns(i), reader));
                }));
    }

    private static String campaigns(int number) {
        String milestones = milestones(100);
        return "mutation { " + fields("a", number, milestones) + fields("b", number, milestones) + "}";
    }

    private static String campaign(String alias, int number, String milestones) {
        return "mutation { " + fields(alias, number, milestones) + "}";
    }

    private static String fields(String alias, int number, String milestones) {
        return "%1$s: createFundraisingCampaign(input: { name: \"EXERCISE %1$s%2$d %3$s\", edition: 1, startsOn: \"2025-01-01\","
                        .formatted(alias, number, RUN)
                + " endsOn: \"2025-02-01\", beneficiary: \"UA\", raised: { amount: \"1\", currency: \"EUR\" }, label: null,"
                + " milestones: [" + milestones + "] }) { fundraisingCampaign { id milestones { description } } } ";
    }

    private static String milestones(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{ description: \"EXERCISE " + i + "\", amount: { amount: \"" + i + "\", currency: \"EUR\" } }")
                .collect(Collectors.joining(" "));
    }

    private static String registrar(Attacker attacker) {
        return Requests.bearer(attacker.registry().issuer().token("writer", "registrar", "nation:LT"));
    }
}
