package org.jointdefence.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.audit.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An auditor sees which readers of their nation read which fields, and never the values. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DisclosuresTest {

    private static final Persona AUDITOR = Persona.named("auditor");
    private static final String HERON = "V2VhcG9uU3lzdGVtOmMyMTg2NjE2LWQ2NDUtNGMyOS1iMGRiLTQ3NjZmOWM4Mjk5Nw";
    private static final String ANVIL = "V2VhcG9uU3lzdGVtOmI5MjJiZWE2LTdhZTEtNDQyNi1hNTFmLTRkYzlkOGNkMTA3ZQ";

    @BeforeEach
    void two_nations_read() {
        ask("lt-secret", "query disclosed_lt { weaponSystem(id: \"%s\") { designation } }".formatted(HERON));
        ask("ua-secret", "query disclosed_ua { weaponSystem(id: \"%s\") { designation } }".formatted(HERON));
    }

    @Test
    void an_auditor_sees_who_read_what_under_which_label_and_clearance_and_not_the_value() {
        GraphQLAnswer answer = GraphQLDocument.named("disclosures").sentBy(AUDITOR, operation("disclosed_lt"));
        JsonNode latest = answer.data().at("/disclosures/nodes/0");

        assertThat(latest.at("/subject").asText()).isEqualTo(subject("lt-secret"));
        assertThat(latest.at("/nation").asText()).isEqualTo("LT");
        assertThat(latest.at("/level").asText()).isEqualTo("SECRET");
        assertThat(latest.at("/operationName").asText()).isEqualTo("disclosed_lt");
        assertThat(latest.at("/operationHash").asText()).matches("[0-9a-f]{64}");
        assertThat(latest.at("/at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(latest.at("/values")).hasSize(1);
        JsonNode value = latest.at("/values/0");
        assertThat(value.at("/use").asText()).isEqualTo("SELECT");
        assertThat(value.at("/field").asText()).isEqualTo("WeaponSystem.designation");
        assertThat(value.at("/record").asText()).isEqualTo(HERON);
        assertThat(value.at("/labelVersion").asInt()).isEqualTo(13);
        assertThat(value.at("/classification/code").asText()).isEqualTo("LT_SLAPTAI");
        assertThat(value.at("/marking").asText()).isEqualTo("SLAPTAI // REL TO LTU, UKR");
        assertThat(answer.body()).doesNotContain("Gandras");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subject: { eq: "SUBJECT" }
            values: { some: { record: { eq: "HERON" } } }
            values: { some: { field: { eq: "WeaponSystem.designation" } } }
            values: { some: { labelVersion: { eq: 13 } } }
            values: { some: { marking: { startsWith: "SLAPTAI" } } }
            values: { some: { classification: { eq: "LT_SLAPTAI" } } }
            values: { some: { record: { eq: "HERON" }, field: { eq: "WeaponSystem.designation" }, use: { eq: SELECT } } }
            at: { gt: "2026-01-01T00:00:00+02:00", lt: "2999-01-01T00:00:00Z" }
            level: { in: [SECRET, TOP_SECRET] }
            compartments: { isEmpty: true }
            refusal: { isNull: true }
            """)
    void disclosures_are_found_by_person_record_field_label_and_time(String filter) {
        String found = filter.replace("SUBJECT", subject("lt-secret")).replace("HERON", HERON);
        assertThat(count("operationName: { eq: \"disclosed_lt\" }, " + found)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject: { eq: \"nobody\" }",
                "values: { some: { record: { eq: \"" + ANVIL + "\" } } }",
                "values: { some: { field: { eq: \"WeaponSystem.description\" } } }",
                "values: { some: { labelVersion: { eq: 12 } } }",
                "values: { none: { record: { eq: \"" + HERON + "\" } } }",
                "at: { lt: \"2026-01-01T00:00:00Z\" }",
                "level: { eq: TOP_SECRET }",
                "nation: { eq: \"UA\" }",
                "refusal: { isNull: false }"
            })
    void what_does_not_match_is_not_found(String filter) {
        assertThat(count("operationName: { eq: \"disclosed_lt\" }, " + filter)).isZero();
    }

    @Test
    void the_readers_of_another_nation_are_not_shown() {
        assertThat(count("operationName: { eq: \"disclosed_ua\" }")).isZero();
        assertThat(count("nation: { ne: \"LT\" }")).isZero();
    }

    @Test
    void only_auditors_see_disclosures() {
        for (String persona : new String[] {"anonymous", "lt-top-secret", "security-officer"}) {
            GraphQLAnswer answer = ask(persona, "{ disclosures { totalCount nodes { id } } }");
            assertThat(answer.data().at("/disclosures/totalCount").asInt())
                    .as(persona)
                    .isZero();
        }
    }

    @Test
    void reading_the_log_is_in_the_log() {
        ask("auditor", "query audits { disclosures(first: 1) { totalCount nodes { subject } } }");
        JsonNode audit = GraphQLDocument.named("disclosures")
                .sentBy(AUDITOR, operation("audits"))
                .data()
                .at("/disclosures/nodes/0");
        assertThat(audit.at("/subject").asText()).isEqualTo(subject("auditor"));
        assertThat(audit.at("/level").isNull()).isTrue();
        assertThat(audit.at("/values")).hasSize(1);
        assertThat(audit.at("/values/0/field").asText()).isEqualTo("Disclosure");
        ask("lt-secret", "query attempts { disclosures { totalCount } }");
        assertThat(Log.entries("attempts")).containsExactly("SELECT Disclosure all any");
    }

    @Test
    void a_disclosure_is_a_node_to_those_who_may_see_it_and_absent_to_everybody_else() {
        String node = "query by_id { node(id: \"%s\") { __typename id ... on Disclosure { operationName subject } } }";
        String own = node.formatted(disclosure("disclosed_lt"));
        JsonNode found = ask("auditor", own).data().get("node");
        assertThat(found.at("/__typename").asText()).isEqualTo("Disclosure");
        assertThat(found.at("/id").asText()).isEqualTo(disclosure("disclosed_lt"));
        assertThat(found.at("/operationName").asText()).isEqualTo("disclosed_lt");
        assertThat(Log.entries("by_id")).containsExactly("SELECT Disclosure all any");

        String absent = ask("auditor", node.formatted(global("00000000-0000-4000-8000-000000000000")))
                .body();
        assertThat(ask("auditor", node.formatted(disclosure("disclosed_ua"))).body())
                .isEqualTo(absent);
        for (String persona : new String[] {"anonymous", "lt-top-secret"}) {
            assertThat(ask(persona, own).body()).as(persona).isEqualTo(absent);
        }
    }

    private static String disclosure(String operation) {
        return global(String.valueOf(Log.readings(operation).getLast().get("id")));
    }

    private static String global(String uuid) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("Disclosure:" + uuid).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pages_of_the_log_follow_each_other_in_the_order_of_time() {
        String first =
                "{ disclosures(first: 1, orderBy: { field: AT, direction: DESC }) { edges { cursor node { at } } } }";
        JsonNode edge = ask("auditor", first).data().at("/disclosures/edges/0");
        String next =
                "{ disclosures(first: 1, after: \"%s\", orderBy: { field: AT, direction: DESC }) { nodes { at } } }"
                        .formatted(edge.get("cursor").asText());
        String later = edge.at("/node/at").asText();
        assertThat(ask("auditor", next).data().at("/disclosures/nodes/0/at").asText())
                .isLessThan(later);
    }

    @Test
    void only_an_auditor_can_verify_the_log() {
        JsonNode states = ask("auditor", "{ readLog { nation sealed unsealed head fault { description } } }")
                .data()
                .get("readLog");
        assertThat(states).hasSize(1);
        assertThat(states.at("/0/nation").asText()).isEqualTo("LT");
        assertThat(states.at("/0/fault").isNull()).as(states.toString()).isTrue();
        assertThat(ask("lt-top-secret", "{ readLog { nation } }").code()).isEqualTo("FORBIDDEN");
        assertThat(ask("anonymous", "{ readLog { nation } }").code()).isEqualTo("FORBIDDEN");
        assertThat(ask("lt-secret", "{ readLog(newest: null) { nation } }").code())
                .isEqualTo("FORBIDDEN");
        assertThat(ask("auditor", "{ readLog(newest: 0) { nation } }").code()).isEqualTo("BAD_USER_INPUT");
    }

    /** A method of its own resolves the field, after the others were read. */
    @Test
    void nothing_is_read_when_the_log_is_asked_for_what_it_cannot_be() {
        String question =
                "query %s($newest: Int) { disclosures(first: 1) { nodes { id } } readLog(newest: $newest) { nation } }";
        for (int newest : new int[] {0, -1, 100_001}) {
            String operation = "asked_" + Integer.toHexString(newest);
            GraphQLAnswer answer = new GraphQLDocument(question.formatted(operation))
                    .sentBy(Persona.named("auditor"), Map.of("newest", newest));
            assertThat(answer.json().path("data").isNull()).as("%s", answer).isTrue();
            assertThat(answer.json().get("errors")).hasSize(1);
            assertThat(answer.error().at("/path/0").asText()).isEqualTo("readLog");
            assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
            assertThat(Log.readings(operation)).as("%s", answer).allMatch(reading -> reading.get("refusal") != null);
        }
        assertThat(new GraphQLDocument(question.formatted("asked_well"))
                        .sentBy(Persona.named("auditor"), Map.of("newest", 1))
                        .data()
                        .at("/readLog"))
                .hasSize(1);
    }

    @Test
    void the_log_is_verified_once_by_an_operation_however_often_it_asks() {
        GraphQLAnswer answer = ask("auditor", "{ one: readLog { nation } other: readLog { nation } }");
        assertThat(answer.code()).as("%s", answer).isEqualTo("LIMIT_EXCEEDED");
    }

    /** Their dashboards ask at the same instant. */
    @Test
    void auditors_who_verify_the_log_at_once_wait_for_each_other() {
        try (ExecutorService auditors = Executors.newFixedThreadPool(4)) {
            List<Future<GraphQLAnswer>> answers = IntStream.range(0, 24)
                    .mapToObj(i -> auditors.submit(() -> ask("auditor", "{ readLog(newest: 10) { nation } }")))
                    .toList();
            assertThat(answers).extracting(Future::get).allSatisfy(answer -> assertThat(
                            answer.data().at("/readLog"))
                    .as("%s", answer)
                    .hasSize(1));
        }
    }

    private static int count(String filter) {
        return ask("auditor", "{ disclosures(where: { %s }) { totalCount } }".formatted(filter))
                .data()
                .at("/disclosures/totalCount")
                .asInt();
    }

    private static Map<String, ?> operation(String name) {
        return Map.of("where", Map.of("operationName", Map.of("eq", name)));
    }

    private static String subject(String persona) {
        return ask(persona, "{ viewer { subject } }")
                .data()
                .at("/viewer/subject")
                .asText();
    }

    private static GraphQLAnswer ask(String persona, String question) {
        return new GraphQLDocument(question)
                .sentBy(persona.equals("anonymous") ? Persona.ANONYMOUS : Persona.named(persona));
    }
}
