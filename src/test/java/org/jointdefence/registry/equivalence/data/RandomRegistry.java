package org.jointdefence.registry.equivalence.data;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.smallrye.config.SmallRyeConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/** A database beside the one of the other tests: the migrations and the demo's content, and random records on top. */
public final class RandomRegistry {
    private static final String NAME = "random_registry";
    private static final String ADDITIONAL = "quarkus.datasource.jdbc.additional-jdbc-properties";
    private static final Map<Long, RandomRegistry> KNOWN = new HashMap<>();

    private final String url;

    private RandomRegistry(String url) {
        this.url = url;
    }

    /** The registry with the content that this seed makes, created when it is asked for first. */
    public static synchronized RandomRegistry of(long seed, Flyway flyway) throws SQLException {
        RandomRegistry known = KNOWN.get(seed);
        if (known != null) {
            return known;
        }
        String main = config().getValue("quarkus.datasource.jdbc.url", String.class);
        String url = main.substring(0, main.lastIndexOf('/') + 1) + NAME + KNOWN.size();
        try (Connection superuser = superuser(main);
                Statement statement = superuser.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + NAME + KNOWN.size() + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + NAME + KNOWN.size());
        }
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url, "postgres", "postgres")
                .load()
                .migrate();
        try (Connection superuser = superuser(url)) {
            new RandomRecords(superuser, new Random(seed)).insert();
        }
        RandomRegistry registry = new RandomRegistry(url);
        KNOWN.put(seed, registry);
        return registry;
    }

    /** One connection as the service's role, with the driver's settings of the service and these in addition. */
    public AgroalDataSource connect(Map<String, String> more) throws SQLException {
        AgroalDataSourceConfigurationSupplier supplier = new AgroalDataSourceConfigurationSupplier();
        supplier.connectionPoolConfiguration(pool -> pool.maxSize(1)
                .acquisitionTimeout(Duration.ofSeconds(10))
                .connectionFactoryConfiguration(factory -> {
                    factory.jdbcUrl(url)
                            .principal(new NamePrincipal("registry_app"))
                            .credential(new SimplePassword("registry"));
                    config().getValues(ADDITIONAL, String.class, String.class).forEach(factory::jdbcProperty);
                    more.forEach(factory::jdbcProperty);
                    return factory;
                }));
        return AgroalDataSource.from(supplier);
    }

    private static Connection superuser(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    private static SmallRyeConfig config() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    }
}
