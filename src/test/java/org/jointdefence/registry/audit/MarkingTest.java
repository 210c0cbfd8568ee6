package org.jointdefence.registry.audit;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdefence.registry.Vault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The marking of a response that was read under several labels. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkingTest {

    private static final String ADD = """
            INSERT INTO vault.confidentiality_label (policy, classification, releasable_to, special_handling,
                originator, originator_nation, succession_on, succession_to)
            SELECT policy, code, ?::text[], ?::text[], '00000000-0000-4000-8000-00000000aaaa', ?, ?::date, ? FROM vault.classification_level WHERE code = ?
            RETURNING id""";

    /** An originator of its own, so that no such label exists yet. */
    private static final String ORIGINATOR = """
            INSERT INTO vault.organisation (id, name, entity_type, jurisdiction)
            VALUES ('00000000-0000-4000-8000-00000000aaaa', 'EXERCISE Marking Office', 'STATE_BODY', 'LT')""";

    /**
     * {@code markings.csv}: labels separated by semicolons. Each is a level, optionally with the nations it is
     * releasable to, compartments, the originator's nation (default LT), and the day and level of a succession.
     */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/markings.csv", useHeadersInDisplayName = true)
    void labels_are_joined_in_the_words_of_the_reader_and_of_each_foreign_policy(
            String what, String reader, String labels, @Nullable String marking) throws SQLException {
        try (Connection connection = Vault.connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(ORIGINATOR);
            List<Integer> ids = new ArrayList<>();
            for (String label : labels.split(";", -1)) {
                ids.add(label.strip().equals("PUBLIC") ? 0 : add(connection, label.strip()));
            }
            assertThat(joined(connection, ids, reader)).as(what).isEqualTo(marking);
            connection.rollback();
        }
    }

    private static int add(Connection connection, String label) throws SQLException {
        String[] words = label.split(" ", -1);
        Map<String, String> parts = Stream.of(words)
                .skip(1)
                .collect(Collectors.toMap(
                        word -> word.substring(0, word.indexOf(':')), word -> word.substring(word.indexOf(':') + 1)));
        @Nullable String succession = parts.get("on");
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, "{" + parts.getOrDefault("rel", "") + "}");
            statement.setString(2, "{" + parts.getOrDefault("special", "") + "}");
            statement.setString(3, parts.getOrDefault("by", "LT"));
            statement.setString(4, succession == null ? null : succession.substring(0, succession.indexOf(':')));
            statement.setString(5, succession == null ? null : succession.substring(succession.indexOf(':') + 1));
            statement.setString(6, words[0]);
            try (ResultSet added = statement.executeQuery()) {
                assertThat(added.next()).as(label).isTrue();
                return added.getInt(1);
            }
        }
    }

    private static @Nullable String joined(Connection connection, List<Integer> labels, String reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT vault.joined_marking(?, ?)")) {
            statement.setArray(1, connection.createArrayOf("integer", labels.toArray()));
            statement.setString(2, reader);
            try (ResultSet joined = statement.executeQuery()) {
                joined.next();
                return joined.getString(1);
            }
        }
    }
}
