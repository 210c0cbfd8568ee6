package org.jointdefence.registry.accessmatrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.accessmatrix.Shape.Association;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The access matrix through lists, single records, {@code node}, associations both ways, counts and sums. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class AccessByReading extends AccessMatrixRunner {

    /** The concepts that graphql/access/sums counts and adds up. */
    public static final List<String> COUNTED = List.of(
            "PartnerFirm",
            "ProductionFacility",
            "WeaponSystem",
            "Agreement",
            "Programme",
            "Allocation",
            "FundraisingCampaign",
            "Organisation",
            "Source");

    private static List<Shape> connected(PersonaClient personaClient) {
        return personaClient.sight().shapes().stream().filter(Shape::connected).toList();
    }

    private static GraphQLDocument document(Shape shape) {
        return GraphQLDocument.named("access/" + shape.entityType());
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_list_has_the_visible_records_and_no_other(String persona) {
        PersonaClient personaClient = personaClient(persona);
        for (Shape shape : connected(personaClient)) {
            GraphQLAnswer answer = personaClient.ask(document(shape), "Page", Map.of("first", 100));
            JsonNode page = answer.data().get("page");
            Set<String> visible = personaClient.sight().visible(shape.entityType());
            assertThat(PersonaClient.records(page.get("nodes")))
                    .as("%s", answer)
                    .containsExactlyInAnyOrderElementsOf(visible);
            assertThat(page.get("totalCount").asInt()).as("%s", answer).isEqualTo(visible.size());
        }
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_hidden_record_is_as_absent_as_one_that_never_was(String persona) {
        PersonaClient personaClient = personaClient(persona);
        for (Shape shape : connected(personaClient)) {
            String absent = one(
                            personaClient,
                            document(shape),
                            "One",
                            shape,
                            UUID.randomUUID().toString())
                    .comparable();
            forEach(personaClient.sight().all(shape.entityType()), record -> {
                GraphQLAnswer answer = one(personaClient, document(shape), "One", shape, record);
                if (personaClient.sight().sees(shape.entityType(), record)) {
                    assertThat(PersonaClient.records(answer.data()))
                            .as("%s", answer)
                            .containsExactly(record, record);
                } else {
                    assertThat(answer.comparable()).isEqualTo(absent);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_record_of_any_type_is_found_by_its_id_alone_when_it_is_visible(String persona) {
        PersonaClient personaClient = personaClient(persona);
        GraphQLDocument node = GraphQLDocument.named("access/node");
        for (Shape shape : personaClient.sight().shapes()) {
            String absent = one(
                            personaClient, node, "", shape, UUID.randomUUID().toString())
                    .comparable();
            forEach(personaClient.sight().all(shape.entityType()), record -> {
                GraphQLAnswer answer = one(personaClient, node, "", shape, record);
                if (personaClient.sight().sees(shape.entityType(), record)) {
                    assertThat(PersonaClient.records(answer.data()))
                            .as("%s", answer)
                            .containsExactly(record);
                } else {
                    assertThat(answer.comparable()).isEqualTo(absent);
                }
            });
        }
    }

    private static GraphQLAnswer one(
            PersonaClient personaClient, GraphQLDocument document, String operation, Shape shape, String record) {
        return personaClient.ask(document, operation, Map.of("id", PersonaClient.id(shape.entityType(), record)));
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_record_asked_for_as_another_type_is_refused_the_same_whether_hidden_or_absent(String persona) {
        PersonaClient personaClient = personaClient(persona);
        Shape firm = personaClient.sight().shape("PartnerFirm");
        GraphQLDocument system = document(personaClient.sight().shape("WeaponSystem"));
        String absent = one(
                        personaClient, system, "One", firm, UUID.randomUUID().toString())
                .comparable();
        for (String record : personaClient.sight().all("PartnerFirm")) {
            if (!personaClient.sight().sees("PartnerFirm", record)) {
                assertThat(one(personaClient, system, "One", firm, record).comparable())
                        .isEqualTo(absent);
            }
        }
        assertThat(absent).contains("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @MethodSource("personas")
    void associations_lead_to_what_is_visible_by_a_way_that_is_visible(String persona) {
        PersonaClient personaClient = personaClient(persona);
        GraphQLDocument nested = GraphQLDocument.named("access/nested");
        for (Shape shape : connected(personaClient)) {
            checkAssociations(personaClient, shape, personaClient.ask(nested, shape.entityType(), Map.of()));
        }
    }

    public static void checkAssociations(PersonaClient personaClient, Shape shape, GraphQLAnswer answer) {
        for (JsonNode node : answer.data().at("/page/nodes")) {
            for (Association association : shape.associations()) {
                checkAssociation(personaClient, shape, node, association, answer);
            }
        }
    }

    private static void checkAssociation(
            PersonaClient personaClient, Shape shape, JsonNode node, Association association, GraphQLAnswer answer) {
        String what = personaClient.sight().persona() + " from " + node.get("id") + " by " + association.field();
        JsonNode shown = node.path(association.field());
        assertThat(shown.isMissingNode())
                .as(what + ": access/nested.graphql asks for it")
                .isFalse();
        Set<String> targets =
                personaClient.sight().targets(shape.entityType(), PersonaClient.record(node), association);
        if (!association.single()) {
            JsonNode list = shown.isArray() ? shown : shown.get("nodes");
            assertThat(PersonaClient.records(list))
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
            assertThat(targets).as("%s in %s", what, answer).contains(PersonaClient.record(shown));
        }
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_country_leads_to_the_sources_that_are_visible(String persona) {
        PersonaClient personaClient = personaClient(persona);
        GraphQLAnswer answer = personaClient.ask(GraphQLDocument.named("access/nested"), "Country", Map.of());
        Association countries = personaClient.sight().shape("Source").associations().stream()
                .filter(association -> association.target().equals("Country"))
                .findAny()
                .orElseThrow();
        for (JsonNode country : answer.data().get("page")) {
            Set<String> sources = personaClient.sight().visible("Source");
            sources.removeIf(source -> !personaClient
                    .sight()
                    .targets("Source", source, countries)
                    .contains(country.get("alpha2").asText()));
            assertThat(PersonaClient.records(country.get("sources")))
                    .as("%s in %s", country, answer)
                    .containsExactlyInAnyOrderElementsOf(sources);
        }
    }

    @ParameterizedTest
    @MethodSource("personas")
    void counts_and_sums_are_those_of_what_is_visible(String persona) {
        PersonaClient personaClient = personaClient(persona);
        GraphQLDocument sums = GraphQLDocument.named("access/sums");
        for (String entityType : COUNTED) {
            checkSums(personaClient, entityType, personaClient.ask(sums, entityType, Map.of()));
        }
    }

    public static void checkSums(PersonaClient personaClient, String entityType, GraphQLAnswer answer) {
        answer.data().get("page").properties().forEach(entry -> {
            String field = entry.getKey();
            JsonNode shown = entry.getValue();
            if (!shown.isArray()) {
                assertThat(shown.asInt())
                        .isEqualTo(personaClient.sight().visible(entityType).size());
            } else if (isMoney(personaClient.sight(), entityType, field)) {
                assertThat(shown(shown, "currency", "amount"))
                        .as("%s in %s", field, answer)
                        .isEqualTo(sums(personaClient.sight(), entityType, field));
            } else {
                assertThat(shown(shown, "key", "count"))
                        .as("%s in %s", field, answer)
                        .isEqualTo(counts(personaClient.sight(), entityType, field));
            }
        });
    }

    private static boolean isMoney(ExpectedAccess sight, String entityType, String field) {
        return sight.all(entityType).stream()
                .anyMatch(record -> sight.column(entityType, record, Shape.snakeCase(field) + "_amount") != null);
    }

    private static Map<String, String> shown(JsonNode list, String key, String value) {
        Map<String, String> shown = new TreeMap<>();
        list.forEach(each -> shown.put(each.get(key).asText(), each.get(value).asText()));
        return shown;
    }

    private static Map<String, String> counts(ExpectedAccess sight, String entityType, String field) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sight.visible(entityType)
                .forEach(record -> counts.merge(
                        String.valueOf(sight.column(entityType, record, Shape.snakeCase(field))), 1, Integer::sum));
        Map<String, String> texts = new TreeMap<>();
        counts.forEach((key, count) -> texts.put(key, count.toString()));
        return texts;
    }

    private static Map<String, String> sums(ExpectedAccess sight, String entityType, String field) {
        boolean classified = sight.shape(entityType).leaves().stream()
                .anyMatch(leaf -> leaf.field().equals(field));
        Map<String, java.math.BigDecimal> sums = new TreeMap<>();
        for (String record : sight.visible(entityType)) {
            String amount = sight.shown(entityType, record, Shape.snakeCase(field) + "_amount");
            if (amount != null && (!classified || sight.reads(entityType, record, field))) {
                sums.merge(
                        String.valueOf(sight.column(entityType, record, Shape.snakeCase(field) + "_currency")),
                        new java.math.BigDecimal(amount),
                        java.math.BigDecimal::add);
            }
        }
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((currency, sum) -> texts.put(currency, sum.toPlainString()));
        return texts;
    }
}
