package org.jointdefence.registry;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A search does not mind capital letters, those of Lithuanian and Ukrainian included. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTest {

    private static final String PLACE = "EXERCISE CAPITALS";

    @BeforeEach
    void add_programmes() {
        remove_programmes();
        Vault.execute("INSERT INTO vault.programme (name, objective, rationale, status) VALUES"
                + " ('" + PLACE + " ŠARVAS ĖŽĄ', 'x', 'x', 'ONGOING'),"
                + " ('" + PLACE + " їжак Ґава', 'x', 'x', 'ONGOING')");
    }

    @AfterEach
    void remove_programmes() {
        Vault.execute("DELETE FROM vault.programme WHERE name LIKE '" + PLACE + "%'");
    }

    @ParameterizedTest
    @CsvSource({"ŠARVAS", "šarvas", "ŠarVas ėžą", "ЇЖАК", "їжак", "Їжак ґАВА"})
    void a_word_is_found_however_it_is_written(String word) throws SQLException {
        GraphQLDocument document = new GraphQLDocument(
                "query($text: String) { programmes(where: { name: { contains: $text } }) { totalCount nodes { name } } }");
        GraphQLAnswer answer = document.sentBy(Persona.ANONYMOUS, Map.of("text", word));
        assertThat(answer.data().at("/programmes/totalCount").asInt())
                .as("%s", answer)
                .isEqualTo(1);
        assertThat(foundByIndex(word)).isEqualTo(1);
    }

    /** With every other way to the rows forbidden. */
    private static int foundByIndex(String word) throws SQLException {
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off; SET enable_indexscan = off; SET enable_indexonlyscan = off");
            String search = "SELECT count(*) FROM vault.programme WHERE name ILIKE '%" + word + "%'";
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("EXPLAIN " + search)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan.toString()).contains("Bitmap Index Scan on programme_name_idx");
            try (ResultSet rows = statement.executeQuery(search)) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
