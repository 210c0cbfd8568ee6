package org.jointdefence.registry.abuse;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jointdefence.registry.clearance.SlowIssuer;

/** Tokens that require requests to a slow identity provider. */
final class IssuerAttacks {

    private static final String SMALL = "{\"query\":\"{ __typename }\"}";
    private static final int BODY = 250_000;
    private static final Duration SLOW = Duration.ofSeconds(2);

    private IssuerAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                new Attack(
                        "150 bodies with an unknown key while the issuer is slow",
                        Attack.Conduct.DROPPED,
                        IssuerAttacks::bodies),
                new Attack(
                        "48 connections closed while a key is fetched",
                        Attack.Conduct.DROPPED,
                        IssuerAttacks::closedConnections),
                new Attack("tokens with ever other unknown keys", Attack.Conduct.DROPPED, IssuerAttacks::unknownKeys),
                new Attack(
                        "tokens with ever other unknown keys, from everywhere",
                        Attack.Conduct.DISTRIBUTED,
                        IssuerAttacks::unknownKeysFromEverywhere));
    }

    private static void unknownKeys(Attacker attacker) throws InterruptedException {
        countFetches(attacker, () -> attacker.press(64, 2_000, i -> unknownKey(attacker, i)));
    }

    private static void unknownKeysFromEverywhere(Attacker attacker) throws InterruptedException {
        countFetches(
                attacker,
                () -> whileSlow(
                        attacker, () -> attacker.pressFromEverywhere(400, 2_000, i -> unknownKey(attacker, i))));
    }

    private static byte[] unknownKey(Attacker attacker, int i) {
        return Requests.post(SMALL, Requests.bearer(attacker.registry().issuer().tokenOf("unknown-" + i, "nobody")));
    }

    /** For any number of tokens with unknown keys, keys are fetched sequentially, at most once per second. */
    private static void countFetches(Attacker attacker, Action action) throws InterruptedException {
        SlowIssuer issuer = attacker.registry().issuer();
        int before = issuer.fetches();
        long beginning = System.nanoTime();
        action.run();
        long seconds = Duration.ofNanos(System.nanoTime() - beginning).toSeconds();
        int fetches = issuer.fetches() - before;
        if (fetches > seconds + 2 || issuer.mostFetchesAtATime() > 1) {
            attacker.fault("the issuer's keys were fetched " + fetches + " times in " + seconds + " s, "
                    + issuer.mostFetchesAtATime() + " at a time");
        }
    }

    private static void bodies(Attacker attacker) throws InterruptedException {
        String token = attacker.registry().issuer().tokenOf("unknown", "nobody");
        byte[] request = Requests.post("{\"query\":\"" + "x".repeat(BODY) + "\"}", Requests.bearer(token));
        whileSlow(attacker, () -> attacker.press(150, 150, i -> request));
    }

    private static void closedConnections(Attacker attacker) throws InterruptedException {
        attacker.registry().issuer().rotate();
        String token = attacker.registry().issuer().token("lt-secret", "clearance:secret", "nation:LT");
        byte[] request = Requests.post(SMALL, Requests.bearer(token));
        whileSlow(attacker, () -> {
            List<Connection> open = attacker.open(48, 0, i -> request);
            Thread.sleep(300);
            open.forEach(Connection::close);
            Thread.sleep(SLOW);
        });
    }

    private interface Action {
        void run() throws InterruptedException;
    }

    private static void whileSlow(Attacker attacker, Action action) throws InterruptedException {
        attacker.registry().issuer().delay(SLOW);
        try {
            action.run();
        } finally {
            attacker.registry().issuer().delay(Duration.ZERO);
        }
    }
}
