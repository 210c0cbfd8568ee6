package org.jointdefence.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database of its own on the embedded server, prepared and migrated as operators do it; gone when closed. */
public final class ScratchDatabase implements AutoCloseable {

    private static final String PASSWORD = "scratch";

    private final String name = "scratch_" + UUID.randomUUID().toString().replace("-", "");
    private final String url;

    /** Creates it. */
    public ScratchDatabase() {
        this("");
    }

    /** Creates it with these options. */
    public ScratchDatabase(String options) {
        Vault.execute("CREATE DATABASE " + name + " " + options);
        String own = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        this.url = own.substring(0, own.lastIndexOf('/') + 1) + name;
    }

    /** Its name, for copies of it. */
    public String name() {
        return name;
    }

    /** What the administrator does once: roles.sql, and a password for the migrator. */
    public void prepare() throws IOException, SQLException {
        String roles = Files.readString(Path.of("src/main/resources/db/bootstrap/roles.sql"));
        try (Connection connection = administrator()) {
            connection.createStatement().execute(roles);
            connection.createStatement().execute("ALTER ROLE registry_migrator PASSWORD '" + PASSWORD + "'");
        }
    }

    /** What an upgrade does: the migrations, without the demo, as the migrator. Returns how many it applied. */
    public int migrate() {
        return Flyway.configure()
                .dataSource(url, "registry_migrator", PASSWORD)
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** What no operator can do: the migrations and the content of the demo, as the embedded server's superuser. */
    public void migrateWithDemo() {
        Flyway.configure()
                .dataSource(url, Vault.ADMINISTRATOR, Vault.ADMINISTRATOR)
                .defaultSchema("migration")
                .locations("classpath:db/migration", "classpath:db/demo")
                .load()
                .migrate();
    }

    /** A connection of the embedded server's superuser. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(url, Vault.ADMINISTRATOR, Vault.ADMINISTRATOR);
    }

    /** A connection of the role that migrates. */
    public Connection migrator() throws SQLException {
        return DriverManager.getConnection(url, "registry_migrator", PASSWORD);
    }

    /** The database as the role that serves is told to find it. */
    public DataSource asService() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser("registry_app");
        database.setPassword("registry");
        return database;
    }

    /** A connection of the role that serves. */
    public Connection service() throws SQLException {
        return DriverManager.getConnection(url, "registry_app", "registry");
    }

    @Override
    public void close() {
        Vault.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
}
