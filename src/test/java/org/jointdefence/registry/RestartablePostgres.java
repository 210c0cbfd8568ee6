package org.jointdefence.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server of a test's own, to be stopped or crashed and started again with the same data and port. */
public final class RestartablePostgres implements AutoCloseable {

    /** Of those that no client is given: one that tries to connect while nobody listens could meet itself. */
    private static final int PORT = 62534;

    /** Recovery after a crash takes its time where the machine is busy. */
    private static final Duration STARTING = Duration.ofMinutes(2);

    private final Path directory;
    private EmbeddedPostgres server;

    /** Starts it, empty, with its data below this directory. */
    public RestartablePostgres(Path directory) throws IOException {
        this.directory = directory.resolve("postgres");
        this.server = started(Map.of());
    }

    private EmbeddedPostgres started(Map<String, String> settings) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                // Whoever does not wait until a transaction is written finds out at the next crash.
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("wal_writer_delay", "10s")
                .setPGStartupWait(STARTING)
                .setPort(PORT);
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    /** What JDBC clients of this server connect to. */
    public String url() {
        return "jdbc:postgresql://localhost:%d/postgres?sslmode=disable".formatted(PORT);
    }

    /** A connection of the superuser's. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), Vault.ADMINISTRATOR, Vault.ADMINISTRATOR);
    }

    /** Ends every session and stops, as an administrator would have it. */
    public void stop() throws IOException {
        server.close();
    }

    /** Loses at once whatever is only in the memory of its processes. */
    public void crash() throws IOException {
        List<String> file = Files.readAllLines(directory.resolve("postmaster.pid"));
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(file.getFirst().strip())).orElseThrow();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        server.close();
    }

    /** Starts again what was stopped or has crashed, and returns when it accepts connections. */
    public void start(Map<String, String> settings) throws IOException {
        server = started(settings);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
