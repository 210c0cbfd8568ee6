package org.jointdefence.registry.accessmatrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.accessmatrix.Shape.Leaf;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The access matrix through orders and cursors: a withheld value has the place of an absent one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class AccessByOrders extends AccessMatrixRunner {

    private static final int PAGE = 3;

    @ParameterizedTest
    @MethodSource("personas")
    void a_withheld_value_sorts_as_an_absent_one(String persona) {
        PersonaClient personaClient = personaClient(persona);
        forEachLeaf(personaClient, (shape, leaf) -> {
            for (String direction : List.of("ASC", "DESC")) {
                GraphQLAnswer answer = ask(personaClient, shape, leaf, direction, new HashMap<>(Map.of("first", 100)));
                assertThat(PersonaClient.records(answer.data().at("/page/nodes")))
                        .as("%s orders by %s %s in %s", persona, leaf, direction, answer)
                        .isEqualTo(expected(personaClient.sight(), shape, leaf, direction));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("personas")
    void page_after_page_has_what_one_large_page_has(String persona) {
        PersonaClient personaClient = personaClient(persona);
        forEachLeaf(personaClient, (shape, leaf) -> {
            List<String> expected = expected(personaClient.sight(), shape, leaf, "DESC");
            assertThat(turn(personaClient, shape, leaf, "first", "after", "endCursor", "hasNextPage"))
                    .as("%s turns pages by %s", persona, leaf)
                    .isEqualTo(expected);
            Collections.reverse(expected);
            assertThat(turn(personaClient, shape, leaf, "last", "before", "startCursor", "hasPreviousPage"))
                    .as("%s turns pages back by %s", persona, leaf)
                    .isEqualTo(expected);
        });
    }

    private static void forEachLeaf(PersonaClient personaClient, BiConsumer<Shape, Leaf> check) {
        for (Shape shape : personaClient.sight().shapes()) {
            forEach(shape.connected() ? shape.leaves() : List.<Leaf>of(), leaf -> check.accept(shape, leaf));
        }
    }

    /** The records of page after page in one direction, in the order in which they are met. */
    private static List<String> turn(
            PersonaClient personaClient, Shape shape, Leaf leaf, String size, String from, String cursor, String more) {
        List<String> met = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of(size, PAGE));
        JsonNode page;
        do {
            page = ask(personaClient, shape, leaf, "DESC", variables).data().get("page");
            List<String> records = PersonaClient.records(page.get("nodes"));
            if (size.equals("last")) {
                Collections.reverse(records);
            }
            met.addAll(records);
            variables.put(from, page.at("/pageInfo/" + cursor).asText());
        } while (page.at("/pageInfo/" + more).asBoolean() && met.size() < 200);
        return met;
    }

    private static GraphQLAnswer ask(
            PersonaClient personaClient, Shape shape, Leaf leaf, String direction, Map<String, Object> variables) {
        variables.put("orderBy", List.of(Map.of("field", leaf.orderField(), "direction", direction)));
        return personaClient.ask(GraphQLDocument.named("access/" + shape.entityType()), "Page", variables);
    }

    /** Those whose value is seen as the database itself orders them, then the others by their ids. */
    public static List<String> expected(ExpectedAccess sight, Shape shape, Leaf leaf, String direction) {
        List<String> order = sight.order(shape.entityType(), leaf);
        Set<String> seen = sight.values(shape.entityType(), leaf).keySet();
        List<String> expected = new ArrayList<>(direction.equals("ASC") ? order : order.reversed());
        expected.retainAll(seen);
        TreeSet<String> others = new TreeSet<>(sight.visible(shape.entityType()));
        others.removeAll(seen);
        expected.addAll(direction.equals("ASC") ? others : others.descendingSet());
        return expected;
    }
}
