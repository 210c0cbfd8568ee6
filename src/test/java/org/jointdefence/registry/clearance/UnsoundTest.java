package org.jointdefence.registry.clearance;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code registry.unsound()} finds each way round the redaction, planted in a transaction that is rolled back. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnsoundTest {

    @Test
    void a_database_as_the_migrations_leave_it_is_sound() throws SQLException {
        assertThat(findings("SELECT 1")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/unsound.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 5000)
    void a_way_round_the_redaction_is_found(String what, String finding, String planted) throws SQLException {
        assertThat(findings(planted)).as(what).anyMatch(found -> found.matches(finding));
    }

    /** What the service would be told about the database after this. */
    private static List<String> findings(String planted) throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(planted);
                statement.execute("SET LOCAL SESSION AUTHORIZATION registry_app");
                try (ResultSet rows = statement.executeQuery("SELECT * FROM registry.unsound()")) {
                    List<String> findings = new ArrayList<>();
                    while (rows.next()) {
                        findings.add(rows.getString(1));
                    }
                    return findings;
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
