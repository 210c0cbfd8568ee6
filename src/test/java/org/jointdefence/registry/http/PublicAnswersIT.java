package org.jointdefence.registry.http;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointdefence.registry.Installation;
import org.jointdefence.registry.PackagedRegistry;
import org.jointdefence.registry.clearance.SigningIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Two processes that answer the public from memory, and one that does not, on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicAnswersIT {

    private static final long LEASE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long DURATION = TimeUnit.SECONDS.toNanos(5);
    private static final String FIRST = "{\"first\":1}";
    private static final Pattern NUMBER = Pattern.compile("AAA EXERCISE (\\d+)");

    private final KeyPair keys = SigningIssuer.keys();

    @SuppressWarnings("NullAway.Init")
    private Installation installation;

    @SuppressWarnings("NullAway.Init")
    private PackagedRegistry one;

    @SuppressWarnings("NullAway.Init")
    private PackagedRegistry other;

    @SuppressWarnings("NullAway.Init")
    private PackagedRegistry without;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, SQLException, InterruptedException {
        installation = Installation.create(directory);
        installation.addDemo();
        one = start(directory, "one", Map.of());
        other = start(directory, "other", Map.of());
        without = start(directory, "without", Map.of("REGISTRY_CACHES_PUBLIC_ANSWERS", "0"));
        for (PackagedRegistry registry : List.of(one, other, without)) {
            assertThat(registry.becomesReady()).as(registry.output()).isTrue();
        }
    }

    private PackagedRegistry start(Path directory, String name, Map<String, String> more) throws IOException {
        Map<String, String> settings = installation.settings("https://issuer.example");
        settings.remove("QUARKUS_OIDC_AUTH_SERVER_URL");
        settings.put(
                "QUARKUS_OIDC_PUBLIC_KEY",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        settings.put("QUARKUS_OIDC_RESOURCE_METADATA_ENABLED", "false");
        settings.put("REGISTRY_SEALS_KEYS", "5e".repeat(32));
        settings.put(
                "REGISTRY_TRUSTED_DOCUMENTS_MANIFESTS",
                Path.of("src/test/resources/trusted/relay.json")
                        .toAbsolutePath()
                        .toString());
        settings.putAll(more);
        return PackagedRegistry.start(Files.createDirectory(directory.resolve(name)), settings);
    }

    @AfterAll
    void stop() throws IOException {
        one.close();
        other.close();
        without.close();
        installation.close();
    }

    @Test
    void an_answer_from_memory_has_the_same_bytes_as_one_that_is_read() throws IOException, InterruptedException {
        double before = hits(one);
        int requests = 0;
        for (String variables : List.of(FIRST, "{\"first\":100}")) {
            for (String method : List.of("GET", "HEAD")) {
                for (String accept : List.of("application/json", "application/graphql-response+json")) {
                    for (String more : List.of(
                            "",
                            "Accept-Encoding: gzip\r\n",
                            "Accept-Encoding: deflate\r\n",
                            "Accept-Encoding: gzip;q=0.1, deflate;q=0.9\r\n",
                            "Accept-Encoding: br, *\r\n",
                            "If-None-Match: *\r\n",
                            "Origin: https://elsewhere.example\r\n")) {
                        String head = "Accept: " + accept + "\r\n" + more;
                        String read = send(without, method, variables, head);
                        assertThat(send(one, method, variables, head)).as(head).isEqualTo(read);
                        assertThat(send(one, method, variables, head)).as(head).isEqualTo(read);
                        requests++;
                    }
                }
            }
        }
        // An answer to GET serves HEAD and other encodings, too.
        assertThat(hits(one) - before).isGreaterThanOrEqualTo(requests);
        assertThat(hits(without)).isZero();
    }

    @Test
    void no_answer_is_older_than_the_lease() throws Exception {
        AtomicReference<long[]> committed = new AtomicReference<>(new long[] {0, System.nanoTime()});
        double before = hits(one) + hits(other);
        long end = System.nanoTime() + DURATION;
        int answers = 0;
        try (Connection connection = installation.administrator();
                Statement statement = connection.createStatement()) {
            String update =
                    "UPDATE vault.partner_firm SET legal_name = 'AAA EXERCISE %d' WHERE id = '" + id(statement) + "'";
            statement.execute(update.formatted(0));
            Thread writer = Thread.ofPlatform().start(() -> {
                for (long number = 1; System.nanoTime() < end; number++) {
                    try {
                        statement.execute(update.formatted(number));
                        committed.set(new long[] {number, System.nanoTime()});
                        // Around the lease: sometimes shorter, sometimes longer.
                        Thread.sleep(number % 7 * 30);
                    } catch (SQLException | InterruptedException failure) {
                        throw new IllegalStateException(failure);
                    }
                }
            });
            while (writer.isAlive()) {
                for (PackagedRegistry registry : List.of(one, other)) {
                    long[] latest = committed.get();
                    boolean due = System.nanoTime() - latest[1] > LEASE;
                    long number = number(send(registry, "GET", FIRST, ""));
                    if (due) {
                        assertThat(number).isGreaterThanOrEqualTo(latest[0]);
                        answers++;
                    }
                }
            }
        }
        assertThat(answers).isPositive();
        assertThat(hits(one) + hits(other) - before).isPositive();
    }

    @Test
    void no_answer_of_a_process_is_older_than_its_acknowledgement() throws Exception {
        String token = Jwt.claims()
                .issuer("https://issuer.example")
                .audience("partnership-registry")
                .subject("registrar")
                .groups(Set.of("registrar", "clearance:restricted", "nation:LT"))
                .expiresIn(Duration.ofHours(1))
                .jws()
                .sign(keys.getPrivate());
        for (int i = 0; i < 20; i++) {
            String name = "AA EXERCISE " + (100 - i);
            send(one, "GET", "{\"first\":100}", "");
            send(one, "GET", "{\"first\":100}", "");
            send(other, "GET", "{\"first\":100}", "");
            assertThat(one.answer(token, """
                            {"query": "mutation { createPartnerFirm(input: { legalName: \\"%s\\", jurisdiction: \\"LT\\", \
                            status: DRAFT }) { partnerFirm { id } } }"}""".formatted(name)).status()).isEqualTo(200);
            assertThat(send(one, "GET", "{\"first\":100}", "")).contains(name);
            Thread.sleep(101);
            assertThat(send(other, "GET", "{\"first\":100}", "")).contains(name);
        }
    }

    private static String id(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(
                "SELECT id FROM vault.partner_firm WHERE label = 0 ORDER BY legal_name LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private static long number(String answer) {
        Matcher number = NUMBER.matcher(answer);
        assertThat(number.find()).as(answer).isTrue();
        return Long.parseLong(number.group(1));
    }

    private static double hits(PackagedRegistry registry) throws IOException, InterruptedException {
        Matcher hits = Pattern.compile("(?m)^registry_public_answers_total\\{.*result=\"hit\".*} ([0-9.E]+)$")
                .matcher(registry.get(registry.managementPort(), "/q/metrics").body());
        assertThat(hits.find()).isTrue();
        return Double.parseDouble(hits.group(1));
    }

    private static String send(PackagedRegistry registry, String method, String variables, String headers)
            throws IOException {
        String target = "/graphql?documentId=c3a1&variables="
                + variables.replace("{", "%7B").replace("\"", "%22").replace("}", "%7D");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), registry.port())) {
            socket.getOutputStream()
                    .write((method + " " + target + " HTTP/1.1\r\nHost: registry\r\n" + headers
                                    + "Connection: close\r\n\r\n")
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1)
                    .replaceFirst("(?i)\r\ndate: [^\r]*", "");
        }
    }
}
