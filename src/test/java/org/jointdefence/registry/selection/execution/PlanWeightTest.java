package org.jointdefence.registry.selection.execution;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jointdefence.registry.LiveHeap;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.Engines;
import org.jointdefence.registry.equivalence.Execution;
import org.jointdefence.registry.equivalence.Response;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.DocumentKinds.kind;
import static org.jointdefence.registry.DocumentKinds.repeat;

/** A plan is as heavy as the cache says, whatever it is a plan of. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanWeightTest {

    private static final int MOST_OPERATIONS = 4_000;

    @Inject
    Engines engines;

    @Inject
    DataSource database;

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("few fields", i -> "query Q" + i + " { partnerFirms(first: 5) { nodes { legalName } } }"),
                kind(
                        "many aliases",
                        i -> "query Q" + i + " { partnerFirms(first: 1) { nodes { "
                                + repeat(90, n -> "a" + n + ": legalName") + "} } }"),
                kind(
                        "long aliases",
                        i -> "query Q" + i + " { partnerFirms(first: 1) { nodes { "
                                + repeat(40, n -> "a".repeat(200) + n + ": legalName") + "} } }"),
                kind(
                        "levels",
                        i -> "query Q" + i
                                + " { partnerFirms(first: 1) { nodes { weaponSystems(first: 1) { nodes { codeName"
                                + " agreements(first: 1) { nodes { title sources { url } } } } } } } }"),
                kind(
                        "filters",
                        i -> "query Q" + i + " { partnerFirms(first: 1, where: { and: ["
                                + repeat(60, n -> "{ legalName: { contains: \"x" + n + "\" } }")
                                + "] }) { totalCount } }"),
                kind(
                        "root fields",
                        i -> "query Q" + i + " { "
                                + repeat(19, n -> "r" + n + ": weaponSystems(first: 2) { nodes { codeName } }")
                                + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void plans_take_as_much_as_they_weigh(String name, IntFunction<String> documents) {
        Operations operations = engines.operationsWithAllPlans(database);
        Execution execution = engines.by(operations);
        execution.answer(documents.apply(-1).replace("Q-1", "First"), Map.of(), Caller.ANONYMOUS);
        long before = LiveHeap.bytes() - operations.plans().retained();

        int count = 0;
        while (operations.plans().retained() < LiveHeap.ENOUGH && count < MOST_OPERATIONS) {
            Response response = execution.answer(documents.apply(count++), Map.of(), Caller.ANONYMOUS);
            assertThat(response.errors()).isEmpty();
        }

        LiveHeap.assertGrownBy(before, operations.plans().retained(), count + " plans of " + name);
    }
}
