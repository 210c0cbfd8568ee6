package org.jointdefence.registry.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.PackagedRegistry;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** One of many who ask at once and without a pause; it knows all answers that it may get. */
final class MixedCaller implements Runnable {

    /** One request in so many has a name of its own. */
    private static final int SAMPLE = 20;

    /** quarkus.datasource.jdbc.acquisition-timeout of the service. */
    private static final Duration ACQUISITION = Duration.ofSeconds(5);

    /** What such names begin with. */
    static final String NAME = "mixed_";

    private static final AtomicInteger NAMES = new AtomicInteger();

    /** A request that got an error, by {@link System#nanoTime()}. */
    record Failure(long began, long ended, String error) {
        /** Whether it waited for a connection for as long as it may, which on a slow machine needs no other reason. */
        boolean waited() {
            return ended - began >= ACQUISITION.toNanos();
        }
    }

    /**
     * A request that can be found again by its operation's name, and was answered.
     *
     * @param classified whether the answer has something that not everybody is shown
     */
    record Delivery(String name, String persona, boolean classified) {}

    private final String persona;
    private final String token;
    private final PackagedRegistry registry;
    private final Map<MixedQuestion, String> answers;
    private final Set<MixedQuestion> classified;
    private final List<MixedQuestion> questions;
    private final Random random;
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Delivery> sample = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger disclosed = new AtomicInteger();
    private volatile long lastAnswered;
    private volatile boolean stopped;
    private volatile @Nullable Throwable fault;

    MixedCaller(
            String persona,
            String token,
            PackagedRegistry registry,
            Map<MixedQuestion, String> answers,
            Set<MixedQuestion> classified,
            int number) {
        this.persona = persona;
        this.token = token;
        this.registry = registry;
        this.answers = answers;
        this.classified = classified;
        this.questions = new ArrayList<>(answers.keySet());
        this.random = new Random(number);
    }

    @Override
    public void run() {
        try {
            for (int i = 0; !stopped; i++) {
                ask(questions.get(random.nextInt(questions.size())), i % SAMPLE == 0);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (Exception | AssertionError e) {
            fault = e;
        }
    }

    private void ask(MixedQuestion question, boolean named) throws Exception {
        String name = NAME + NAMES.incrementAndGet();
        String request = named ? question.requestAs(name) : question.request();
        long began = System.nanoTime();
        GraphQLAnswer answer = registry.answer(token, request);
        long ended = System.nanoTime();
        if (answer.comparable().equals(answers.get(question))) {
            answered.incrementAndGet();
            lastAnswered = ended;
            if (classified.contains(question)) {
                disclosed.incrementAndGet();
            }
            if (named) {
                sample.add(new Delivery(name, persona, classified.contains(question)));
            }
        } else {
            failures.add(new Failure(began, ended, error(persona + " asks " + question, answer)));
        }
    }

    /** The status and code of an answer that is an error, and says nothing else. */
    static String error(String what, GraphQLAnswer answer) {
        assertThat(answer.status()).as("%s and is told %s", what, answer).isIn(500, 503);
        assertThat(answer.json().path("data").isMissingNode()
                        || answer.json().get("data").isNull())
                .as("%s and is told %s", what, answer)
                .isTrue();
        JsonNode error = answer.error();
        assertThat(error.at("/extensions/requestId").asText()).as("%s", answer).matches("[0-9a-f]{16}");
        assertThat(error.get("message").asText()).as("%s", answer).matches("[A-Za-z ,;]+\\.?");
        assertThat(answer.body()).doesNotContain("Exception", "java", "SQL", "postgres");
        assertThat(answer.code()).as("%s", answer).matches("INTERNAL|UNAVAILABLE|LIMIT_EXCEEDED");
        return answer.status() + " " + answer.code();
    }

    void stop() {
        stopped = true;
    }

    /** What went wrong, if anything did. */
    @Nullable
    Throwable fault() {
        return fault;
    }

    String persona() {
        return persona;
    }

    int answered() {
        return answered.get();
    }

    /** How many of its answers had something that not everybody is shown. */
    int disclosed() {
        return disclosed.get();
    }

    /** When its latest answer came that was no error. */
    long lastAnswered() {
        return lastAnswered;
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    List<Delivery> sample() {
        return List.copyOf(sample);
    }
}
