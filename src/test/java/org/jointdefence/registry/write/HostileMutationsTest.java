package org.jointdefence.registry.write;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
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

/** Values that no record can hold, and a database that fails while a change is made: nothing is half-written. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileMutationsTest {

    private static final String CREATE = """
            mutation($name: String!, $reason: String, $key: String) {
              createPerson(input: { name: $name, reason: $reason }, idempotencyKey: $key) { person { id version name } } }""";

    private static final String RENAME_BOTH = """
            mutation($one: ID!, $first: String!, $other: ID!, $second: String!) {
              one: updatePerson(input: { id: $one, version: $first, name: "EXERCISE changed" }) { person { name } }
              two: updatePerson(input: { id: $other, version: $second, name: "EXERCISE changed" }) { person { name } }
            }""";

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

    /** As JSON in a variable, and as a literal of the document. */
    @ParameterizedTest
    @CsvSource({
        "a\\u0000b, reason",
        "reason, a\\u0000b",
        "\\ud800, reason",
        "reason, \\ud800",
        "\\udc00\\ud800, reason",
        "a\\ud800b, reason"
    })
    void a_text_that_PostgreSQL_cannot_hold_is_bad_input(String name, String reason) {
        String request =
                "{\"query\":\"mutation($n: String!, $r: String) { createPerson(input: { name: $n, reason: $r })"
                        + " { person { id } } }\",\"variables\":{\"n\":\"" + name + "\",\"r\":\"" + reason + "\"}}";
        String code = Persona.named("registrar")
                .request()
                .contentType("application/json; charset=utf-8")
                .body(request)
                .post("/graphql")
                .path("errors[0].extensions.code");
        assertThat(code).isEqualTo("BAD_USER_INPUT");
        GraphQLAnswer literal = new GraphQLDocument("mutation { createPerson(input: { name: \"" + name
                        + "\", reason: \"" + reason + "\" }) { person { id } } }")
                .sentBy(Persona.named("registrar"));
        assertThat(literal.code()).as("%s", literal).isEqualTo("BAD_USER_INPUT");
        assertThat(undo.changes()).isEmpty();
    }

    @Test
    void a_text_of_a_megabyte_is_refused_and_so_is_one_that_a_request_can_hold() {
        GraphQLAnswer megabyte = created(Map.of("name", "x".repeat(1 << 20)));
        assertThat(megabyte.status()).isEqualTo(413);
        GraphQLAnswer string = created(Map.of("name", "x".repeat(200_000)));
        assertThat(string.code()).as("%s", string).isEqualTo("LIMIT_EXCEEDED");
        GraphQLAnswer name = created(Map.of("name", "x".repeat(60_000)));
        assertThat(name.code()).as("%s", name).isEqualTo("BAD_USER_INPUT");
        assertThat(undo.changes()).isEmpty();
    }

    @Test
    void an_amount_of_forty_digits_is_kept_to_the_last_and_one_of_a_thousand_refused() {
        String amount = "1234567890123456789012345678901234567890.12";
        GraphQLAnswer kept = allocated(amount, "2025-02-28");
        assertThat(kept.data().at("/createAllocation/allocation/value/amount").asText())
                .isEqualTo(amount);
        undo.run();
        GraphQLAnswer refused = allocated("1".repeat(1000), "2025-02-28");
        assertThat(refused.code()).as("%s", refused).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @CsvSource({"2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "20250401", "0000-01-01", "99999-01-01"})
    void a_date_that_does_not_exist_is_bad_input(String date) {
        int before = undo.changes().size();
        GraphQLAnswer answer = allocated("1.00", date);
        assertThat(answer.code()).as("%s", answer).isEqualTo("BAD_USER_INPUT");
        assertThat(undo.changes()).hasSize(before);
    }

    private static GraphQLAnswer allocated(String amount, String date) {
        return new GraphQLDocument("""
                mutation($amount: Decimal!, $date: Date) { createAllocation(input: { purpose: "EXERCISE", stage: INITIAL,
                  expectedChange: NONE, announcedOn: $date, value: { amount: $amount, currency: "EUR" } })
                  { allocation { value { amount } } } }""").sentBy(Persona.named("registrar"), Map.of("amount", amount, "date", date));
    }

    /** Another session locks the two records in the other order; PostgreSQL ends the service's transaction. */
    @Test
    void a_change_that_meets_a_deadlock_is_made_again() throws Exception {
        GraphQLAnswer one = created(Map.of("name", "EXERCISE one"));
        GraphQLAnswer other = created(Map.of("name", "EXERCISE other"));
        long deadlocks = deadlocks();
        Vault.execute("ALTER SYSTEM SET deadlock_timeout = '400ms'");
        Vault.execute("SELECT pg_reload_conf()");
        try (Connection administrator = Vault.connect()) {
            administrator.createStatement().execute("SET deadlock_timeout = '20s'");
            administrator.setAutoCommit(false);
            lock(administrator, "EXERCISE other");
            CompletableFuture<GraphQLAnswer> answer =
                    CompletableFuture.supplyAsync(() -> new GraphQLDocument(RENAME_BOTH)
                            .sentBy(
                                    Persona.named("registrar"),
                                    Map.of(
                                            "one", person(one, "id"),
                                            "first", person(one, "version"),
                                            "other", person(other, "id"),
                                            "second", person(other, "version"))));
            await(() -> !Vault.column("SELECT pid FROM pg_stat_activity WHERE usename = 'registry_app'"
                            + " AND wait_event_type = 'Lock'")
                    .isEmpty());
            lock(administrator, "EXERCISE one");
            administrator.rollback();
            assertThat(answer.get().data().at("/two/person/name").asText()).isEqualTo("EXERCISE changed");
        } finally {
            Vault.execute("ALTER SYSTEM RESET deadlock_timeout");
            Vault.execute("SELECT pg_reload_conf()");
        }
        await(() -> deadlocks() > deadlocks);
        assertThat(Vault.column("SELECT count(*) FROM vault.person WHERE name = 'EXERCISE changed'"))
                .containsExactly("2");
    }

    private static void lock(Connection administrator, String name) throws SQLException {
        administrator.createStatement().execute("SELECT FROM vault.person WHERE name = '" + name + "' FOR UPDATE");
    }

    private static long deadlocks() {
        return Long.parseLong(Vault.column("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .getFirst());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** The session ends in COMMIT, before anything is durable: the client is told, and the key has not been used up. */
    @Test
    void a_write_whose_session_ends_in_its_commit_is_made_when_it_is_repeated() {
        Map<String, String> request = Map.of("name", "EXERCISE killed", "key", "killed-1");
        Vault.execute("""
                CREATE FUNCTION vault.end_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
                    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END';
                CREATE CONSTRAINT TRIGGER end_session AFTER INSERT ON vault.write DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION vault.end_session()""");
        try {
            GraphQLAnswer killed = created(request);
            assertThat(killed.status()).as("%s", killed).isEqualTo(503);
            assertThat(killed.code()).isEqualTo("UNAVAILABLE");
        } finally {
            Vault.execute("DROP FUNCTION vault.end_session() CASCADE");
        }
        assertThat(undo.changes()).isEmpty();
        List<GraphQLAnswer> answers = List.of(created(request), created(request));
        assertThat(answers.getFirst().data().at("/createPerson/person/name").asText())
                .isEqualTo("EXERCISE killed");
        assertThat(answers.getFirst().body()).isEqualTo(answers.getLast().body());
        assertThat(Vault.column("SELECT id FROM vault.person WHERE name = 'EXERCISE killed'"))
                .hasSize(1);
    }

    private static GraphQLAnswer created(Map<String, String> variables) {
        return new GraphQLDocument(CREATE).sentBy(Persona.named("registrar"), variables);
    }

    private static String person(GraphQLAnswer created, String field) {
        return created.data().at("/createPerson/person/" + field).asText();
    }
}
