package org.jointdefence.registry.audit;

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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What was written before entries were packed is as whole, and tells auditors the same. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierReadingsTest {

    private static final String READING = """
            {"id": "0d2f1a52-6c8b-4c1e-9a53-2f6f0c1d7e11", "at": "2026-01-02T03:04:05.678901Z",
            "issuer": "https://issuer.example", "subject": "reader", "nation": "LT", "level": 3, "compartments": ["AMBER"],
            "operation_name": "earlier", "operation_hash": "00ff", "request_id": "0123456789abcdef",
            "reads": ["SELECT WeaponSystem.designation", "ORDER WeaponSystem.maximumRangeKm"], %s}""";

    private static final String ARRAYS = READING.formatted("""
            "entries": "", "entry_reads": [1, 2], "entry_records": ["c2186616-d645-4c29-b0db-4766f9c82997", null],
            "entry_labels": [13, null]""");

    private static final String PACKED = READING.formatted("""
            "entry_reads": [], "entry_records": [], "entry_labels": [], "entries":
            "\\\\x0001c2186616d6454c29b0db4766f9c829970000000d000200000000000000000000000000000000ffffffff\"""");

    /** As migration 29 made it of this reading. */
    private static final String DIGEST = "5cd34b453bb386667de20c5bc9c131a30696c4b234534913bd5ae9e7efacdbb9";

    @Test
    void their_digest_is_what_it_was() {
        assertThat(digest(ARRAYS)).isEqualTo(DIGEST);
        assertThat(digest(PACKED)).matches("[0-9a-f]{64}").isNotEqualTo(DIGEST);
    }

    @Test
    void they_disclose_what_a_packed_one_would() throws SQLException {
        assertThat(disclosed(ARRAYS))
                .isEqualTo(disclosed(PACKED))
                .containsExactly(
                        "000001 SELECT WeaponSystem.designation"
                                + " V2VhcG9uU3lzdGVtOmMyMTg2NjE2LWQ2NDUtNGMyOS1iMGRiLTQ3NjZmOWM4Mjk5Nw 13 SLAPTAI // REL TO"
                                + " LTU, UKR",
                        "000002 ORDER WeaponSystem.maximumRangeKm");
    }

    /** Containers are replaced one by one after the database was migrated. */
    @Test
    void a_service_of_the_version_before_still_writes_readings() throws SQLException {
        assertThat(told(
                        "SELECT registry.record_reading('', 'nobody', 'LT', 3, '{}', NULL, NULL, 'earlier', NULL,"
                                + " '{SELECT WeaponSystem.designation}', decode('0001"
                                + "c2186616d6454c29b0db4766f9c829970000000d', 'hex'), '{13}')",
                        "SELECT concat_ws(' ', field, label_version, vault.reading_digest(written) = unsealed.digest)"
                                + " FROM registry.disclosed_value JOIN vault.reading AS written ON written.id = disclosure"
                                + " JOIN vault.unsealed_reading AS unsealed ON unsealed.reading = disclosure"
                                + " WHERE written.request_id = 'earlier'"))
                .containsExactly("WeaponSystem.designation 13 t");
    }

    /** What has no digest cannot wait to be sealed, and is not written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Less than an entry.
                "'LT', 3, '{}', NULL, NULL, '', NULL, '{a}', decode(repeat('00', 21), 'hex'), NULL",
                // No nation's code, with and without entries.
                "'lt', 3, '{}', NULL, NULL, '', NULL, '{a}', decode(repeat('00', 22), 'hex'), NULL",
                "'lt', 3, '{}', NULL, NULL, '', NULL, '{}', '', NULL"
            })
    void what_is_not_as_a_reading_must_be_is_refused(String reading) {
        assertThat(Vault.failure("SELECT registry.record_reading(gen_random_uuid(), '', 'nobody', " + reading + ")"))
                .isEqualTo("23502");
    }

    private static String digest(String reading) {
        return Vault.column("SELECT encode(vault.reading_digest(%s), 'hex')".formatted(row(reading)))
                .getFirst();
    }

    /** What an auditor would see of this reading, had it been written. */
    private static List<String> disclosed(String reading) throws SQLException {
        return told(
                "INSERT INTO vault.reading SELECT (%s).*".formatted(row(reading)),
                "SELECT concat_ws(' ', split_part(id, '/', 2), use, field, record, label_version, marking)"
                        + " FROM registry.disclosed_value WHERE disclosure = '0d2f1a52-6c8b-4c1e-9a53-2f6f0c1d7e11'"
                        + " ORDER BY id");
    }

    /** The texts that a query finds after something that is taken back. */
    private static List<String> told(String before, String query) throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT registry.enter(NULL, NULL, NULL, NULL, '{}', '{LT}')");
            statement.execute(before);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            connection.rollback();
            return texts;
        }
    }

    private static String row(String reading) {
        return "jsonb_populate_record(NULL::vault.reading, '%s')".formatted(reading);
    }
}
