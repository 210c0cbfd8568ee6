package org.jointdefence.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;

import static org.assertj.core.api.Assertions.assertThat;

/** A PostgreSQL of its own, with the roles of db/bootstrap and migrated by what the build packaged, as operators do it. */
public record Installation(EmbeddedPostgres postgres) implements AutoCloseable {

    /** Creates it; its logs go to the directory. */
    public static Installation create(Path directory) throws IOException, SQLException, InterruptedException {
        Installation installation = new Installation(EmbeddedPostgres.start());
        try {
            installation.prepare(directory);
        } catch (AssertionError | IOException | SQLException | InterruptedException failure) {
            installation.close();
            throw failure;
        }
        return installation;
    }

    private void prepare(Path directory) throws IOException, SQLException, InterruptedException {
        administer(Files.readString(Path.of("src/main/resources/db/bootstrap/roles.sql")));
        administer("ALTER ROLE registry_migrator PASSWORD 'migrates'; ALTER ROLE registry_app PASSWORD 'serves'");
        Map<String, String> settings = Map.of(
                "QUARKUS_PROFILE", "migrate",
                "QUARKUS_DATASOURCE_JDBC_URL", url(),
                "QUARKUS_DATASOURCE_PASSWORD", "migrates");
        try (PackagedRegistry migration = PackagedRegistry.start(directory, settings)) {
            assertThat(migration.exitCode()).as(migration.output()).isZero();
        }
    }

    /** What no operator can do: adds the content of the demo. */
    public void addDemo() {
        Flyway.configure()
                .dataSource(url(), Vault.ADMINISTRATOR, Vault.ADMINISTRATOR)
                .defaultSchema("migration")
                .locations("classpath:db/migration", "classpath:db/demo")
                .load()
                .migrate();
    }

    /** Where it is. */
    public String url() {
        return "jdbc:postgresql://localhost:%d/postgres?sslmode=disable".formatted(postgres.getPort());
    }

    /** The least that a registry on it needs to be told. */
    public Map<String, String> settings(String issuer) {
        return new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url(),
                "QUARKUS_DATASOURCE_PASSWORD",
                "serves",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                issuer));
    }

    /** What only the administrator may do. */
    public void administer(String sql) throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection of the server's superuser. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(url(), Vault.ADMINISTRATOR, Vault.ADMINISTRATOR);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
