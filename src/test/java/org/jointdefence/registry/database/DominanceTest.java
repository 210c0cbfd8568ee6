package org.jointdefence.registry.database;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jointdefence.registry.Vault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The dominance rule, case by case. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DominanceTest {

    private static final String SQL = """
            SELECT vault.dominates(
                ARRAY(SELECT vault.covered_level(reader.level, reader.nation, reader.today)),
                reader.nation, coalesce(string_to_array(?, ' '), '{}'), reader.today,
                ?, ?, coalesce(string_to_array(?, ' '), '{}'), coalesce(string_to_array(?, ' '), '{}'), ?,
                ?::date, ?)
            FROM (SELECT ?::integer AS level, ? AS nation, ?::date AS today) AS reader""";

    @ParameterizedTest(name = "{12}")
    @CsvFileSource(resources = "/dominance.csv", useHeadersInDisplayName = true)
    void a_reader_reads_under_a_label_when_the_three_clauses_hold(
            @Nullable String policy,
            @Nullable String classification,
            @Nullable String releasableTo,
            @Nullable String specialHandling,
            @Nullable String originatorNation,
            @Nullable String successionOn,
            @Nullable String successionTo,
            @Nullable String readerLevel,
            @Nullable String readerNation,
            @Nullable String readerCompartments,
            String today,
            String readable,
            String because)
            throws SQLException {
        @Nullable
        String[] parameters = {
            readerCompartments,
            policy,
            classification,
            releasableTo,
            specialHandling,
            originatorNation,
            successionOn,
            successionTo,
            readerLevel,
            readerNation,
            today
        };
        try (Connection connection = Vault.connect();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i], Types.VARCHAR);
            }
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getObject(1)).as(because).isEqualTo(Boolean.valueOf(readable));
            }
        }
    }
}
