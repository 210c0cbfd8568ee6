package org.jointdefence.registry.soak;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jointdefence.registry.RestartablePostgres;

/** What befalls the database while callers ask: connections die, and the whole server stops, crashes and comes back. */
final class FaultInjector {

    private static final Duration GIVING_UP = Duration.ofSeconds(20);

    /** One of the service's own connections: one that commits, if there is one, or else one chosen by chance. */
    private static final String KILL = """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM (
                SELECT pid FROM pg_stat_activity WHERE usename = 'registry_app'
                ORDER BY query = 'COMMIT' AND state = 'active' DESC, random() LIMIT 1)""";

    /**
     * A restart, by {@link System#nanoTime()}.
     *
     * @param accepting when PostgreSQL let clients in again
     * @param recovered when the last of all callers had an answer again
     */
    record Restart(long began, long accepting, long recovered) {
        Duration recovery() {
            return Duration.ofNanos(recovered - accepting);
        }

        boolean touches(MixedCaller.Failure failure) {
            return failure.ended() >= began && failure.began() <= recovered;
        }
    }

    private final RestartablePostgres postgres;
    private final List<MixedCaller> callers;
    private final List<MixedWriter> writers;
    private final Random random = new Random(6);
    private final List<Restart> restarts = new ArrayList<>();
    private int kills;

    FaultInjector(RestartablePostgres postgres, List<MixedCaller> callers, List<MixedWriter> writers) {
        this.postgres = postgres;
        this.callers = callers;
        this.writers = writers;
    }

    /** Goes on for so long, or until a caller has found a fault. */
    void last(Duration duration) throws IOException, InterruptedException, SQLException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end && !faulty()) {
            killFor(Duration.ofMillis(2000 + random.nextInt(4000)));
            restart();
        }
    }

    private void killFor(Duration duration) throws InterruptedException, SQLException {
        long end = System.nanoTime() + duration.toNanos();
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < end && !faulty()) {
                Thread.sleep(100 + random.nextInt(500));
                try (ResultSet killed = statement.executeQuery(KILL)) {
                    killed.next();
                    kills += killed.getInt(1);
                }
            }
        }
    }

    /** In turn a stop and a crash; and in turn plans that all callers of a connection share, and plans for each. */
    private void restart() throws IOException, InterruptedException {
        boolean even = restarts.size() % 2 == 0;
        long began = System.nanoTime();
        if (even) {
            postgres.stop();
        } else {
            postgres.crash();
        }
        postgres.start(Map.of("plan_cache_mode", even ? "force_generic_plan" : "auto"));
        long accepting = System.nanoTime();
        restarts.add(new Restart(began, accepting, recovered(accepting)));
    }

    private long recovered(long accepting) throws InterruptedException {
        while (!faulty() && System.nanoTime() - accepting < GIVING_UP.toNanos()) {
            if (callers.stream().allMatch(caller -> caller.lastAnswered() > accepting)) {
                return callers.stream()
                        .mapToLong(MixedCaller::lastAnswered)
                        .min()
                        .orElseThrow();
            }
            Thread.sleep(10);
        }
        return System.nanoTime();
    }

    private boolean faulty() {
        return callers.stream().anyMatch(caller -> caller.fault() != null)
                || writers.stream().anyMatch(writer -> writer.fault() != null);
    }

    int kills() {
        return kills;
    }

    List<Restart> restarts() {
        return List.copyOf(restarts);
    }
}
