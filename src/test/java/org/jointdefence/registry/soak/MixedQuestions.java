package org.jointdefence.registry.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.accessmatrix.AccessByOrders;
import org.jointdefence.registry.accessmatrix.AccessByReading;
import org.jointdefence.registry.accessmatrix.AccessMatrix;
import org.jointdefence.registry.accessmatrix.PersonaClient;
import org.jointdefence.registry.accessmatrix.Shape;
import org.jointdefence.registry.accessmatrix.Shape.Leaf;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one persona asks in {@link MixedClearancesIT}, with the answers that it gets when nobody else asks; each of them
 * is held against the access matrix and the vault.
 */
final class MixedQuestions {

    private static final int PAGE = 3;
    private static final List<String> FILTERS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    private final PersonaClient personaClient;
    private final Function<MixedQuestion, GraphQLAnswer> service;
    private final Map<MixedQuestion, String> answers = new LinkedHashMap<>();

    private MixedQuestions(PersonaClient personaClient, Function<MixedQuestion, GraphQLAnswer> service) {
        this.personaClient = personaClient;
        this.service = service;
    }

    /** The answers, without the ids of the requests. */
    static Map<MixedQuestion, String> answered(
            PersonaClient personaClient, Function<MixedQuestion, GraphQLAnswer> service) {
        MixedQuestions questions = new MixedQuestions(personaClient, service);
        for (Shape shape : personaClient.sight().shapes()) {
            questions.askForRecord(shape);
            if (shape.connected()) {
                questions.askForNeighbours(shape);
                shape.leaves().forEach(leaf -> questions.askForPages(shape, leaf));
                questions.askForFilters(shape);
            }
        }
        AccessByReading.COUNTED.forEach(questions::askForSums);
        return questions.answers;
    }

    private GraphQLAnswer ask(String document, String operation, Map<String, ?> variables) {
        MixedQuestion question = new MixedQuestion(document, operation, variables);
        GraphQLAnswer answer = personaClient.checked(service.apply(question));
        assertThat(answer.status()).as("%s: %s", question, answer).isEqualTo(200);
        answers.put(question, answer.comparable());
        return answer;
    }

    /** One that some persona sees and another does not, if there is one. */
    private void askForRecord(Shape shape) {
        String record = AccessMatrix.read().rows().stream()
                .filter(row -> row.isRecord() && row.entityType().equals(shape.entityType()))
                .max((one, other) -> Integer.compare(differences(one), differences(other)))
                .orElseThrow()
                .record();
        Map<String, ?> id = Map.of("id", PersonaClient.id(shape.entityType(), record));
        List<String> shown = personaClient.sight().sees(shape.entityType(), record) ? List.of(record) : List.of();
        assertThat(records(ask("access/node", "", id).data())).isEqualTo(shown);
        if (shape.connected()) {
            JsonNode data = ask("access/" + shape.entityType(), "One", id).data();
            assertThat(records(data)).isEqualTo(shown.isEmpty() ? shown : List.of(record, record));
        }
    }

    private static int differences(AccessMatrix.Row row) {
        return new HashSet<>(row.access().values()).size();
    }

    private static List<String> records(JsonNode objects) {
        List<String> records = new ArrayList<>();
        objects.forEach(object -> {
            if (!object.isNull()) {
                records.add(PersonaClient.record(object));
            }
        });
        return records;
    }

    private void askForNeighbours(Shape shape) {
        AccessByReading.checkAssociations(personaClient, shape, ask("access/nested", shape.entityType(), Map.of()));
    }

    private void askForSums(String entityType) {
        AccessByReading.checkSums(personaClient, entityType, ask("access/sums", entityType, Map.of()));
    }

    /** All records by a classified value, then the second page of the same. */
    private void askForPages(Shape shape, Leaf leaf) {
        List<String> expected = AccessByOrders.expected(personaClient.sight(), shape, leaf, "DESC");
        List<?> order = List.of(Map.of("field", leaf.orderField(), "direction", "DESC"));
        checkPage(shape, Map.of("first", 100, "orderBy", order), expected);
        JsonNode first =
                checkPage(shape, Map.of("first", PAGE, "orderBy", order), expected.subList(0, least(expected, PAGE)));
        if (first.at("/pageInfo/hasNextPage").asBoolean()) {
            String cursor = first.at("/pageInfo/endCursor").asText();
            checkPage(
                    shape,
                    Map.of("first", PAGE, "orderBy", order, "after", cursor),
                    expected.subList(PAGE, least(expected, 2 * PAGE)));
        }
    }

    private static int least(List<?> list, int size) {
        return Math.min(list.size(), size);
    }

    private JsonNode checkPage(Shape shape, Map<String, ?> variables, List<String> expected) {
        GraphQLAnswer answer = ask("access/" + shape.entityType(), "Page", variables);
        JsonNode page = answer.data().get("page");
        assertThat(PersonaClient.records(page.get("nodes"))).as("%s", answer).isEqualTo(expected);
        assertThat(page.get("totalCount").asInt())
                .as("%s", answer)
                .isEqualTo(personaClient.sight().visible(shape.entityType()).size());
        return page;
    }

    /** Those that have a classified value, and those whose value is the largest that there is, seen or not. */
    private void askForFilters(Shape shape) {
        Map<String, Object> variables = new LinkedHashMap<>();
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        for (Leaf leaf : shape.leaves()) {
            String largest = personaClient.sight().allValues(shape.entityType(), leaf).stream()
                    .max(String::compareTo)
                    .orElseThrow();
            Map<String, String> values = personaClient.sight().values(shape.entityType(), leaf);
            Map<String, String> equal = new LinkedHashMap<>(values);
            equal.values().removeIf(value -> !value.equals(largest));
            add(variables, expected, leaf.filter("isNull", false), values.keySet());
            add(variables, expected, leaf.filter("eq", leaf.operand(largest)), equal.keySet());
        }
        if (expected.isEmpty()) {
            return;
        }
        GraphQLAnswer answer = ask("access/" + shape.entityType(), "Filters", variables);
        expected.forEach((alias, records) -> {
            JsonNode found = answer.data().get(alias);
            assertThat(PersonaClient.records(found.get("nodes")))
                    .as("%s of %s in %s", alias, variables, answer)
                    .containsExactlyInAnyOrderElementsOf(records);
            assertThat(found.get("totalCount").asInt()).isEqualTo(records.size());
        });
    }

    private static void add(
            Map<String, Object> variables, Map<String, Set<String>> expected, Object filter, Set<String> records) {
        if (expected.size() < FILTERS.size()) {
            String alias = FILTERS.get(expected.size());
            variables.put(alias, filter);
            expected.put(alias, records);
        }
    }
}
