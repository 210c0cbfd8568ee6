package org.jointdefence.registry.equivalence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jointdefence.registry.equivalence.data.RandomRegistry;
import org.jointdefence.registry.equivalence.reference.ReferenceData;
import org.jointdefence.registry.equivalence.reference.ReferenceOrder;
import org.jointdefence.registry.equivalence.reference.ReferenceRow;
import org.jointdefence.registry.equivalence.reference.ReferenceRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@link EquivalenceTest} can fail: whatever one side does differently, it finds. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlantedFaultsTest {
    private static final long SEED = 20250224;
    private static final int DOCUMENTS = 4000;
    private static final int THREADS = 2;

    @Inject
    Engines engines;

    @Inject
    Flyway flyway;

    /** A decision made otherwise, or an answer that was tampered with. */
    record Fault(String name, ReferenceRules rules, UnaryOperator<Response> distortion) {
        static Fault of(String name, ReferenceRules rules) {
            return new Fault(name, rules, UnaryOperator.identity());
        }

        static Fault of(String name, UnaryOperator<Response> distortion) {
            return new Fault(name, new ReferenceRules(), distortion);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final Map<String, CompletableFuture<Optional<String>>> searches = new LinkedHashMap<>();

    /** Two threads look for the faults, each on a connection and with knowledge of its own, and the tests await them. */
    @BeforeAll
    void search() throws SQLException {
        RandomRegistry registry = RandomRegistry.of(SEED, flyway);
        faults().forEach(fault -> searches.put(fault.name(), new CompletableFuture<>()));
        Queue<Fault> waiting = new ConcurrentLinkedQueue<>(faults().toList());
        ThreadFactory threads = Executors.defaultThreadFactory();
        for (int i = 0; i < THREADS; i++) {
            AgroalDataSource database = registry.connect(Map.of());
            threads.newThread(() -> search(waiting, database)).start();
        }
    }

    private void search(Queue<Fault> waiting, AgroalDataSource database) {
        try (database) {
            ReferenceData data = new ReferenceData(database);
            for (Fault fault = waiting.poll(); fault != null; fault = waiting.poll()) {
                CompletableFuture<Optional<String>> found = Objects.requireNonNull(searches.get(fault.name()));
                try {
                    found.complete(
                            new EquivalenceRunner(engines, database, data, fault.rules(), fault.distortion(), SEED)
                                    .run(DOCUMENTS));
                } catch (SQLException | RuntimeException | Error failure) {
                    found.completeExceptionally(failure);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_planted_fault_is_found(Fault fault) {
        assertThat(Objects.requireNonNull(searches.get(fault.name())).join()).isPresent();
    }

    static Stream<Fault> faults() {
        return Stream.concat(inRules(), inAnswers());
    }

    private static Stream<Fault> inRules() {
        return Stream.of(
                Fault.of("nulls come first when the order goes down", new ReferenceRules() {
                    @Override
                    public int absentWithPresent(boolean descending) {
                        return descending ? -1 : 1;
                    }
                }),
                Fault.of("not of what is unknown does not hold", new ReferenceRules() {
                    @Override
                    public boolean absentMeets(boolean underNot) {
                        return underNot;
                    }
                }),
                Fault.of("an empty or holds", new ReferenceRules() {
                    @Override
                    public boolean emptyOr() {
                        return true;
                    }
                }),
                Fault.of("none means some", new ReferenceRules() {
                    @Override
                    public boolean none(boolean some) {
                        return some;
                    }
                }),
                Fault.of("the lowest label wins", new ReferenceRules() {
                    @Override
                    public Comparator<ReferenceRow> links() {
                        return Comparator.<ReferenceRow>comparingInt(ReferenceRules::label)
                                .thenComparing(link -> (String) link.get("id"));
                    }
                }),
                Fault.of("what is linked twice is shown twice", new ReferenceRules() {
                    @Override
                    public List<ReferenceRow> linked(List<ReferenceRow> rows) {
                        return rows;
                    }
                }),
                Fault.of("the id always goes up", new ReferenceRules() {
                    @Override
                    public boolean idDescending(List<ReferenceOrder.Key> keys) {
                        return false;
                    }
                }),
                Fault.of("a page begins with its cursor", new ReferenceRules() {
                    @Override
                    public boolean cursorIncluded() {
                        return true;
                    }
                }),
                Fault.of("the total counts the page", new ReferenceRules() {
                    @Override
                    public int totalCount(List<ReferenceRow> matching, List<ReferenceRow> page) {
                        return page.size();
                    }
                }),
                Fault.of("nothing follows a page before a cursor", new ReferenceRules() {
                    @Override
                    public boolean hasNextPage(int end, int upper, int size) {
                        return end < upper;
                    }
                }),
                Fault.of("first and last go together", new ReferenceRules() {
                    @Override
                    public boolean eitherFirstOrLast() {
                        return false;
                    }
                }),
                Fault.of("counts come by key", new ReferenceRules() {
                    @Override
                    public int moreFrequent(int count, int other) {
                        return 0;
                    }
                }),
                Fault.of("every language is English", new ReferenceRules() {
                    @Override
                    public String language(String asked) {
                        return "en";
                    }
                }));
    }

    private static Stream<Fault> inAnswers() {
        return Stream.of(
                Fault.of("fields come in another order", response -> withData(response, PlantedFaultsTest::sorted)),
                Fault.of(
                        "a field that nobody sees is missing",
                        response -> withData(response, PlantedFaultsTest::thinned)),
                Fault.of("an error has gone", response -> new Response(response.data(), List.of(), response.marking())),
                Fault.of("one cursor serves all", response -> withData(response, PlantedFaultsTest::sameCursors)));
    }

    private static Response withData(Response response, UnaryOperator<@Nullable Object> change) {
        return new Response(change.apply(response.data()), response.errors(), response.marking());
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? new TreeMap<>(mapped(map, PlantedFaultsTest::sorted))
                : elements(value, PlantedFaultsTest::sorted);
    }

    /** Without typenames. */
    private static @Nullable Object thinned(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> thinner = mapped(map, PlantedFaultsTest::thinned);
            thinner.remove("__typename");
            return thinner;
        }
        return elements(value, PlantedFaultsTest::thinned);
    }

    private static @Nullable Object sameCursors(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> same = mapped(map, PlantedFaultsTest::sameCursors);
            same.computeIfPresent("cursor", (key, cursor) -> "same");
            return same;
        }
        return elements(value, PlantedFaultsTest::sameCursors);
    }

    private static Map<String, @Nullable Object> mapped(Map<?, ?> map, UnaryOperator<@Nullable Object> change) {
        Map<String, @Nullable Object> mapped = new LinkedHashMap<>();
        map.forEach((key, child) -> mapped.put((String) key, change.apply(child)));
        return mapped;
    }

    private static @Nullable Object elements(@Nullable Object value, UnaryOperator<@Nullable Object> change) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<@Nullable Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(change.apply(element)));
        return elements;
    }
}
