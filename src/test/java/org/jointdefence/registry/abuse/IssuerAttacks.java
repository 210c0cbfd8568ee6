package org.jointdefence.registry.abuse;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Tokens about which the identity provider must be asked, which takes its time. */
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
                        IssuerAttacks::closedConnections));
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
