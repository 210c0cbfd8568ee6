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

/** The packed form of a reading: its digest, what auditors see of it, and which forms are rejected. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PackedReadingsTest {

    private static final String READING = """
            {"id": "0d2f1a52-6c8b-4c1e-9a53-2f6f0c1d7e11", "at": "2026-01-02T03:04:05.678901Z",
            "issuer": "https://issuer.example", "subject": "reader", "nation": "LT", "level": 3, "compartments": ["AMBER"],
            "operation_name": "packed", "operation_hash": "00ff", "request_id": "0123456789abcdef",
            "reads": ["SELECT WeaponSystem.designation", "ORDER WeaponSystem.maximumRangeKm"], "entries":
            "\\\\x0001c2186616d6454c29b0db4766f9c829970000000d000200000000000000000000000000000000ffffffff"}""";

    private static final String ROW = "jsonb_populate_record(NULL::vault.reading, '%s')".formatted(READING);

    /** If a new version changes the digest, every chain that was sealed before breaks. */
    private static final String DIGEST = "e8ae5b206503aca9edb254ac8ef5479c04ed44763c7af83de33341ac6e25bf31";

    @Test
    void the_digest_of_a_reading_stays_the_same() {
        assertThat(Vault.column("SELECT encode(vault.reading_digest(%s), 'hex')".formatted(ROW)))
                .containsExactly(DIGEST);
    }

    @Test
    void entries_are_unpacked_for_auditors() throws SQLException {
        assertThat(disclosed())
                .containsExactly(
                        "000001 SELECT WeaponSystem.designation"
                                + " V2VhcG9uU3lzdGVtOmMyMTg2NjE2LWQ2NDUtNGMyOS1iMGRiLTQ3NjZmOWM4Mjk5Nw 13 SLAPTAI // REL TO"
                                + " LTU, UKR",
                        "000002 ORDER WeaponSystem.maximumRangeKm");
    }

    /** A malformed reading has no digest, so it cannot be queued for sealing and is not written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Less than one entry.
                "'LT', 3, '{}', NULL, NULL, '', NULL, '{a}', decode(repeat('00', 21), 'hex'), NULL",
                // Not a nation code, with and without entries.
                "'lt', 3, '{}', NULL, NULL, '', NULL, '{a}', decode(repeat('00', 22), 'hex'), NULL",
                "'lt', 3, '{}', NULL, NULL, '', NULL, '{}', '', NULL"
            })
    void a_malformed_reading_is_refused(String reading) {
        assertThat(Vault.failure("SELECT registry.record_reading(gen_random_uuid(), '', 'nobody', " + reading + ")"))
                .isEqualTo("23502");
    }

    /** Whatever lies just below the size of a page, and just above. */
    @Test
    void a_reading_of_any_size_is_recorded() throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    DO $$
                    BEGIN
                        FOR bytes IN 1..16 LOOP
                            FOR number IN 340..370 LOOP
                                PERFORM registry.record_reading(gen_random_uuid(), '', 'nobody', 'LT', 3, '{}',
                                    repeat('a', bytes), NULL, 'id', NULL, '{SELECT WeaponSystem.designation}',
                                    decode(repeat('0001' || repeat('00', 20), number), 'hex'), NULL);
                            END LOOP;
                        END LOOP;
                    END
                    $$""");
            try (ResultSet rows = statement.executeQuery(
                    "SELECT count(*) FROM vault.reading WHERE subject = 'nobody' AND request_id = 'id'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(16 * 31);
            }
            connection.rollback();
        }
    }

    /** What an auditor would see of the reading if it were written. */
    private static List<String> disclosed() throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT registry.set_caller(NULL, NULL, NULL, NULL, '{}', '{LT}')");
            statement.execute("INSERT INTO vault.reading SELECT (%s).*".formatted(ROW));
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT concat_ws(' ', split_part(id, '/', 2), use, field, record, label_version, marking)"
                            + " FROM registry.disclosed_value WHERE disclosure = '0d2f1a52-6c8b-4c1e-9a53-2f6f0c1d7e11'"
                            + " ORDER BY id")) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            connection.rollback();
            return values;
        }
    }
}
