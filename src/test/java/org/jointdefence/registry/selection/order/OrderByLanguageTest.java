package org.jointdefence.registry.selection.order;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Names are sorted by the rules of Lithuanian and Ukrainian. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderByLanguageTest {

    private static final String PLACE = "EXERCISE ORDER ";
    private static final String WHERE = "where: { name: { startsWith: \"" + PLACE + "\" } }";

    @BeforeEach
    void add_programmes() {
        remove_programmes();
        for (String name : "ia ya ja sa ša ta za ža га ґа да еа єа жа иа іа їа йа ьа яа".split(" ", -1)) {
            Vault.execute("INSERT INTO vault.programme (name, objective, rationale, status) VALUES ('" + PLACE + name
                    + "', 'x', 'x', 'ONGOING')");
        }
    }

    @AfterEach
    void remove_programmes() {
        Vault.execute("DELETE FROM vault.programme WHERE name LIKE '" + PLACE + "%'");
    }

    @ParameterizedTest
    @CsvSource({
        "LT, ia ya ja sa ša ta za ža",
        "EN, ia ja sa ša ta ya za ža",
        "UK, га ґа да еа єа жа иа іа їа йа ьа яа",
    })
    void names_come_in_the_order_of_the_language(String language, String expected) {
        List<String> names = new ArrayList<>(List.of(expected.split(" ", -1)));
        String order = "orderBy: { field: NAME, language: " + language + " }";
        assertThat(names(order)).containsSubsequence(names);
        assertThat(names("orderBy: { field: NAME, language: " + language + ", direction: DESC }"))
                .containsSubsequence(names.reversed());
        assertThat(pages(order)).containsExactlyElementsOf(names(order));
    }

    private static List<String> names(String order) {
        return names(ask(order + ", first: 100"));
    }

    private static List<String> names(GraphQLAnswer answer) {
        return answer.data().at("/programmes/nodes").findValuesAsText("name").stream()
                .map(name -> name.substring(PLACE.length()))
                .toList();
    }

    private static GraphQLAnswer ask(String arguments) {
        return new GraphQLDocument("{ programmes(" + WHERE + ", " + arguments
                        + ") { nodes { name } pageInfo { endCursor hasNextPage } } }")
                .sentBy(Persona.ANONYMOUS);
    }

    private static List<String> pages(String order) {
        List<String> names = new ArrayList<>();
        String after = "";
        while (true) {
            GraphQLAnswer page = ask(order + ", first: 3" + after);
            names.addAll(names(page));
            if (!page.data().at("/programmes/pageInfo/hasNextPage").asBoolean()) {
                return names;
            }
            after = ", after: \""
                    + page.data().at("/programmes/pageInfo/endCursor").asText() + "\"";
        }
    }

    @Test
    void a_cursor_of_one_language_is_none_of_another() {
        String cursor = ask("orderBy: { field: NAME, language: LT }, first: 3")
                .data()
                .at("/programmes/pageInfo/endCursor")
                .asText();
        for (String other : List.of("", ", language: UK")) {
            assertThat(ask("orderBy: { field: NAME" + other + " }, after: \"" + cursor + "\"")
                            .code())
                    .isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void what_is_no_text_in_words_has_no_language() {
        GraphQLAnswer answer = new GraphQLDocument(
                        "{ programmes(orderBy: [{ field: NAME, language: LT }, { field: STATUS, language: LT }]) { totalCount } }")
                .sentBy(Persona.ANONYMOUS);
        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.error().get("message").asText()).contains("`orderBy[1].language`");
    }
}
