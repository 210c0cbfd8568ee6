package org.jointdefence.registry.clearance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Callers of all clearances at once, on two connections: every answer is the one that its caller gets alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class MixedClearances {

    private static final int THREADS = 16;
    private static final Duration DURATION = Duration.ofSeconds(10);

    private record Question(Persona persona, String document, String operation, Map<String, ?> variables) {
        String answer() {
            return GraphQLDocument.named(document)
                    .sentBy(persona, operation, variables)
                    .comparable();
        }
    }

    @Test
    void callers_of_all_clearances_on_two_connections_get_the_answers_that_they_get_alone() throws Exception {
        Map<Question, String> alone = new LinkedHashMap<>();
        questions().forEach(question -> alone.put(question, question.answer()));
        assertThat(alone.values()).allMatch(answer -> answer.startsWith("200 {\"data\":{"));
        List<Question> questions = List.copyOf(alone.keySet());
        AtomicInteger answered = new AtomicInteger();
        Instant end = Instant.now().plus(DURATION);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                runs.add(threads.submit(() -> {
                    while (Instant.now().isBefore(end)) {
                        Question question = questions.get(random.nextInt(questions.size()));
                        assertThat(question.answer()).as("%s", question).isEqualTo(alone.get(question));
                        answered.incrementAndGet();
                    }
                    return true;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertThat(answered.get()).as("questions answered").isGreaterThan(10 * questions.size());
    }

    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (String name : AccessMatrix.read().personas()) {
            Persona persona = Persona.named(name);
            for (String concept : List.of("PartnerFirm", "ProductionFacility", "WeaponSystem", "Agreement")) {
                questions.add(new Question(persona, "access/nested", concept, Map.of()));
            }
            questions.add(new Question(persona, "access/sums", "WeaponSystem", Map.of()));
            questions.add(new Question(
                    persona,
                    "access/WeaponSystem",
                    "Page",
                    Map.of(
                            "first",
                            3,
                            "orderBy",
                            List.of(Map.of("field", "UNIT_COST_AMOUNT", "direction", "DESC")),
                            "where",
                            Map.of("maximumRangeKm", Map.of("gt", 5)))));
        }
        return questions;
    }
}
