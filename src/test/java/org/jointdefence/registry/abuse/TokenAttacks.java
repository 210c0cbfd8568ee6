package org.jointdefence.registry.abuse;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Tokens that are more expensive to reject than to create, and slow identity providers. */
final class TokenAttacks {

    private static final int AT_A_TIME = 40;
    private static final String SMALL = "{\"query\":\"{ __typename }\"}";

    private TokenAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                Attack.of("200 subjects", attacker -> {
                    List<byte[]> requests = IntStream.range(0, 200)
                            .mapToObj(i -> Requests.post(SMALL, Requests.bearer(token(attacker, "subject-" + i))))
                            .toList();
                    attacker.press(AT_A_TIME, 1_000, i -> requests.get(i % requests.size()));
                }),
                Attack.of("forged signatures", attacker -> {
                    String token = token(attacker, "forger");
                    byte[] request = Requests.post(
                            SMALL, Requests.bearer(token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342)));
                    attacker.press(AT_A_TIME, 5 * AT_A_TIME, i -> request);
                }),
                new Attack("tokens of 15 kB", Attack.Conduct.DROPPED, attacker -> {
                    String[] roles =
                            IntStream.range(0, 900).mapToObj(i -> "role-" + i).toArray(String[]::new);
                    byte[] request = Requests.post(
                            SMALL, Requests.bearer(attacker.registry().issuer().token("burdened", roles)));
                    attacker.press(AT_A_TIME, 5 * AT_A_TIME, i -> request);
                }),
                nonsense("a token that is no JSON", "e30.e30.e30"),
                nonsense(
                        "a header of 12 kB",
                        encoded("{\"alg\":\"RS256\",\"kid\":\"" + "k".repeat(9_000) + "\"}") + ".e30.e30"),
                nonsense(
                        "claims 3,000 deep",
                        encoded("{\"alg\":\"RS256\"}") + "." + encoded("[".repeat(3_000)) + ".e30"),
                nonsense(
                        "names in claims that share one hash",
                        encoded("{\"alg\":\"RS256\"}") + "."
                                + encoded("{" + "\"abababab\":1,\"bAbAbAbA\":1,".repeat(300) + "\"a\":1}") + ".e30"),
                nonsense(
                        "an encrypted token",
                        encoded("{\"alg\":\"PBES2-HS512+A256KW\",\"p2c\":2147483647,\"enc\":\"A256GCM\"}")
                                + ".e30.e30.e30.e30"));
    }

    private static Attack nonsense(String name, String token) {
        byte[] request = Requests.post(SMALL, Requests.bearer(token));
        return new Attack(
                name, Attack.Conduct.DROPPED, attacker -> attacker.press(AT_A_TIME, 5 * AT_A_TIME, i -> request));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static String token(Attacker attacker, String subject) {
        return attacker.registry().issuer().token(subject, "clearance:secret", "nation:LT");
    }
}
