package org.jointdefence.registry.soak;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.RestartablePostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** What the writers of {@link MixedClearancesIT} have left in the database, as the superuser finds it. */
final class WrittenRecords {

    /** Where the record of changes, its seals or the tables are not as they were written. */
    private static final String FAULTS = """
            SELECT concat_ws(' ', nation, fault) FROM registry.verify_readings(NULL) WHERE fault IS NOT NULL
            UNION ALL SELECT concat_ws(' ', name, fault) FROM registry.recorded_tables() AS name, registry.verify_state(name)
                WHERE faults > 0
            UNION ALL SELECT concat_ws(' ', 'all', fault) FROM registry.verify_state(NULL) WHERE faults > 0""";

    private static final String BY_NAME = " LIKE '" + MixedWriter.NAME + "%'";

    private WrittenRecords() {}

    /** Holds if all that was acknowledged is there, once, and nothing else, and the log and the tables are intact. */
    static void check(RestartablePostgres postgres, List<MixedWriter> writers) throws SQLException {
        List<String> persons = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (MixedWriter writer : writers) {
            sources.addAll(writer.written().keySet());
            persons.addAll(writer.written().values());
        }
        assertThat(persons).isNotEmpty();
        assertThat(texts(postgres, "SELECT name FROM vault.person WHERE name" + BY_NAME))
                .as("persons")
                .containsExactlyInAnyOrderElementsOf(persons);
        assertThat(texts(postgres, "SELECT title FROM vault.source WHERE title" + BY_NAME))
                .as("sources")
                .containsExactlyInAnyOrderElementsOf(sources);
        assertThat(texts(postgres, """
                        SELECT write.id FROM vault.write JOIN vault.change ON change.write = write.ordinal
                        WHERE write.operation_name = 'written'
                        GROUP BY write.id HAVING count(*) <> 2""")).as("halves of an operation").isEmpty();
        assertThat(texts(postgres, "SELECT id FROM vault.write WHERE operation_name IN ('written', 'changed')"))
                .as("writes")
                .hasSize(2 * persons.size());
        assertThat(texts(postgres, FAULTS)).isEmpty();
    }

    private static List<String> texts(RestartablePostgres postgres, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT registry.set_caller(NULL, NULL, NULL, NULL, '{}', '{LT,UA}')");
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            connection.rollback();
        }
        return texts;
    }
}
