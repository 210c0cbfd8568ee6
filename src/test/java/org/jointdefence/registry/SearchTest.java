package org.jointdefence.registry;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A search finds what Lithuanians and Ukrainians mean, however they type it: search.csv says what finds what. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTest {

    private static final String PLACE = "EXERCISE SEARCH ";
    private static final GraphQLDocument PROGRAMMES = new GraphQLDocument(
            "query($name: StringFilter!) { programmes(where: { name: $name }) { totalCount nodes { name } } }");
    private static final GraphQLDocument FIRMS = new GraphQLDocument(
            "query($where: PartnerFirmFilter!) { partnerFirms(where: $where) { nodes { legalName } } }");

    private record Case(String stored, String typed, boolean found) {}

    static List<Case> cases() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/search.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> new Case(cells[0], cells[1], cells[2].equals("yes")))
                .toList();
    }

    @AfterEach
    void remove_programmes() {
        Vault.execute("DELETE FROM vault.programme WHERE name LIKE '" + PLACE + "%'");
    }

    private static void add(String name) throws SQLException {
        try (Connection connection = Vault.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO vault.programme (name, objective, rationale, status) VALUES (?, 'x', 'x', 'ONGOING')")) {
            insert.setString(1, PLACE + name);
            insert.execute();
        }
    }

    private static int found(String operator, String text) {
        GraphQLAnswer answer = PROGRAMMES.sentBy(Persona.ANONYMOUS, Map.of("name", Map.of(operator, text)));
        return answer.data().at("/programmes/totalCount").asInt();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_text_is_found_by_what_is_typed(Case each) throws SQLException {
        add(each.stored());
        int expected = each.found() ? 1 : 0;
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            String typed = Normalizer.normalize(each.typed(), form);
            assertThat(found("contains", typed)).as("%s in %s", form, each).isEqualTo(expected);
            assertThat(found("startsWith", PLACE.toLowerCase(Locale.ROOT) + typed))
                    .isEqualTo(expected);
        }
        assertThat(found("eq", PLACE + each.typed())).isEqualTo(each.stored().equals(each.typed()) ? 1 : 0);
    }

    /** As officials type the name of a firm that may be there already. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nida Optics, AB            | UAB "NIDA OPTICS"              | 1
            Žaibo sistemos, UAB        | zaibo sistemos                 | 1
            Žaibo sistemos, UAB        | Sistemos Žaibo, MB             | 1
            ТОВ «Ґрім-Технології»      | грім технології, пат           | 1
            Nida Optics, AB            | Nida Optika                    | 0
            Nida Optics, AB            | Optics of Nida Lietuva         | 0
            Nida Optics, AB            | Nida %%                        | 1
            100% Drones                | %                              | 1
            Drones                     | %                              | 0
            Drones                     | UAB                            | 0
            Drones, UAB                | uab                            | 1
            Łódź Drone Works Sp. z o.o.| lodz drone works sp zoo        | 1
            """)
    void a_name_is_found_by_its_words_without_legal_forms(String stored, String typed, int found) throws SQLException {
        add(stored);
        assertThat(found("resembles", typed)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Šiauliai", "Їжак й ґ", "Łódź"})
    void equality_minds_everything_but_how_a_letter_is_composed(String name) throws SQLException {
        add(name);
        for (String operator : List.of("eq", "startsWith")) {
            assertThat(found(operator, Normalizer.normalize(PLACE + name, Normalizer.Form.NFD)))
                    .isEqualTo(1);
        }
        assertThat(found("eq", (PLACE + name).toUpperCase(Locale.ROOT))).isZero();
    }

    @Test
    void a_text_that_is_not_composed_is_not_stored() {
        assertThat(Vault.column("SELECT count(*) FROM vault.programme WHERE name IS NOT NFC NORMALIZED"))
                .containsExactly("0");
        assertThatThrownBy(() -> add("e\u0301")).hasMessageContaining("name_is_nfc");
        assertThat(Vault.column("SELECT format('%s.%s', class.oid::regclass, written.name) FROM pg_class AS class"
                        + " JOIN pg_attribute AS label ON label.attrelid = class.oid AND label.attname = 'label',"
                        + " vault.written_text(class.oid) AS written"
                        + " WHERE relnamespace = 'vault'::regnamespace AND relkind = 'r'"
                        + " AND (NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = class.oid"
                        + " AND conname = written.name || '_is_nfc') OR NOT is_list AND NOT has_fold)"))
                .as("neither composed nor folded")
                .isEmpty();
    }

    /** The service reads like this for public callers, without setting a caller. */
    @Test
    void the_fold_of_a_withheld_text_is_withheld() throws SQLException {
        List<String> texts = Vault.column(
                "SELECT class.relname || ' ' || fold.attname FROM pg_class AS class"
                        + " JOIN pg_attribute AS fold ON fold.attrelid = class.oid AND fold.attgenerated = 's',"
                        + " vault.table_column(class.oid) AS classified"
                        + " WHERE relnamespace = 'vault'::regnamespace AND classified.name = fold.attname AND field_label <> ''");
        assertThat(texts).contains("weapon_system designation_search");
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            for (String text : texts) {
                String fold = text.replaceFirst(".* ", "");
                try (ResultSet rows = statement.executeQuery(
                        "SELECT count(" + fold + "), count(DISTINCT id) FROM registry." + text.replaceFirst(" .*", "")
                                + " WHERE " + fold.replaceFirst("_search$", "") + " IS NULL")) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(text).isZero();
                    assertThat(rows.getInt(2)).as(text).isPositive();
                }
            }
        }
    }

    @Test
    void the_short_way_of_folding_ascii_is_the_long_way() {
        assertThat(Vault.column("SELECT n FROM generate_series(1, 127) AS n"
                        + " WHERE registry.folded(chr(n)) || 's' <> registry.folded(chr(n) || 'š')"))
                .isEmpty();
    }

    @Test
    void an_index_finds_it() throws SQLException {
        add("Šarvas ėžą");
        try (Connection connection = Vault.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off; SET enable_indexscan = off; SET enable_indexonlyscan = off");
            String search = "SELECT count(*) FROM registry.programme AS t WHERE t.name_search LIKE '%' ||"
                    + " registry.search_pattern('SARVAS EZA') || '%'";
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("EXPLAIN " + search)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan.toString())
                    .contains("Bitmap Index Scan on programme_name_search_idx")
                    .contains("Index Cond: (name_search ~~ '%sarvas eza%'::text)");
            try (ResultSet rows = statement.executeQuery(search)) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    /** The other names of firms of the demo: Калина Роботікс, Перелісок, Gandras Works. */
    @ParameterizedTest
    @CsvSource({
        "contains, калина, Kalyna",
        "contains, РОБОТІКС, Kalyna",
        "contains, gandras works, Gandras",
        "startsWith, exercise перел, Perelisok",
        "startsWith, перелісок, ",
        "contains, рoботікс, ",
    })
    void other_names_are_found_by_a_part(String operator, String text, String firm) {
        List<String> found = firms(Map.of("names", Map.of("some", Map.of("value", Map.of(operator, text)))));
        if (firm == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains(firm);
        }
    }

    /** The lines of the demo's public addresses, and one that Kalyna Robotics has after another. */
    @ParameterizedTest
    @CsvSource({
        "contains, 11 invented, Gandras",
        "contains, FLOOR, Kalyna",
        "startsWith, floor, Kalyna",
        "startsWith, invented, ",
        "contains, avenuefloor, ",
        "contains, 'avenue\u001f', ",
    })
    void lines_of_a_list_are_found_by_a_part(String operator, String text, String firm) {
        List<String> found = firms(lines(Map.of(operator, text)));
        if (firm == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains(firm);
        }
    }

    @Test
    void no_part_at_all_is_in_every_list_that_has_a_text() {
        assertThat(firms(lines(Map.of("contains", ""))))
                .hasSameSizeAs(firms(lines(Map.of("isEmpty", false))))
                .isNotEmpty();
    }

    private static Map<String, Object> lines(Map<String, ?> condition) {
        return Map.of("addresses", Map.of("some", Map.of("lines", condition)));
    }

    @ParameterizedTest
    @CsvSource({
        "eq, EXER00GANDRAS0000121",
        "eq, exer 00ga ndras 0000121",
        "eq, exer-00-gandras-0000121",
        "in, exer 00 gandras 0000121",
        "eq, LT999001012",
        "eq, lt 999 001 012",
        "eq, LT-999.001.012",
        "contains, 999 001",
        "startsWith, lt 999 0010",
        "eq, 999 100 010",
    })
    void an_identifier_is_found_whatever_its_case_and_spaces(String operator, String value) {
        Object operand = operator.equals("in") ? List.of("x", value) : value;
        assertThat(firms(Map.of("identifiers", Map.of("some", Map.of("value", Map.of(operator, operand))))))
                .anyMatch(name -> name.contains("Gandras"));
    }

    @Test
    void an_identifier_is_stored_in_one_form() {
        assertThatThrownBy(() ->
                        Vault.execute("UPDATE vault.firm_identifier SET value = 'lt 999' WHERE scheme = 'LT_VAT'"))
                .rootCause()
                .hasMessageContaining("value_is_canonical");
    }

    private static List<String> firms(Map<String, ?> where) {
        GraphQLAnswer answer = FIRMS.sentBy(Persona.ANONYMOUS, Map.of("where", where));
        return answer.data().at("/partnerFirms/nodes").findValuesAsText("legalName");
    }
}
