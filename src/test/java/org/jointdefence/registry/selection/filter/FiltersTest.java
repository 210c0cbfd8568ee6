package org.jointdefence.registry.selection.filter;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Filters on fields with a format or a unit: codes, amounts, fractions, days, and single associated records. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiltersTest {

    private static final Persona LT = Persona.named("lt-top-secret");

    private static GraphQLAnswer ask(String query) {
        return new GraphQLDocument("{ " + query + " }").sentBy(LT);
    }

    private static int count(String connection, String where) {
        GraphQLAnswer answer = ask(connection + "(where: { " + where + " }) { totalCount }");
        return answer.data().at("/" + connection + "/totalCount").asInt();
    }

    private static void assertRefused(String connection, String where, String... words) {
        GraphQLAnswer answer = ask(connection + "(where: { " + where + " }) { totalCount }");
        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.error().get("message").asText()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "partnerFirms   | jurisdiction: { eq: \"lt\" }                      | where.jurisdiction.eq | CountryCode | \"LT\"",
                "partnerFirms   | not: { jurisdiction: { in: [\"LT\", \"LTU\"] } }  | where.not.jurisdiction.in[1] | CountryCode | \"LT\"",
                "partnerFirms   | jurisdiction: { ne: \"\" }                        | where.jurisdiction.ne | CountryCode | \"LT\"",
                "agreements     | productionCountries: { has: \"Lithuania\" }       | where.productionCountries.has | CountryCode | \"LT\"",
                "agreements     | productionCountries: { hasAny: [\"LT\", \"ua\"] } | where.productionCountries.hasAny[1] | CountryCode | \"LT\"",
                "allocations    | value: { currency: { eq: \"eur\" } }              | where.value.currency.eq | CurrencyCode | \"EUR\"",
            })
    void what_cannot_be_a_code_is_refused_with_the_form_of_the_code(
            String connection, String where, String path, String code, String example) {
        assertRefused(connection, where, "`" + path + "` is not a " + code, example);
    }

    @Test
    void a_code_that_could_be_finds_what_has_it() {
        assertThat(count("partnerFirms", "jurisdiction: { eq: \"LT\" }")).isPositive();
        assertThat(count("partnerFirms", "jurisdiction: { eq: \"ZZ\" }")).isZero();
    }

    @Test
    void an_amount_is_compared_within_one_currency() {
        String amount = "amount: { gte: \"0\" }";
        assertRefused("allocations", "value: { " + amount + " }", "`where.value.amount`", "currency: { eq: \"EUR\" }");
        assertRefused("allocations", "not: { value: { " + amount + " } }", "`where.not.value.amount`");
        assertRefused("allocations", "value: { " + amount + ", currency: { in: [\"EUR\"] } }", "`where.value.amount`");
        assertRefused("weaponSystems", "unitCost: { " + amount + " }", "`where.unitCost.amount`");
        assertThat(count("allocations", "value: { " + amount + ", currency: { eq: \"EUR\" } }"))
                .isPositive();
        assertThat(count("allocations", "value: { " + amount + ", currency: { eq: \"JPY\" } }"))
                .isZero();
        assertThat(count("weaponSystems", "unitCost: { amount: { isNull: false } }"))
                .isPositive();
    }

    @Test
    void amounts_have_the_digits_of_their_currency() {
        String name = "EXERCISE DIGITS";
        Vault.execute(
                "INSERT INTO vault.allocation (value_amount, value_currency, stage, expected_change, purpose) VALUES"
                        + " (20000000, 'EUR', 'INITIAL', 'NONE', '" + name + "'), (0.5, 'EUR', 'INITIAL', 'NONE', '"
                        + name + "'),"
                        + " (7.000, 'JPY', 'INITIAL', 'NONE', '" + name + "'), (7, 'KWD', 'INITIAL', 'NONE', '" + name
                        + "')");
        try {
            String where = "(where: { purpose: { eq: \"" + name + "\" } }, orderBy: { field: VALUE_AMOUNT })";
            GraphQLAnswer answer =
                    ask("allocations" + where + " { nodes { value { amount } } totals { amount currency } }");
            assertThat(answer.data().at("/allocations/nodes").findValuesAsText("amount"))
                    .containsExactlyInAnyOrder("20000000.00", "0.50", "7", "7.000");
            assertThat(answer.data().at("/allocations/totals").findValuesAsText("amount"))
                    .containsExactly("20000000.50", "7", "7.000");
            assertThatThrownBy(() -> Vault.execute("INSERT INTO vault.allocation (value_amount, value_currency, stage,"
                            + " expected_change, purpose) VALUES (0.001, 'EUR', 'INITIAL', 'NONE', '" + name + "')"))
                    .rootCause()
                    .hasMessageContaining("value_amount_has_digits_of_currency");
        } finally {
            Vault.execute("DELETE FROM vault.allocation WHERE purpose = '" + name + "'");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eq: \"2/3\"                | 1",
                "eq: \"4/6\"                | 1",
                "ne: \"2/3\"                | 1",
                "in: [\"8/12\", \"1/7\"]    | 1",
                "in: []                     | 0",
                "lt: \"999999999/999999998\" | 2",
                "lt: \"2/3\"                | 1",
                "lte: \"2/3\"               | 2",
                "gt: \"1/3\"                | 1",
                "gte: \"333333333/999999999\" | 2",
                "gt: \"666666667/999999999\" | 0",
                "isNull: true               | 0",
                "isNull: false              | 2",
            })
    void a_fraction_is_compared_by_its_value(String condition, int expected) {
        String campaign = Vault.column("INSERT INTO vault.fundraising_campaign (name, edition, starts_on, ends_on,"
                        + " raised_amount, raised_currency, beneficiary) VALUES ('EXERCISE FRACTIONS', 1, '2026-01-01',"
                        + " '2026-01-02', 3, 'EUR', 'UA') RETURNING id")
                .getFirst();
        try {
            for (String part : new String[] {"2, 3", "1, 3"}) {
                Vault.execute("INSERT INTO vault.campaign_split (fundraising_campaign, fraction_numerator,"
                        + " fraction_denominator, origin, amount_amount, amount_currency, description) VALUES ('"
                        + campaign + "', " + part + ", 'LT', 1, 'EUR', 'EXERCISE')");
            }
            String own = "name: { eq: \"EXERCISE FRACTIONS\" }, splits: { some: { fraction: { " + condition + " } } }";
            assertThat(count("fundraisingCampaigns", own)).isEqualTo(expected > 0 ? 1 : 0);
            String other = "name: { eq: \"EXERCISE FRACTIONS\" }, splits: { none: { not: { fraction: { " + condition
                    + " } } } }";
            assertThat(count("fundraisingCampaigns", other)).isEqualTo(expected == 2 ? 1 : 0);
        } finally {
            Vault.execute("DELETE FROM vault.campaign_split WHERE fundraising_campaign = '" + campaign + "'");
            Vault.execute("DELETE FROM vault.fundraising_campaign WHERE id = '" + campaign + "'");
        }
    }

    @Test
    void the_one_record_that_belongs_to_another_is_filtered_by_its_fields() {
        int all = count("allocations", "");
        int provided = count("allocations", "provider: {}");
        assertThat(provided).isPositive();
        assertThat(count("allocations", "not: { provider: {} }")).isEqualTo(all - provided);
        assertThat(count("allocations", "provider: { jurisdiction: { eq: \"LT\" } }"))
                .isBetween(1, provided);
        assertThat(count("weaponSystems", "label: { classification: { eq: \"PUBLIC\" } }"))
                .isPositive();
        assertThat(ask("allocations(where: { provider: { some: {} } }) { totalCount }")
                        .code())
                .isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T00:00:00.1234567Z", "2026-01-01T00:00:00.000000001Z"})
    void a_time_with_more_digits_than_are_kept_is_refused(String time) {
        assertThat(new GraphQLDocument("{ disclosures(where: { at: { eq: \"" + time + "\" } }) { totalCount } }")
                        .sentBy(Persona.named("auditor"))
                        .code())
                .isEqualTo("BAD_USER_INPUT");
    }

    private static GraphQLAnswer disclosures(String at) {
        return new GraphQLDocument(
                        "{ disclosures(where: { subject: { eq: \"lt-secret\" }, at: { " + at + " } }) { totalCount } }")
                .sentBy(Persona.named("auditor"));
    }

    @Test
    void a_day_is_asked_for_as_a_day_of_a_time_zone() {
        new GraphQLDocument("{ weaponSystems { nodes { designation } } }").sentBy(Persona.named("lt-secret"));
        String at = Vault.column("SELECT max(at) AT TIME ZONE 'UTC' FROM vault.reading WHERE subject = 'lt-secret'")
                .getFirst()
                .replace(' ', 'T');
        Instant instant = LocalDateTime.parse(at).toInstant(ZoneOffset.UTC);
        for (String zone : List.of("Europe/Vilnius", "Europe/Kyiv", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            LocalDate day = instant.atZone(ZoneId.of(zone)).toLocalDate();
            String just = ", gte: \"" + instant + "\", lte: \"" + instant + "\"";
            assertThat(total(disclosures("on: \"" + day + "\", zone: \"" + zone + "\"" + just)))
                    .isPositive();
            for (LocalDate other : List.of(day.minusDays(1), day.plusDays(1))) {
                assertThat(total(disclosures("on: \"" + other + "\", zone: \"" + zone + "\"" + just)))
                        .isZero();
            }
        }
        LocalDate here = instant.atZone(ZoneId.of("Europe/Vilnius")).toLocalDate();
        assertThat(total(disclosures("on: \"" + here + "\""))).isPositive();
    }

    private static int total(GraphQLAnswer answer) {
        return answer.data().at("/disclosures/totalCount").asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "0001-01-01"})
    void the_first_and_the_last_day_are_days(String day) {
        assertThat(total(disclosures("on: \"" + day + "\""))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Nowhere", "EET", "+02:00", "", "Europe/Kyiv ", "../../etc/passwd"})
    void what_is_no_time_zone_is_refused(String zone) {
        GraphQLAnswer answer = disclosures("on: \"2026-01-01\", zone: \"" + zone + "\"");
        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.error().get("message").asText()).contains("`where.at.zone` is not a time zone");
    }

    @Test
    void a_time_zone_without_a_day_is_refused() {
        assertThat(disclosures("zone: \"Europe/Kyiv\"").error().get("message").asText())
                .contains("`where.at.zone`", "`on`");
    }
}
