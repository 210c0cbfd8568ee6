package org.jointdefence.registry.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.PackagedRegistry;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.RestartablePostgres;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.accessmatrix.AccessMatrix;
import org.jointdefence.registry.accessmatrix.ExpectedAccess;
import org.jointdefence.registry.accessmatrix.PersonaClient;
import org.jointdefence.registry.accessmatrix.Shape;
import org.jointdefence.registry.catalogue.Concepts;
import org.jointdefence.registry.clearance.SigningIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.Base64.getEncoder;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged registry under callers of all clearances at once, on few connections that do not last. */
@Tag("alone")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MixedClearancesIT {

    private static final Logger LOG = Logger.getLogger(MixedClearancesIT.class);
    private static final int CALLERS = 64;
    private static final int WRITERS = 4;
    private static final int CONNECTIONS = 4;
    private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("soak.seconds", 30));
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private static final String DATABASE = "quarkus.datasource.jdbc.url";

    private static RestartablePostgres postgres;
    private static PackagedRegistry registry;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException {
        postgres = new RestartablePostgres(directory);
        System.setProperty(DATABASE, postgres.url());
        Flyway.configure()
                .dataSource(postgres.url(), Vault.ADMINISTRATOR, Vault.ADMINISTRATOR)
                .defaultSchema("migration")
                .locations("classpath:db/migration", "classpath:db/demo")
                .load()
                .migrate();
        registry = PackagedRegistry.start(
                directory,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.url(),
                        "QUARKUS_DATASOURCE_PASSWORD", "registry",
                        "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", String.valueOf(CONNECTIONS),
                        "QUARKUS_OIDC_PUBLIC_KEY",
                                getEncoder()
                                        .encodeToString(
                                                SigningIssuer.KEYS.getPublic().getEncoded()),
                        "QUARKUS_OIDC_RESOURCE_METADATA_ENABLED", "false",
                        "REGISTRY_CLEARANCE_COMPARTMENTS", "AMBER",
                        "REGISTRY_SEALS_KEYS", "5a".repeat(32)));
        assertThat(registry.becomesReady()).as(registry.output()).isTrue();
    }

    @AfterAll
    static void stop() throws IOException {
        registry.close();
        postgres.close();
        System.clearProperty(DATABASE);
    }

    private static String token(String persona) {
        if (persona.equals(Persona.ANONYMOUS.name())) {
            return "";
        }
        return token(persona, persona);
    }

    private static String token(String persona, String subject) {
        String roles = ConfigProvider.getConfig().getValue("quarkus.oidc.devservices.roles." + persona, String.class);
        return SigningIssuer.sign(SigningIssuer.claims()
                .subject(subject)
                .groups(Set.of(roles.split(",")))
                .expiresIn(Duration.ofHours(2)));
    }

    private static GraphQLAnswer ask(String token, MixedQuestion question) {
        try {
            return registry.answer(token, question.request());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void every_caller_gets_what_they_get_alone_or_a_clean_error_while_connections_die_and_the_database_restarts()
            throws Exception {
        List<MixedCaller> callers = callers();
        List<MixedWriter> writers = writers();
        WrittenAccessRecords before = WrittenAccessRecords.of(postgres);
        FaultInjector disturbances = new FaultInjector(postgres, callers, writers);
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS + WRITERS)) {
            callers.forEach(threads::execute);
            writers.forEach(threads::execute);
            try {
                disturbances.last(DURATION);
            } finally {
                callers.forEach(MixedCaller::stop);
                writers.forEach(MixedWriter::stop);
            }
        }
        report(callers, disturbances);
        LOG.infof(
                "%d persons and sources written, %d requests repeated",
                writers.stream().mapToInt(writer -> writer.written().size()).sum(),
                writers.stream().mapToInt(MixedWriter::repeated).sum());

        assertThat(callers.stream().map(MixedCaller::fault).filter(Objects::nonNull))
                .isEmpty();
        assertThat(writers.stream().map(MixedWriter::fault).filter(Objects::nonNull))
                .isEmpty();
        assertThat(callers).extracting(MixedCaller::answered).doesNotContain(0);
        assertThat(disturbances.kills()).isPositive();
        assertThat(disturbances.restarts()).hasSizeGreaterThan(1);
        assertThat(disturbances.restarts())
                .extracting(FaultInjector.Restart::recovery)
                .allMatch(recovery -> recovery.compareTo(RECOVERY) <= 0);
        assertThat(strayFailures(callers, disturbances))
                .as("requests that fail while the database is there, with %s connections killed", disturbances.kills())
                .hasSizeLessThanOrEqualTo(disturbances.kills());
        WrittenAccessRecords.of(postgres).check(before, callers);
        assertThat(writers).extracting(MixedWriter::repeated).anyMatch(repeated -> repeated > 0);
        WrittenRecords.check(postgres, writers);
    }

    @Test
    void a_restart_while_nobody_asks_costs_nobody_an_answer() throws Exception {
        GraphQLAnswer before = askAtOnce().getFirst();
        assertThat(connections()).isPositive();
        postgres.stop();
        postgres.start(Map.of());
        assertThat(askAtOnce()).containsOnly(before).hasSize(2 * CONNECTIONS);
        assertThat(before.status()).isEqualTo(200);
    }

    /** More than the connections, so that each of those that are open is used. */
    private static List<GraphQLAnswer> askAtOnce() throws Exception {
        MixedQuestion question = new MixedQuestion("access/nested", "WeaponSystem", Map.of());
        Callable<GraphQLAnswer> asking = () -> ask("", question);
        try (ExecutorService threads = Executors.newFixedThreadPool(2 * CONNECTIONS)) {
            List<GraphQLAnswer> answers = new ArrayList<>();
            for (Future<GraphQLAnswer> answer : threads.invokeAll(Collections.nCopies(2 * CONNECTIONS, asking))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static int connections() throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE usename = 'registry_app'")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    void it_says_that_it_is_not_ready_while_the_database_is_away_and_is_ready_soon_after() throws Exception {
        MixedQuestion question = new MixedQuestion("access/sums", "WeaponSystem", Map.of());
        GraphQLAnswer before = ask("", question);
        postgres.stop();
        assertThat(registry.isReady()).isFalse();
        assertThat(MixedCaller.error("somebody asks while the database is away", ask("", question)))
                .startsWith("503");
        assertThat(MixedCaller.error(
                        "an auditor asks whether the log is whole",
                        registry.answer(token("auditor"), "{\"query\": \"{ readLog { nation } }\"}")))
                .startsWith("503");
        postgres.start(Map.of());
        long accepting = System.nanoTime();
        while (!registry.isReady() && System.nanoTime() - accepting < RECOVERY.toNanos()) {
            Thread.sleep(50);
        }
        assertThat(ask("", question)).isEqualTo(before);
        assertThat(System.nanoTime() - accepting).isLessThan(RECOVERY.toNanos());
        assertThat(registry.isReady()).isTrue();
    }

    private static List<MixedCaller> callers() {
        Map<String, Map<MixedQuestion, String>> answers = new LinkedHashMap<>();
        AccessMatrix matrix = AccessMatrix.read();
        Map<String, Shape> shapes = Shape.of(Concepts.CATALOGUE);
        for (String persona : matrix.personas()) {
            String token = token(persona);
            answers.put(
                    persona,
                    MixedQuestions.answered(
                            new PersonaClient(Persona.named(persona), new ExpectedAccess(matrix, shapes, persona)),
                            question -> ask(token, question)));
        }
        answers.values().forEach(known -> known.keySet().removeIf(MixedWriter::changes));
        Map<MixedQuestion, String> open = Objects.requireNonNull(answers.get(Persona.ANONYMOUS.name()));
        List<MixedCaller> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            String persona = matrix.personas().get(i % matrix.personas().size());
            Map<MixedQuestion, String> known = Objects.requireNonNull(answers.get(persona));
            callers.add(new MixedCaller(persona, token(persona), registry, known, classified(known, open), i));
        }
        return callers;
    }

    /** Registrars and originators in turn. */
    private static List<MixedWriter> writers() {
        List<MixedWriter> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String persona = i % 2 == 0 ? "registrar" : "originator";
            Map<String, ?> label =
                    i % 2 == 0 ? null : Map.of("classification", "LT_SLAPTAI", "releasableTo", List.of("LT", "UA"));
            writers.add(new MixedWriter(i, label, subject -> token(persona, subject), registry));
        }
        return writers;
    }

    /** The questions to which somebody without a clearance gets another answer. */
    private static Set<MixedQuestion> classified(Map<MixedQuestion, String> answers, Map<MixedQuestion, String> open) {
        return answers.entrySet().stream()
                .filter(entry ->
                        open.containsKey(entry.getKey()) && !entry.getValue().equals(open.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Those that neither a restart nor waiting explains: a killed connection may cost the one request that it was used for. */
    private static List<MixedCaller.Failure> strayFailures(List<MixedCaller> callers, FaultInjector disturbances) {
        return callers.stream()
                .flatMap(caller -> caller.failures().stream())
                .filter(failure -> !failure.waited())
                .filter(failure -> disturbances.restarts().stream().noneMatch(restart -> restart.touches(failure)))
                .toList();
    }

    private static void report(List<MixedCaller> callers, FaultInjector disturbances) {
        LOG.infof(
                "%d callers: %d answers, from %d to %d each; %d of them to be found by name, %d with something classified; errors %s, %d of them"
                        + " outside of restarts and at once, %d after waiting for a connection; %d"
                        + " connections killed; %d restarts, recovered after %s ms",
                callers.size(),
                callers.stream().mapToInt(MixedCaller::answered).sum(),
                callers.stream().mapToInt(MixedCaller::answered).min().orElse(0),
                callers.stream().mapToInt(MixedCaller::answered).max().orElse(0),
                callers.stream().mapToInt(caller -> caller.sample().size()).sum(),
                callers.stream().mapToInt(MixedCaller::disclosed).sum(),
                callers.stream()
                        .flatMap(caller -> caller.failures().stream())
                        .collect(Collectors.groupingBy(MixedCaller.Failure::error, Collectors.counting())),
                strayFailures(callers, disturbances).size(),
                callers.stream()
                        .flatMap(caller -> caller.failures().stream())
                        .filter(MixedCaller.Failure::waited)
                        .count(),
                disturbances.kills(),
                disturbances.restarts().size(),
                disturbances.restarts().stream()
                        .map(restart -> restart.recovery().toMillis())
                        .toList());
    }
}
