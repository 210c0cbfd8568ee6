package org.jointdefence.registry.clearance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.clearance.Shape.Association;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The access matrix through lists, single records, {@code node}, associations both ways, counts and sums. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class AccessByReading extends ThroughTheMatrix {

    /** The concepts that graphql/access/sums counts and adds up. */
    static final List<String> COUNTED = List.of(
            "PartnerFirm",
            "ProductionFacility",
            "WeaponSystem",
            "Agreement",
            "Programme",
            "Allocation",
            "FundraisingCampaign",
            "Organisation",
            "Source");

    private static List<Shape> connected(Onlooker onlooker) {
        return onlooker.sight().shapes().stream().filter(Shape::connected).toList();
    }

    private static GraphQLDocument document(Shape shape) {
        return GraphQLDocument.named("access/" + shape.concept());
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_list_has_the_visible_records_and_no_other(String persona) {
        Onlooker onlooker = onlooker(persona);
        for (Shape shape : connected(onlooker)) {
            GraphQLAnswer answer = onlooker.ask(document(shape), "Page", Map.of("first", 100));
            JsonNode page = answer.data().get("page");
            Set<String> visible = onlooker.sight().visible(shape.concept());
            assertThat(Onlooker.records(page.get("nodes")))
                    .as("%s", answer)
                    .containsExactlyInAnyOrderElementsOf(visible);
            assertThat(page.get("totalCount").asInt()).as("%s", answer).isEqualTo(visible.size());
        }
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_hidden_record_is_as_absent_as_one_that_never_was(String persona) {
        Onlooker onlooker = onlooker(persona);
        for (Shape shape : connected(onlooker)) {
            String absent = one(
                            onlooker,
                            document(shape),
                            "One",
                            shape,
                            UUID.randomUUID().toString())
                    .comparable();
            for (String record : onlooker.sight().all(shape.concept())) {
                GraphQLAnswer answer = one(onlooker, document(shape), "One", shape, record);
                if (onlooker.sight().sees(shape.concept(), record)) {
                    assertThat(Onlooker.records(answer.data())).as("%s", answer).containsExactly(record, record);
                } else {
                    assertThat(answer.comparable()).isEqualTo(absent);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_record_of_any_type_is_found_by_its_id_alone_when_it_is_visible(String persona) {
        Onlooker onlooker = onlooker(persona);
        GraphQLDocument node = GraphQLDocument.named("access/node");
        for (Shape shape : onlooker.sight().shapes()) {
            String absent =
                    one(onlooker, node, "", shape, UUID.randomUUID().toString()).comparable();
            for (String record : onlooker.sight().all(shape.concept())) {
                GraphQLAnswer answer = one(onlooker, node, "", shape, record);
                if (onlooker.sight().sees(shape.concept(), record)) {
                    assertThat(Onlooker.records(answer.data())).as("%s", answer).containsExactly(record);
                } else {
                    assertThat(answer.comparable()).isEqualTo(absent);
                }
            }
        }
    }

    private static GraphQLAnswer one(
            Onlooker onlooker, GraphQLDocument document, String operation, Shape shape, String record) {
        return onlooker.ask(document, operation, Map.of("id", Onlooker.id(shape.concept(), record)));
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_record_asked_for_as_another_type_is_refused_the_same_whether_hidden_or_absent(String persona) {
        Onlooker onlooker = onlooker(persona);
        Shape firm = onlooker.sight().shape("PartnerFirm");
        GraphQLDocument system = document(onlooker.sight().shape("WeaponSystem"));
        String absent =
                one(onlooker, system, "One", firm, UUID.randomUUID().toString()).comparable();
        for (String record : onlooker.sight().all("PartnerFirm")) {
            if (!onlooker.sight().sees("PartnerFirm", record)) {
                assertThat(one(onlooker, system, "One", firm, record).comparable())
                        .isEqualTo(absent);
            }
        }
        assertThat(absent).contains("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @MethodSource("personas")
    void associations_lead_to_what_is_visible_by_a_way_that_is_visible(String persona) {
        Onlooker onlooker = onlooker(persona);
        GraphQLDocument nested = GraphQLDocument.named("access/nested");
        for (Shape shape : connected(onlooker)) {
            checkAssociations(onlooker, shape, onlooker.ask(nested, shape.concept(), Map.of()));
        }
    }

    static void checkAssociations(Onlooker onlooker, Shape shape, GraphQLAnswer answer) {
        for (JsonNode node : answer.data().at("/page/nodes")) {
            for (Association association : shape.associations()) {
                checkAssociation(onlooker, shape, node, association, answer);
            }
        }
    }

    private static void checkAssociation(
            Onlooker onlooker, Shape shape, JsonNode node, Association association, GraphQLAnswer answer) {
        String what = onlooker.sight().persona() + " from " + node.get("id") + " by " + association.field();
        JsonNode shown = node.path(association.field());
        assertThat(shown.isMissingNode())
                .as(what + ": access/nested.graphql asks for it")
                .isFalse();
        Set<String> targets = onlooker.sight().targets(shape.concept(), Onlooker.record(node), association);
        if (!association.single()) {
            JsonNode list = shown.isArray() ? shown : shown.get("nodes");
            assertThat(Onlooker.records(list))
                    .as("%s in %s", what, answer)
                    .containsExactlyInAnyOrderElementsOf(targets);
            assertThat(
                            shown.isArray()
                                    ? targets.size()
                                    : shown.get("totalCount").asInt())
                    .as("%s in %s", what, answer)
                    .isEqualTo(targets.size());
        } else if (shown.isNull()) {
            assertThat(targets).as("%s in %s", what, answer).isEmpty();
        } else {
            assertThat(targets).as("%s in %s", what, answer).contains(Onlooker.record(shown));
        }
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_country_leads_to_the_sources_that_are_visible(String persona) {
        Onlooker onlooker = onlooker(persona);
        GraphQLAnswer answer = onlooker.ask(GraphQLDocument.named("access/nested"), "Country", Map.of());
        Association countries = onlooker.sight().shape("Source").associations().stream()
                .filter(association -> association.target().equals("Country"))
                .findAny()
                .orElseThrow();
        for (JsonNode country : answer.data().get("page")) {
            Set<String> sources = onlooker.sight().visible("Source");
            sources.removeIf(source -> !onlooker.sight()
                    .targets("Source", source, countries)
                    .contains(country.get("alpha2").asText()));
            assertThat(Onlooker.records(country.get("sources")))
                    .as("%s in %s", country, answer)
                    .containsExactlyInAnyOrderElementsOf(sources);
        }
    }

    @ParameterizedTest
    @MethodSource("personas")
    void counts_and_sums_are_those_of_what_is_visible(String persona) {
        Onlooker onlooker = onlooker(persona);
        GraphQLDocument sums = GraphQLDocument.named("access/sums");
        for (String concept : COUNTED) {
            checkSums(onlooker, concept, onlooker.ask(sums, concept, Map.of()));
        }
    }

    static void checkSums(Onlooker onlooker, String concept, GraphQLAnswer answer) {
        answer.data().get("page").properties().forEach(entry -> {
            String field = entry.getKey();
            JsonNode shown = entry.getValue();
            if (!shown.isArray()) {
                assertThat(shown.asInt())
                        .isEqualTo(onlooker.sight().visible(concept).size());
            } else if (isMoney(onlooker.sight(), concept, field)) {
                assertThat(shown(shown, "currency", "amount"))
                        .as("%s in %s", field, answer)
                        .isEqualTo(sums(onlooker.sight(), concept, field));
            } else {
                assertThat(shown(shown, "key", "count"))
                        .as("%s in %s", field, answer)
                        .isEqualTo(counts(onlooker.sight(), concept, field));
            }
        });
    }

    private static boolean isMoney(Sight sight, String concept, String field) {
        return sight.all(concept).stream()
                .anyMatch(record -> sight.column(concept, record, Shape.snakeCase(field) + "_amount") != null);
    }

    private static Map<String, String> shown(JsonNode list, String key, String value) {
        Map<String, String> shown = new TreeMap<>();
        list.forEach(each -> shown.put(each.get(key).asText(), each.get(value).asText()));
        return shown;
    }

    private static Map<String, String> counts(Sight sight, String concept, String field) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sight.visible(concept)
                .forEach(record -> counts.merge(
                        String.valueOf(sight.column(concept, record, Shape.snakeCase(field))), 1, Integer::sum));
        Map<String, String> texts = new TreeMap<>();
        counts.forEach((key, count) -> texts.put(key, count.toString()));
        return texts;
    }

    private static Map<String, String> sums(Sight sight, String concept, String field) {
        boolean classified = sight.shape(concept).leaves().stream()
                .anyMatch(leaf -> leaf.field().equals(field));
        Map<String, java.math.BigDecimal> sums = new TreeMap<>();
        for (String record : sight.visible(concept)) {
            String amount = sight.shown(concept, record, Shape.snakeCase(field) + "_amount");
            if (amount != null && (!classified || sight.reads(concept, record, field))) {
                sums.merge(
                        String.valueOf(sight.column(concept, record, Shape.snakeCase(field) + "_currency")),
                        new java.math.BigDecimal(amount),
                        java.math.BigDecimal::add);
            }
        }
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((currency, sum) -> texts.put(currency, sum.toPlainString()));
        return texts;
    }
}
