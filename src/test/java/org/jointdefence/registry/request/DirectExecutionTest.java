package org.jointdefence.registry.request;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.audit.Log;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.SharedBudget;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jointdefence.registry.clearance.StepUp;
import org.jointdefence.registry.clearance.TokenRoles;
import org.jointdefence.registry.database.SingleConnection;
import org.jointdefence.registry.equivalence.DirectComparison;
import org.jointdefence.registry.equivalence.Engines;
import org.jointdefence.registry.equivalence.Execution;
import org.jointdefence.registry.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * An operation that is executed directly sends the same statements as with graphql-java, and gets the same response. When
 * graphql-java has to say what went wrong, nothing is read or logged a second time.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectExecutionTest {
    private static final Caller CLEARED = new Caller(
            "https://issuer.example", "direct", Set.of(), new Clearance(ClearanceLevel.SECRET, "LT", Set.of()));
    private static final Caller WEAK = new Caller(
            CLEARED.issuer(),
            CLEARED.subject(),
            Set.of(),
            CLEARED.clearance(),
            Set.of(),
            new StepUp(List.of("gold", "\"platinum\""), 300),
            new TokenRoles(List.of(), null));

    private static final String SYSTEMS = "weaponSystems { nodes { codeName designation } }";
    private static final String RECORDED = "SELECT recorded, marking FROM registry.record_reading(";
    private static final int LONGEST = 10_000;

    @Inject
    Engines engines;

    @Inject
    DataSource database;

    /** What was sent, one entry for each round trip. */
    private final List<String> sent = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private Execution engine;

    /** The result of an operation, its response body, and the statements sent for it. */
    private record Observed(GraphQLResult result, String body, List<String> sent) {
        private long logged() {
            return sent.stream().filter(text -> text.startsWith(RECORDED)).count();
        }
    }

    @BeforeEach
    void use_one_connection_for_everything() throws SQLException {
        connection = database.getConnection();
        engine = engines.over(SingleConnection.of(connection, sent::add));
    }

    @AfterEach
    void give_it_back() throws SQLException {
        AnswerBudget.leave();
        connection.close();
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                arguments("{ " + SYSTEMS + " }", Map.of()),
                arguments(
                        "{ a: partnerFirms(first: 2) { nodes { legalName } } ...F }" + " fragment F on Query { "
                                + SYSTEMS + " countries { name } }",
                        Map.of()),
                arguments("query($n: Int) { partnerFirms(first: $n) { totalCount } }", Map.of("n", 3)),
                arguments("query($no: Boolean!) { countries @include(if: $no) { name } }", Map.of("no", false)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void direct_execution_sends_and_answers_the_same(String question, Map<String, @Nullable Object> variables) {
        for (Caller caller : List.of(Caller.ANONYMOUS, CLEARED, WEAK)) {
            Observed expected = withGraphQLJava(question, variables, caller);
            Observed actual = directly(question, variables, caller);
            assertThat(actual.result()).isInstanceOf(GraphQLResult.Written.class);
            assertThat(actual.body()).isEqualTo(expected.body());
            assertThat(actual.sent()).isEqualTo(expected.sent());
        }
    }

    @Test
    void extensions_are_the_marking_and_the_step_up() {
        assertThat(directly("{ " + SYSTEMS + " }", Map.of(), WEAK).body())
                .contains("]}},\"extensions\":{\"marking\":\"SLAPTAI // ")
                .endsWith("\",\"stepUp\":{\"acrValues\":[\"gold\",\"\\\"platinum\\\"\"],\"maxAge\":300}}}");
        assertThat(directly("{ countries { alpha2 } }", Map.of(), WEAK).body())
                .endsWith("]},\"extensions\":{\"stepUp\":{\"acrValues\":"
                        + "[\"gold\",\"\\\"platinum\\\"\"],\"maxAge\":300}}}");
        assertThat(directly("{ countries { alpha2 } }", Map.of(), CLEARED).body())
                .endsWith("}]}}");
    }

    @Test
    void a_response_that_is_too_long_was_read_and_logged_once() {
        String aliases = IntStream.range(0, 10)
                .mapToObj(i -> "a".repeat(300) + i + ": codeName ")
                .collect(Collectors.joining());
        String question = "query %s { weaponSystems { nodes { designation " + aliases + "} } }";
        Observed expected = limited(() -> withGraphQLJava(question.formatted("too_long_a"), Map.of(), CLEARED));
        Observed actual = limited(() -> directly(question.formatted("too_long_b"), Map.of(), CLEARED));

        assertThat(actual.result().fault()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(actual.body()).isEqualTo(expected.body()).contains("\"data\":{\"weaponSystems\":null}");
        assertThat(actual.sent()).isEqualTo(expected.sent());
        assertThat(actual.logged()).isEqualTo(1);
        assertThat(Log.readings("too_long_b")).hasSize(1);
        assertThat(Log.entries("too_long_b")).isEqualTo(Log.entries("too_long_a"));
    }

    /** The log has what was read before the end of the response turned out to be beyond the limit. */
    @Test
    void the_frame_of_a_response_counts_as_well() {
        String question = "query frame { " + "a".repeat(LONGEST - 100) + ": partnerFirms { totalCount } }";
        Observed actual = limited(() -> directly(question, Map.of(), CLEARED));
        assertThat(actual.result()).isInstanceOf(GraphQLResult.Written.class);

        String longer = "query frame { " + "a".repeat(LONGEST) + ": " + SYSTEMS + " }";
        Observed refused = limited(() -> directly(longer, Map.of(), CLEARED));
        assertThat(refused.result().fault()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(refused.logged()).isEqualTo(1);
    }

    @Test
    void a_root_field_that_fails_does_not_have_the_others_read_again() {
        Observed actual;
        Vault.execute("REVOKE SELECT ON registry.partner_firm FROM registry_app");
        try {
            actual = directly(
                    "query partly { " + SYSTEMS + " partnerFirms { nodes { legalName } } }", Map.of(), CLEARED);
        } finally {
            Vault.execute("GRANT SELECT ON registry.partner_firm TO registry_app");
        }
        assertThat(actual.result().fault()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(actual.body())
                .contains("\"path\":[\"partnerFirms\"]", "\"designation\":\"", "\"partnerFirms\":null}");
        assertThat(actual.sent().stream().filter(text -> text.startsWith("BEGIN")))
                .as("both together, then each")
                .hasSize(3);
        assertThat(actual.logged()).isEqualTo(1);
        assertThat(Log.readings("partly")).hasSize(1);
    }

    @Test
    void a_failure_of_all_leaves_no_data() {
        Vault.execute("REVOKE SELECT ON registry.weapon_system FROM registry_app");
        try {
            assertThatThrownBy(() -> directly("{ " + SYSTEMS + " }", Map.of(), CLEARED))
                    .hasMessageContaining("SQLSTATE 42501");
        } finally {
            Vault.execute("GRANT SELECT ON registry.weapon_system TO registry_app");
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("{ " + SYSTEMS + " partnerFirms(first: 2, last: 2) { totalCount } }", Map.of()),
                arguments(
                        "{ partnerFirm(id: \"wrong\") { id } weaponSystems(after: \"wrong\") { totalCount } }",
                        Map.of()),
                arguments("query($n: Int!) { partnerFirms(first: $n) { totalCount } }", Map.of("n", "many")),
                arguments("query($m: Int!) { partnerFirms(first: $m) { totalCount } }", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void nothing_is_read_if_an_argument_or_a_variable_is_invalid(
            String question, Map<String, @Nullable Object> variables) {
        Observed actual = directly(question, variables, CLEARED);
        assertThat(actual.sent()).isEmpty();
        assertThat(actual.result().fault()).isEqualTo(ErrorCode.BAD_USER_INPUT);
        assertThat(actual.body())
                .isEqualTo(withGraphQLJava(question, variables, CLEARED).body());
    }

    private Observed directly(String question, Map<String, @Nullable Object> variables, Caller caller) {
        return observe(() -> engine.executeDirectly(question, variables, caller).orElseThrow(), caller);
    }

    private Observed withGraphQLJava(String question, Map<String, @Nullable Object> variables, Caller caller) {
        return observe(() -> GraphQLResult.of(engine.execute(question, variables, caller)), caller);
    }

    private Observed observe(Supplier<GraphQLResult> execution, Caller caller) {
        sent.clear();
        GraphQLResult result = execution.get();
        List<String> texts = List.copyOf(sent);
        return new Observed(result, DirectComparison.body(result, caller), texts);
    }

    private static Observed limited(Supplier<Observed> execution) {
        SharedBudget memory = new SharedBudget("memory", 10_000_000, 10_000_000, 10_000_000);
        AnswerBudget budget = new AnswerBudget(LONGEST, memory.reservation(Party.address("192.0.2.1")));
        budget.enter();
        try {
            return execution.get();
        } finally {
            AnswerBudget.leave();
            budget.close();
        }
    }
}
