package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Objects;
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

/** The value and the period of agreements, what they amend, and transactions with both ends of the money. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreementsAndTransactionsTest {

    @Inject
    GraphQLSchema schema;

    @SuppressWarnings("NullAway.Init")
    private Undo undo;

    @BeforeEach
    void remember() {
        undo = new Undo();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    @Test
    void an_agreement_has_a_value_a_period_and_what_it_amends() {
        String first = agreement("").get("id").asText();
        JsonNode second = agreement("""
                value: { amount: "1500000.5", currency: "EUR" }, amends: { id: "%s" },
                period: { from: "2025-03-01", until: "2027-02-28", maximum: "2028-02-29" }""".formatted(first));

        assertThat(second.get("value").toString()).isEqualTo("{\"amount\":\"1500000.50\",\"currency\":\"EUR\"}");
        assertThat(second.get("period").toString())
                .isEqualTo("{\"from\":\"2025-03-01\",\"until\":\"2027-02-28\",\"maximum\":\"2028-02-29\"}");
        assertThat(second.at("/amends/id").asText()).isEqualTo(first);
        JsonNode amended = ask("{ agreement(id: \"%s\") { version amendments { nodes { id } } } }".formatted(first))
                .data()
                .get("agreement");
        assertThat(amended.at("/amendments/nodes/0/id").asText())
                .isEqualTo(second.get("id").asText());

        GraphQLAnswer circle = ask(
                "mutation { updateAgreement(input: { id: \"%s\", version: \"%s\", addAmends: { id: \"%s\" } }) { agreement { id } } }"
                        .formatted(
                                first,
                                amended.get("version").asText(),
                                second.get("id").asText()));
        assertThat(circle.error().get("message").asText()).startsWith("`input.addAmends.id` leads back");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            period: { from: "2025-03-01", until: "2025-02-28" }
            period: { from: "2025-03-01", maximum: "2025-02-28" }
            period: { until: "2025-03-01", maximum: "2025-02-28" }
            value: { amount: "-1", currency: "EUR" }
            value: { amount: "1.001", currency: "EUR" }
            """)
    void a_period_that_ends_before_it_begins_and_an_impossible_value_are_refused(String field) {
        assertThat(ask(agreementMutation(field)).code()).isEqualTo("BAD_USER_INPUT");
        assertThat(undo.changes()).isEmpty();
    }

    @Test
    void a_transaction_names_both_ends_of_the_money_and_the_commitment_that_it_draws_on() {
        String organisation = Vault.column("""
                        SELECT registry.global_id('Organisation', id::text)
                        FROM vault.organisation WHERE label = 0 ORDER BY id LIMIT 1""").getFirst();
        JsonNode allocation = ask("""
                mutation { createAllocation(input: { value: { amount: "5", currency: "EUR" }, stage: INITIAL, expectedChange: NONE
                    purpose: "EXERCISE", transactions: [{ type: OUTGOING_COMMITMENT, value: { amount: "5", currency: "EUR" }
                      occurredOn: "2025-01-01", provider: { id: "%1$s" }, receiver: { id: "%1$s" } }] }) {
                  allocation { id version transactions { id provider { id } receiver { id } } } } }""".formatted(organisation)).data().at("/createAllocation/allocation");
        assertThat(allocation.at("/transactions/0/provider/id").asText()).isEqualTo(organisation);
        assertThat(allocation.at("/transactions/0/receiver/id").asText()).isEqualTo(organisation);

        String commitment = allocation.at("/transactions/0/id").asText();
        JsonNode drawn = ask("""
                mutation { updateAllocation(input: { id: "%s", version: "%s", addTransactions: [{ type: DISBURSEMENT
                      value: { amount: "2", currency: "EUR" }, occurredOn: "2025-02-01", valueDate: "2025-02-03"
                      commitment: { id: "%s" } }] }) {
                  allocation { transactions { type valueDate commitment { id } drawings { type } } } } }""".formatted(
                        allocation.get("id").asText(), allocation.get("version").asText(), commitment))
                .data()
                .at("/updateAllocation/allocation/transactions");
        assertThat(drawn.get(0).at("/drawings/0/type").asText()).isEqualTo("DISBURSEMENT");
        assertThat(drawn.get(1).at("/commitment/id").asText()).isEqualTo(commitment);
        assertThat(drawn.get(1).get("valueDate").asText()).isEqualTo("2025-02-03");
    }

    /** Whoever sends transactions to IATI finds the code at the beginning of the description. */
    @Test
    void the_types_of_transactions_stand_in_the_order_of_their_codes() {
        GraphQLEnumType types = (GraphQLEnumType) Objects.requireNonNull(schema.getType("TransactionType"));
        assertThat(types.getValues()).hasSize(13);
        for (int code = 1; code <= 13; code++) {
            assertThat(types.getValues().get(code - 1).getDescription()).startsWith(code + ": ");
        }
    }

    private static JsonNode agreement(String fields) {
        return ask(agreementMutation(fields)).data().at("/createAgreement/agreement");
    }

    private static String agreementMutation(String fields) {
        return """
                mutation { createAgreement(input: { title: "EXERCISE", type: CONTRACT, status: PENDING, coverage: PUBLIC %s }) {
                  agreement { id value { amount currency } period { from until maximum } amends { id } } } }""".formatted(fields);
    }

    private static GraphQLAnswer ask(String document) {
        return new GraphQLDocument(document).sentBy(Persona.named("registrar"));
    }
}
