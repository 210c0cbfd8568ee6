package org.jointdefence.registry.accessmatrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.accessmatrix.AccessMatrix.Access;
import org.jointdefence.registry.accessmatrix.Shape.Association;
import org.jointdefence.registry.accessmatrix.Shape.Leaf;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The access matrix through filters: they find by what the caller sees, and by nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class AccessByFilters extends AccessMatrixRunner {

    /** The filters that the documents under graphql/access take at once. */
    private static final List<String> AT_ONCE = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    /**
     * A filter and the records that it must find.
     *
     * @param undecided records that it may find or not
     */
    private record Case(Map<String, ?> filter, Set<String> found, Set<String> undecided) {
        Case(Map<String, ?> filter, Set<String> found) {
            this(filter, found, Set.of());
        }
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_filter_on_a_withheld_field_behaves_as_on_an_absent_value(String persona) {
        PersonaClient personaClient = personaClient(persona);
        for (Shape shape : personaClient.sight().shapes()) {
            if (shape.connected() && !shape.leaves().isEmpty()) {
                List<Case> cases = new ArrayList<>();
                shape.leaves().forEach(leaf -> cases.addAll(cases(personaClient.sight(), shape, leaf)));
                check(personaClient, shape, cases);
            }
        }
    }

    private static List<Case> cases(ExpectedAccess sight, Shape shape, Leaf leaf) {
        Set<String> visible = sight.visible(shape.entityType());
        Map<String, String> values = sight.values(shape.entityType(), leaf);
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(leaf.filter("isNull", true), without(visible, values.keySet())));
        cases.add(new Case(leaf.filter("isNull", false), values.keySet()));
        cases.add(new Case(
                Map.of("portions", Map.of("some", Map.of("field", Map.of("eq", leaf.field())))),
                having(visible, record -> sight.reads(shape.entityType(), record, leaf.field()))));
        cases.add(new Case(Map.of("withheld", Map.of("has", leaf.field())), having(visible, record -> sight.fields(
                        shape.entityType(), record, Access.WITHHELD)
                .contains(leaf.field()))));
        values = comparable(sight, shape.entityType(), leaf);
        for (String value : sight.allValues(shape.entityType(), leaf)) {
            Object operand = leaf.operand(value);
            Set<String> equal = having(values, (record, shown) -> shown.equals(value));
            cases.add(new Case(leaf.filter("eq", operand), equal));
            cases.add(new Case(leaf.filter("in", List.of(operand)), equal));
            cases.add(new Case(leaf.filter("ne", operand), without(values.keySet(), equal)));
            cases.add(new Case(Map.of("not", leaf.filter("eq", operand)), without(visible, equal)));
            if (!leaf.column().endsWith("currency")) {
                cases.add(new Case(
                        Map.of("or", List.of(leaf.filter("lt", operand), leaf.filter("gte", operand))),
                        values.keySet()));
                cases.add(new Case(
                        Map.of("and", List.of(leaf.filter("lte", operand), leaf.filter("gte", operand))), equal));
            }
            if (leaf.column().matches(".*(designation|description|notes|assessment|address|annex|authority)")) {
                String part = value.substring(value.length() / 3, 2 * value.length() / 3);
                cases.add(new Case(
                        leaf.filter("contains", part.toUpperCase(Locale.ROOT)),
                        having(values, (record, shown) -> shown.toLowerCase(Locale.ROOT)
                                .contains(part.toLowerCase(Locale.ROOT)))));
                cases.add(new Case(
                        leaf.filter("startsWith", value), having(values, (record, shown) -> shown.startsWith(value))));
            }
        }
        return cases;
    }

    /** The values that a filter can compare: of amounts, those in the currency that it names. */
    private static Map<String, String> comparable(ExpectedAccess sight, String entityType, Leaf leaf) {
        Map<String, String> values = new HashMap<>(sight.values(entityType, leaf));
        if (leaf.isAmount()) {
            Map<String, String> currencies = sight.values(entityType, leaf.currency());
            values.keySet().removeIf(record -> !Leaf.CURRENCY.equals(currencies.get(record)));
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_filter_over_an_association_finds_nothing_by_a_hidden_record_a_hidden_link_or_a_withheld_value(
            String persona) {
        PersonaClient personaClient = personaClient(persona);
        for (Shape shape : personaClient.sight().shapes()) {
            if (shape.connected()) {
                List<Case> cases = new ArrayList<>();
                for (Association association : shape.associations()) {
                    if (!association.target().equals("Country")) {
                        cases.addAll(cases(personaClient.sight(), shape, association));
                    }
                }
                check(personaClient, shape, cases);
            }
        }
    }

    private static List<Case> cases(ExpectedAccess sight, Shape shape, Association association) {
        Set<String> visible = sight.visible(shape.entityType());
        Map<String, Set<String>> known = new HashMap<>();
        visible.forEach(record -> known.put(record, sight.targets(shape.entityType(), record, association)));
        Function<String, Set<String>> targets = record -> known.getOrDefault(record, Set.of());
        // Of several that could be shown, a single-valued association shows one; which, is no question of access.
        Set<String> undecided = having(
                visible, record -> association.single() && targets.apply(record).size() > 1);
        List<Case> cases = new ArrayList<>();
        for (String target : sight.all(association.target())) {
            Map<String, ?> filter = Map.of("id", Map.of("eq", PersonaClient.id(association.target(), target)));
            Set<String> found = having(visible, record -> targets.apply(record).contains(target));
            cases.add(new Case(association.filter(filter), found, undecided));
            cases.add(new Case(
                    association.single()
                            ? Map.of("not", association.filter(filter))
                            : Map.of(association.field(), Map.of("none", filter)),
                    without(visible, found),
                    undecided));
        }
        cases.add(new Case(association.filter(Map.of()), having(visible, record -> !targets.apply(record)
                .isEmpty())));
        for (Leaf leaf : sight.shape(association.target()).leaves()) {
            Map<String, String> values = comparable(sight, association.target(), leaf);
            for (String value : sight.allValues(association.target(), leaf)) {
                cases.add(new Case(
                        association.filter(leaf.filter("eq", leaf.operand(value))),
                        having(visible, record -> targets.apply(record).stream()
                                .anyMatch(target -> value.equals(values.get(target)))),
                        undecided));
            }
        }
        return cases;
    }

    private static void check(PersonaClient personaClient, Shape shape, List<Case> cases) {
        GraphQLDocument document = GraphQLDocument.named("access/" + shape.entityType());
        List<List<Case>> batches = new ArrayList<>();
        for (int from = 0; from < cases.size(); from += AT_ONCE.size()) {
            batches.add(cases.subList(from, Math.min(cases.size(), from + AT_ONCE.size())));
        }
        forEach(batches, some -> {
            Map<String, Object> variables = new HashMap<>();
            for (int i = 0; i < some.size(); i++) {
                variables.put(AT_ONCE.get(i), some.get(i).filter());
            }
            GraphQLAnswer answer = personaClient.ask(document, "Filters", variables);
            for (int i = 0; i < some.size(); i++) {
                Case expected = some.get(i);
                List<String> found =
                        PersonaClient.records(answer.data().get(AT_ONCE.get(i)).get("nodes"));
                String what =
                        personaClient.sight().persona() + " finds " + shape.entityType() + " by " + expected.filter();
                assertThat(without(found, expected.undecided()))
                        .as("%s in %s", what, answer)
                        .containsExactlyInAnyOrderElementsOf(without(expected.found(), expected.undecided()));
                assertThat(answer.data().get(AT_ONCE.get(i)).get("totalCount").asInt())
                        .as("%s in %s", what, answer)
                        .isEqualTo(found.size());
            }
        });
    }

    private static Set<String> without(Iterable<String> records, Set<String> others) {
        Set<String> rest = new TreeSet<>();
        records.forEach(rest::add);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> having(Set<String> records, Predicate<String> condition) {
        Set<String> having = new TreeSet<>(records);
        having.removeIf(condition.negate());
        return having;
    }

    private static Set<String> having(Map<String, String> values, BiPredicate<String, String> condition) {
        return having(values.keySet(), record -> condition.test(record, String.valueOf(values.get(record))));
    }
}
