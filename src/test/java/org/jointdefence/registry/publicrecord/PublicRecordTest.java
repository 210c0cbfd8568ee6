package org.jointdefence.registry.publicrecord;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A caller without a token reads the public record and nothing invented. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicRecordTest {

    @Inject
    GraphQLSchema schema;

    @Test
    void the_preliminary_agreement_names_its_parties_and_tells_that_its_systems_are_classified() {
        JsonNode agreement = read("""
                { agreements(where: { type: { eq: PRELIMINARY } }) { nodes {
                    title status productionCountries { alpha2 } announcedBy { name }
                    parties { role country { name } organisation { id } partnerFirm { id } }
                    coverage coveredSystems { totalCount } sources { title }
                } } }""").at("/agreements/nodes/0");
        List<String> parties = new ArrayList<>();
        agreement.get("parties").forEach(party -> {
            parties.add(
                    party.get("role").asText() + " " + party.at("/country/name").asText());
            assertThat(party.get("organisation").isNull()
                            && party.get("partnerFirm").isNull())
                    .as(party.toString())
                    .isTrue();
        });
        assertThat(parties).containsExactlyInAnyOrder("STATE_PARTY Lithuania", "STATE_PARTY Ukraine");
        assertThat(agreement.get("status").asText()).isEqualTo("PENDING");
        assertThat(agreement.at("/productionCountries/0/alpha2").asText()).isEqualTo("LT");
        assertThat(agreement.at("/announcedBy/name").asText())
                .isEqualTo("Ministry of National Defence of the Republic of Lithuania");
        assertThat(agreement.get("coverage").asText()).isEqualTo("CLASSIFIED");
        assertThat(agreement.at("/coveredSystems/totalCount").asInt()).isZero();
        assertThat(agreement.at("/sources/0/title").asText())
                .isEqualTo("Lithuania invests in Ukraine's defence sector");
    }

    @Test
    void a_party_is_found_whatever_it_is() {
        JsonNode found = read("""
                {
                  country: agreements(where: { parties: { some: {
                    role: { eq: STATE_PARTY }, country: { eq: "UA" } } } }) { nodes { title } }
                  firm: partnerFirms(where: { legalName: { startsWith: "EXERCISE Kalyna" } }) { nodes {
                    agreements { nodes { title parties { role partnerFirm { legalName } } } } } }
                }""");
        assertThat(found.at("/country/nodes").findValuesAsText("title"))
                .containsExactly(
                        "Preliminary agreement to develop the production of strategic weapon systems in Lithuania");
        assertThat(found.at("/firm/nodes/0/agreements/nodes").findValuesAsText("title"))
                .containsExactly("EXERCISE Contract on airframes");
        assertThat(found.at("/firm/nodes/0/agreements/nodes/0/parties").findValuesAsText("legalName"))
                .containsExactlyInAnyOrder("EXERCISE Gandras Aviation Works, UAB", "EXERCISE Kalyna Robotics LLC");
    }

    /** Covers every sum in the schema: a new sum is either listed here or has no public content. */
    @Test
    void nothing_invented_counts_in_what_the_public_can_add_up() {
        Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        for (GraphQLFieldDefinition root : schema.getQueryType().getFieldDefinitions()) {
            if (GraphQLTypeUtil.unwrapAll(root.getType()) instanceof GraphQLObjectType connection
                    && connection.getFieldDefinition("totals") != null) {
                GraphQLEnumType fields = (GraphQLEnumType) GraphQLTypeUtil.unwrapAll(connection
                        .getFieldDefinition("totals")
                        .getArgument("field")
                        .getType());
                fields.getValues().forEach(field -> {
                    Map<String, BigDecimal> sum = sum(root.getName(), field.getName());
                    if (!sum.isEmpty()) {
                        sums.put(root.getName() + "." + field.getName(), sum);
                    }
                });
            }
        }
        assertThat(sums)
                .isEqualTo(Map.of(
                        "allocations.VALUE", Map.of("EUR", new BigDecimal(20_000_000)),
                        "fundraisingCampaigns.RAISED", Map.of("EUR", new BigDecimal(5_737_028))));
    }

    private Map<String, BigDecimal> sum(String root, String field) {
        Map<String, BigDecimal> sum = new TreeMap<>();
        read("{ %s { totals(field: %s) { amount currency } } }".formatted(root, field))
                .at("/" + root + "/totals")
                .forEach(total -> sum.put(
                        total.get("currency").asText(),
                        plain(total.get("amount").asText())));
        return sum;
    }

    @Test
    void every_amount_that_the_public_sees_is_one_of_the_public_record() {
        Map<String, List<String>> amounts = new TreeMap<>();
        for (Map<String, ?> column : Vault.rows("""
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = 'registry' AND column_name LIKE '%\\_amount'
                    AND table_name !~ '_(as_of|with_removed)$' ORDER BY 1, 2""")) {
            // The caller was not set on this connection, so that the views show only public content.
            List<String> shown = Vault.column(
                            "SELECT trim_scale(%s) || ' ' || %s FROM registry.%s WHERE %1$s IS NOT NULL"
                                    .formatted(
                                            column.get("column_name"),
                                            String.valueOf(column.get("column_name"))
                                                    .replace("_amount", "_currency"),
                                            column.get("table_name")))
                    .stream()
                    .sorted()
                    .toList();
            if (!shown.isEmpty()) {
                amounts.put(column.get("table_name") + "." + column.get("column_name"), shown);
            }
        }
        assertThat(amounts)
                .isEqualTo(Map.of(
                        "allocation.value_amount", List.of("20000000 EUR"),
                        "fundraising_campaign.raised_amount", List.of("5737028 EUR"),
                        "campaign_split.amount_amount", List.of("1912342.67 EUR", "3824685.33 EUR"),
                        "milestone.amount_amount", List.of("1000000 EUR")));
    }

    private static BigDecimal plain(String amount) {
        return new BigDecimal(new BigDecimal(amount).stripTrailingZeros().toPlainString());
    }

    private static JsonNode read(String document) {
        return new GraphQLDocument(document).sentBy(Persona.named("anonymous")).data();
    }
}
