package org.jointdefence.registry.database;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jointdefence.registry.ScratchDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A link is visible only if both of its ends are. Its view reads neither, because the link carries their labels. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndsOfLinksTest {

    private static final String LINKS = "SELECT count(*) FROM registry.facility_operator";

    private final ScratchDatabase database = new ScratchDatabase();

    @BeforeAll
    void link_a_public_firm_and_a_public_facility() throws IOException, SQLException {
        database.prepare();
        database.migrate();
        execute("""
                INSERT INTO vault.confidentiality_label (id, policy, classification, originator_nation)
                    VALUES (1, 'LT', 'LT_SLAPTAI', 'LT');
                INSERT INTO vault.partner_firm (legal_name, jurisdiction, facility_security_clearance_label,
                        foreign_ownership_assessment_label, vetting_notes_label)
                    VALUES ('EXERCISE firm', 'LT', 1, 1, 1);
                INSERT INTO vault.production_facility
                        (name, country, status, coordinates_label, address_label, annual_capacity_label)
                    VALUES ('EXERCISE facility', 'LT', 'OPERATIONAL', 1, 1, 1);
                INSERT INTO vault.facility_operator (production_facility, partner_firm)
                    SELECT production_facility.id, partner_firm.id FROM vault.production_facility, vault.partner_firm""");
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner_firm", "production_facility"})
    void a_link_is_hidden_with_its_end_and_shown_with_it_again(String end) throws SQLException {
        assertThat(seen()).isEqualTo(1);
        execute("UPDATE vault." + end + " SET label = 1");
        assertThat(seen()).isZero();
        execute("UPDATE vault." + end + " SET label = 0");
        assertThat(seen()).isEqualTo(1);
    }

    @Test
    void a_link_to_a_hidden_end_is_hidden_whatever_label_its_writer_says_it_carries() throws SQLException {
        execute("UPDATE vault.partner_firm SET label = 1");
        execute("UPDATE vault.facility_operator SET label_of_partner_firm = 0");
        assertThat(seen()).isZero();
        execute("DELETE FROM vault.facility_operator");
        execute("""
                INSERT INTO vault.facility_operator
                        (production_facility, label_of_production_facility, partner_firm, label_of_partner_firm)
                    SELECT production_facility.id, 0, partner_firm.id, 0 FROM vault.production_facility, vault.partner_firm""");
        assertThat(seen()).isZero();
        execute("UPDATE vault.partner_firm SET label = 0");
        assertThat(seen()).isEqualTo(1);
    }

    @Test
    void a_link_that_is_written_while_its_end_is_reclassified_is_refused() throws SQLException {
        try (Connection classifying = database.administrator()) {
            classifying.setAutoCommit(false);
            classifying.createStatement().execute("UPDATE vault.partner_firm SET label = 1");
            CompletableFuture<Void> linking = CompletableFuture.runAsync(() -> {
                try {
                    execute("""
                            INSERT INTO vault.facility_operator (label, production_facility, partner_firm)
                            SELECT 1, production_facility.id, partner_firm.id
                            FROM vault.production_facility, vault.partner_firm""");
                } catch (SQLException refused) {
                    throw new CompletionException(refused);
                }
            });
            awaitALock(linking);
            classifying.commit();
            CompletionException failure =
                    catchThrowableOfType(CompletionException.class, () -> linking.orTimeout(20, TimeUnit.SECONDS)
                            .join());
            assertThat(failure).hasRootCauseInstanceOf(SQLException.class).hasMessageContaining("foreign key");
        } finally {
            execute("UPDATE vault.partner_firm SET label = 0");
        }
    }

    private void awaitALock(CompletableFuture<Void> waiting) throws SQLException {
        try (Connection connection = database.administrator()) {
            while (!waiting.isDone()
                    && number(connection, "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                            == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private int seen() throws SQLException {
        try (Connection connection = database.service()) {
            return number(connection, LINKS);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
