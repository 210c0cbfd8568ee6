package org.jointdefence.registry.database;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the labels that {@code registry.set_caller} makes readable with the dominance rule and the grants in force.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SetCallerTest {

    private static final String SUBJECT = "'https://issuer.example', 'somebody'";

    static List<List<String>> readers() {
        List<List<String>> readers = new ArrayList<>();
        for (String level : List.of("NULL", "0", "1", "2", "3", "4", "5")) {
            for (String nation : List.of("NULL", "''", "'LT'", "'UA'", "'EE'", "'XX'", "'lt'")) {
                for (String compartments : List.of("'{}'", "'{AMBER}'", "'{CORAL,AMBER}'", "'{amber}'")) {
                    readers.add(List.of(level + "::integer", nation + "::text", compartments + "::text[]"));
                }
            }
        }
        return readers;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_caller_can_read_exactly_the_labels_that_the_clearance_dominates(List<String> reader) throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT registry.set_caller(" + SUBJECT + ", " + String.join(", ", reader) + ")");
            try (ResultSet row = statement.executeQuery(labels(reader))) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("readable"))
                        .isEqualTo(row.getString("dominated"))
                        .startsWith("{0");
            }
            connection.rollback();
        }
    }

    /** The labels that the views treat as readable, and those that are readable by the rule of dominance. */
    private static String labels(List<String> reader) {
        return """
            SELECT array_agg(id ORDER BY id) FILTER (WHERE get_bit(registry.readable(), id) <> 0) AS readable,
                array_agg(id ORDER BY id) FILTER (WHERE vault.dominates(
                    ARRAY(SELECT vault.covered_level(%1$s, %2$s, (now() AT TIME ZONE 'Europe/Vilnius')::date)),
                    %2$s, %3$s, (now() AT TIME ZONE 'Europe/Vilnius')::date, policy, classification, releasable_to,
                    special_handling, originator_nation, succession_on, succession_to)) AS dominated
            FROM vault.confidentiality_label""".formatted(reader.toArray());
    }

    /** Label 17 of the demo is SLAPTAI, releasable to Lithuania only, with the compartment AMBER. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "somebody      | AMBER | -1 hour  | 1 hour   | true",
                "somebody      | AMBER | 0 hours  | 1 second | true",
                "somebody      | AMBER | -2 hours | -1 hour  | false",
                "somebody      | AMBER | -1 hour  | 0 hours  | false",
                "somebody      | AMBER | 1 second | 1 hour   | false",
                "somebody      | CORAL | -1 hour  | 1 hour   | false",
                "somebody else | AMBER | -1 hour  | 1 hour   | false"
            })
    void a_need_to_know_counts_for_its_subject_while_it_is_in_force(
            String subject, String compartment, String from, String until, boolean counts) throws SQLException {
        assertThat(readsLabel17("https://issuer.example", subject, compartment, from, until))
                .isEqualTo(counts);
    }

    @Test
    void a_need_to_know_of_another_issuers_subject_does_not_count() throws SQLException {
        assertThat(readsLabel17("https://other.example", "somebody", "AMBER", "-1 hour", "1 hour"))
                .isFalse();
    }

    private static boolean readsLabel17(String issuer, String subject, String compartment, String from, String until)
            throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO vault.need_to_know
                        (issuer, subject, compartment, purpose, granted_by, valid_from, valid_until)
                    VALUES ('%s', '%s', '%s', 'EXERCISE', 'EXERCISE', now() + '%s', now() + '%s')""".formatted(issuer, subject, compartment, from, until));
            statement.execute("SELECT registry.set_caller(" + SUBJECT + ", 3, 'LT', '{}')");
            try (ResultSet row = statement.executeQuery("SELECT get_bit(registry.readable(), 17) <> 0")) {
                assertThat(row.next()).isTrue();
                return row.getBoolean(1);
            } finally {
                connection.rollback();
            }
        }
    }
}
