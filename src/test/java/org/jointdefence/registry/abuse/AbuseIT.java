package org.jointdefence.registry.abuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs all known attacks on availability against the package, with the heap of its container. */
@Tag("alone")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AbuseIT {

    private static final Logger LOG = Logger.getLogger(AbuseIT.class);
    private static final Path TABLE = Path.of("target/abuse.md");

    private static final String CLEARED =
            "{ weaponSystems(first: 5) { nodes { codeName designation maximumRangeKm } } }";
    private static final String PUBLIC = "{ partnerFirms(first: 5) { nodes { legalName status } } }";
    private static final Duration RECOVERY = Duration.ofSeconds(12);
    private static final Duration IDLE = Duration.ofMillis(1500);
    private static final int WARMING_UP = 400;

    /** Failed attacks are repeated, because a machine may stall once, but not three times in a row. */
    private static final int TRIES = 3;

    private static AbusedRegistry registry;
    private static byte[] cleared;
    private static byte[] open;
    private static String clearedAnswer;
    private static String openAnswer;
    private static Duration costOfAQuestion = Duration.ZERO;
    private static final List<Observation> OBSERVATIONS = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, SQLException, InterruptedException {
        registry = new AbusedRegistry(directory);
        cleared = Requests.query(
                CLEARED, Requests.bearer(registry.issuer().token("lt-secret", "clearance:secret", "nation:LT")));
        open = Requests.query(PUBLIC);
        clearedAnswer = answered(cleared);
        openAnswer = answered(open);
        for (int i = 0; i < WARMING_UP; i++) {
            answered(i % 2 == 0 ? cleared : open);
        }
        Observation idle = idle();
        costOfAQuestion =
                idle.processorTime().dividedBy(Math.max(1, idle.waits().size()));
        LOG.infof("Nobody presses:\n%s\n%s", Observation.HEADING, idle.row());
    }

    private static Observation idle() throws IOException, SQLException, InterruptedException {
        return observe(Attack.of("none", attacker -> Thread.sleep(IDLE)));
    }

    private static String answered(byte[] request) {
        RawResponse response = WellBehavedCaller.ask(request, registry.port());
        assertThat(response.kind()).as(response.text()).isEqualTo("200");
        return response.body();
    }

    @AfterAll
    static void stop() throws IOException {
        String table = Observation.HEADING + "\n"
                + String.join("\n", OBSERVATIONS.stream().map(Observation::row).toList()) + "\n";
        LOG.infof("What became of the attacks:\n%s", table);
        Files.writeString(TABLE, table);
        registry.close();
    }

    static Stream<Attack> attacks() {
        return Stream.of(
                        DocumentAttacks.all(),
                        FragmentAttacks.all(),
                        BodyAttacks.all(),
                        AnswerAttacks.all(),
                        DatabaseAttacks.all(),
                        ConnectionAttacks.all(),
                        TokenAttacks.all(),
                        IssuerAttacks.all(),
                        WriteAttacks.all())
                .flatMap(attacks -> attacks)
                .filter(attack -> attack.name().matches(System.getProperty("abuse.attacks", ".*")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void the_service_lives_and_others_are_answered_whatever_somebody_sends(Attack attack) throws Exception {
        registry.restartIfEnded();
        Observation observation = observe(attack);
        for (int i = 1;
                i < TRIES && observation.isSlow() && observation.verdict().isEmpty();
                i++) {
            LOG.infof("Once more, since p99 was %d ms: %s", observation.p99().toMillis(), attack);
            observation = observe(attack);
        }
        OBSERVATIONS.add(observation);
        LOG.info(observation.row());
        assertThat(registry.isAlive()).as(registry.output()).isTrue();
        assertThat(observation.verdict()).as("%s", attack).isEmpty();
        assertThat(observation.p99()).as("what others wait").isLessThan(Duration.ofSeconds(1));
        assertThat(registry.output()).as("what was logged").doesNotContain("java.lang.OutOfMemoryError");
    }

    private static Observation observe(Attack attack) throws IOException, SQLException, InterruptedException {
        Tally tally = new Tally();
        boolean distributed = attack.conduct() == Attack.Conduct.DISTRIBUTED;
        Duration before = registry.processorTime();
        int logged = registry.output().length();
        WellBehavedCaller one =
                WellBehavedCaller.start("somebody cleared", cleared, clearedAnswer, registry.port(), false);
        WellBehavedCaller other =
                WellBehavedCaller.start("somebody without a token", open, openAnswer, registry.port(), distributed);
        Attacker attacker = new Attacker(registry, tally);
        try (one;
                other) {
            attack.assault().by(attacker);
        } catch (InterruptedException | RuntimeException | Error end) {
            throw end;
        } catch (Exception failure) {
            throw new IllegalStateException(attack.name(), failure);
        }
        List<String> faults = new ArrayList<>(one.faults());
        faults.addAll(other.faults());
        List<Duration> waits = Stream.concat(one.latencies(), distributed ? Stream.empty() : other.latencies())
                .sorted()
                .toList();
        Duration cost =
                registry.processorTime().minus(before).minus(costOfAQuestion.multipliedBy(one.asked() + other.asked()));
        afterwards(attacker, faults);
        return new Observation(
                attack,
                tally,
                waits,
                cost.isNegative() ? Duration.ZERO : cost,
                registry.memory(),
                registry.output().length() - logged,
                faults);
    }

    /** Checks that the attacker gets regular responses after the attack. */
    private static void afterwards(Attacker attacker, List<String> faults) throws InterruptedException {
        long end = System.nanoTime() + RECOVERY.toNanos();
        RawResponse response = attacker.ask(open);
        while (System.nanoTime() < end && !response.kind().equals("200") && registry.isAlive()) {
            Thread.sleep(100);
            response = attacker.ask(open);
        }
        for (int i = 0; i < 3; i++) {
            if (!response.kind().equals("200") || !response.body().equals(openAnswer)) {
                faults.add("the attacker is not answered afterwards: " + response.text());
                return;
            }
            response = attacker.ask(i == 0 ? cleared : open);
            if (i == 0 && response.kind().equals("200") && response.body().equals(clearedAnswer)) {
                response = attacker.ask(open);
            }
        }
    }
}
