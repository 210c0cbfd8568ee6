package org.jointdefence.registry.database;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jointdefence.registry.ScratchDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseCheckTest {

    @Inject
    DataSource database;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void a_database_in_which_the_service_can_reach_nothing_but_the_views_is_sound() {
        assertThat(DatabaseCheck.findings(database)).isEmpty();
    }

    @Test
    void the_service_does_not_start_when_its_role_could_read_past_the_views() throws SQLException {
        asSuperuser("GRANT USAGE ON SCHEMA vault TO registry_app");
        try {
            assertThatThrownBy(() -> new DatabaseCheck(database, false).check(new StartupEvent()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("The registry does not start on this database: ")
                    .hasMessageNotContaining("\n");
        } finally {
            asSuperuser("REVOKE USAGE ON SCHEMA vault FROM registry_app");
        }
    }

    @Test
    void the_service_does_not_start_on_a_database_without_the_check() throws SQLException {
        asSuperuser("ALTER FUNCTION registry.violations() RENAME TO violations_hidden");
        try {
            assertThat(DatabaseCheck.findings(database))
                    .containsExactly("registry.violations() is missing; run the migrations first");
        } finally {
            asSuperuser("ALTER FUNCTION registry.violations_hidden() RENAME TO violations");
        }
    }

    @Test
    void a_search_does_not_depend_on_the_locale_of_the_database() throws IOException, SQLException {
        for (String locale : List.of("C", "C.UTF-8")) {
            try (ScratchDatabase scratch = new ScratchDatabase("TEMPLATE template0 LOCALE '" + locale + "'")) {
                scratch.prepare();
                scratch.migrate();
                assertThat(DatabaseCheck.findings(scratch.asService())).isEmpty();
                try (Connection connection = scratch.service();
                        ResultSet folded =
                                connection.createStatement().executeQuery("SELECT registry.search_pattern('ŠĖŽІЇҐ')")) {
                    folded.next();
                    assertThat(folded.getString(1)).as(locale).isEqualTo("sezіїг");
                }
            }
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
