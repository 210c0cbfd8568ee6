package org.jointdefence.registry.database;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code registry.violations()} finds each way around the redaction, planted in a transaction that is rolled back. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViolationsTest {

    @Test
    void a_migrated_database_has_no_violations() throws SQLException {
        assertThat(findings("SELECT 1")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/violations.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 5000)
    void a_bypass_of_the_redaction_is_reported(String what, String finding, String planted) throws SQLException {
        assertThat(findings(planted)).as(what).anyMatch(found -> found.matches(finding));
    }

    @Test
    void the_views_are_not_compared_again_while_the_catalogue_is_as_it_was() throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("CALL vault.check_catalogue()");
                Duration comparing = fastest(statement, "SELECT count(*) FROM vault.changed_view()");
                Duration checking = fastest(statement, "SELECT count(*) FROM registry.violations()");

                assertThat(checking).isLessThan(comparing.dividedBy(2));
            } finally {
                connection.rollback();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE vault.person ADD COLUMN born_on date",
                "ALTER VIEW registry.person SET (security_invoker = true)",
                "DROP TRIGGER refuse_change ON vault.reading_seal",
                "INSERT INTO vault.unlabelled_table (name, kind) VALUES ('person', 'INTERNAL')",
                "UPDATE vault.generated_view SET view_digest = definition_digest WHERE name = 'person'",
                "CREATE OR REPLACE FUNCTION vault.is_field_readable(label_column text) RETURNS text IMMUTABLE LANGUAGE sql"
                        + " RETURN 'true'",
            })
    void the_views_are_compared_again_after(String change) throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("CALL vault.check_catalogue()");
                assertThat(isAsChecked(statement)).isTrue();
                statement.execute(change);
                assertThat(isAsChecked(statement)).isFalse();
            } finally {
                connection.rollback();
            }
        }
    }

    private static boolean isAsChecked(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT count(*) FROM vault.checked_catalogue WHERE digest = vault.catalogue_digest()")) {
            row.next();
            return row.getInt(1) == 1;
        }
    }

    /** The minimum of several runs, so that other load on the machine does not count. */
    private static Duration fastest(Statement statement, String query) throws SQLException {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            statement.executeQuery(query).close();
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return Duration.ofNanos(fastest);
    }

    /** The violations that the service would find after this statement. */
    private static List<String> findings(String planted) throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(planted);
                statement.execute("SET LOCAL SESSION AUTHORIZATION registry_app");
                try (ResultSet rows = statement.executeQuery("SELECT * FROM registry.violations()")) {
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
