package org.jointdefence.registry.abuse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jointdefence.registry.PackagedRegistry;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.clearance.SlowIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** The package with the settings of its container, a database with more content than the demo, and a token issuer. */
final class AbusedRegistry implements AutoCloseable {

    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*\\} ([0-9.E]+)$");
    private static final int FIRMS = 20_000;
    private static final int SYSTEMS = 2_000;

    private final Path directory;
    private final EmbeddedPostgres postgres;
    private final SlowIssuer issuer;
    private PackagedRegistry registry;

    AbusedRegistry(Path directory) throws IOException, SQLException, InterruptedException {
        this.directory = directory;
        this.postgres = EmbeddedPostgres.start();
        this.issuer = new SlowIssuer();
        Flyway.configure()
                .dataSource(url(), Vault.ADMINISTRATOR, Vault.ADMINISTRATOR)
                .defaultSchema("migration")
                .locations("classpath:db/migration", "classpath:db/demo")
                .load()
                .migrate();
        multiply("partner_firm", "legal_name", FIRMS);
        multiply("weapon_system", "code_name", SYSTEMS);
        this.registry = start();
    }

    private PackagedRegistry start() throws IOException, InterruptedException {
        PackagedRegistry started = PackagedRegistry.startAsShipped(
                directory,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        url(),
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "registry",
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        issuer.url(),
                        "REGISTRY_CLEARANCE_COMPARTMENTS",
                        "AMBER",
                        "REGISTRY_TRUSTED_DOCUMENTS_AUTOMATIC",
                        "true",
                        "REGISTRY_SEALS_KEYS",
                        "5a".repeat(32)));
        assertThat(started.becomesReady()).as(started.output()).isTrue();
        return started;
    }

    /** Restarts the process if an attack has ended it, so that the next attack is judged separately. */
    void restartIfEnded() throws IOException, InterruptedException {
        if (!isAlive()) {
            registry.close();
            registry = start();
        }
    }

    private String url() {
        return "jdbc:postgresql://localhost:%d/postgres?sslmode=disable".formatted(postgres.getPort());
    }

    /** Inserts copies of the first record of a table, with different names. */
    private void multiply(String table, String name, int copies) throws SQLException {
        try (Connection connection = administer();
                Statement statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet result = statement.executeQuery("SELECT column_name FROM information_schema.columns WHERE"
                    + " table_schema = 'vault' AND is_generated = 'NEVER' AND table_name = '" + table + "'")) {
                while (result.next()) {
                    columns.add(result.getString(1));
                }
            }
            String names = String.join(", ", columns);
            String values = String.join(", ", columns)
                    .replaceFirst("\\bid\\b", "gen_random_uuid()")
                    .replaceFirst("\\b" + name + "\\b", "'EXERCISE copy ' || md5(n::text) || n");
            statement.execute("INSERT INTO vault." + table + " (" + names + ") SELECT " + values
                    + " FROM (SELECT * FROM"
                    + " vault." + table + " WHERE label = 0 ORDER BY " + name + " LIMIT 1) one, generate_series(1, "
                    + copies + ") n");
            statement.execute("ANALYZE vault." + table);
        }
    }

    Connection administer() throws SQLException {
        return DriverManager.getConnection(url(), Vault.ADMINISTRATOR, Vault.ADMINISTRATOR);
    }

    SlowIssuer issuer() {
        return issuer;
    }

    int port() {
        return registry.port();
    }

    int managementPort() {
        return registry.managementPort();
    }

    boolean isAlive() {
        return registry.process().isAlive();
    }

    /** The log since the last start. */
    String output() throws IOException {
        return registry.output();
    }

    /** The CPU time so far. */
    Duration processorTime() {
        return registry.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The memory of the service and of PostgreSQL, in bytes; -1 if unknown. */
    Memory memory() throws IOException, SQLException, InterruptedException {
        List<Long> backends = new ArrayList<>();
        try (Connection connection = administer();
                Statement statement = connection.createStatement();
                ResultSet pids =
                        statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE usename = 'registry_app'")) {
            while (pids.next()) {
                backends.add(pids.getLong(1));
            }
        }
        long largest = -1;
        for (long backend : backends) {
            largest = Math.max(largest, status(backend, "RssAnon"));
        }
        return new Memory(heap(), status(registry.process().pid(), "VmRSS"), largest);
    }

    /** Resident memory, used heap, and the private memory of the largest PostgreSQL session. */
    record Memory(long heap, long resident, long backend) {}

    private long heap() throws InterruptedException {
        try {
            String metrics = registry.get(managementPort(), "/q/metrics").body();
            return HEAP.matcher(metrics)
                    .results()
                    .map((MatchResult pool) -> pool.group(1))
                    .mapToLong(number -> (long) Double.parseDouble(number))
                    .sum();
        } catch (IOException silent) {
            return -1;
        }
    }

    private static long status(long process, String name) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException ended) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        registry.close();
        issuer.close();
        postgres.close();
    }
}
