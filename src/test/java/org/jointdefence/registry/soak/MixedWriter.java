package org.jointdefence.registry.soak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.PackagedRegistry;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One of those who write beside the {@link MixedCaller}s. Each request has a key, with which it is repeated until it is
 * acknowledged. What is written are persons and sources, two at a time, and then changed.
 */
final class MixedWriter implements Runnable {

    /** What the names of all that is written begin with. */
    static final String NAME = "EXERCISE soak ";

    /** The types whose answers change. */
    private static final List<String> WRITTEN = List.of("Person", "Source");

    /** A subject may use a thousand keys a day. */
    private static final int WRITES_OF_SUBJECT = 400;

    private static final String BUSY = "Other changes of the same records are under way; try again.";

    private static final String CREATE = """
            mutation written($name: String!, $key: String!, $label: LabelInput) {
              createPerson(input: { name: $name, label: $label }, idempotencyKey: $key) { person { id version } }
              createSource(input: { title: $name, publisher: "EXERCISE", kind: OTHER, label: $label }, idempotencyKey: $key) {
                source { id }
              }
            }""";

    private static final String UPDATE = """
            mutation changed($id: ID!, $version: String!, $name: String!, $key: String!) {
              updatePerson(input: { id: $id, version: $version, name: $name }, idempotencyKey: $key) { person { name } }
            }""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int number;
    private final @Nullable Map<String, ?> label;
    private final UnaryOperator<String> tokens;
    private final PackagedRegistry registry;
    private final Map<String, String> acknowledged = new LinkedHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean stopped;
    private volatile @Nullable Throwable fault;

    /**
     * @param label of all that is written; null for what is public
     * @param tokens the token of a subject
     */
    MixedWriter(int number, @Nullable Map<String, ?> label, UnaryOperator<String> tokens, PackagedRegistry registry) {
        this.number = number;
        this.label = label;
        this.tokens = tokens;
        this.registry = registry;
    }

    /** Whether writers change the answer to a question. */
    static boolean changes(MixedQuestion question) {
        return !question.operation().equals("One")
                && (WRITTEN.contains(question.operation())
                        || WRITTEN.contains(question.document().replace("access/", "")));
    }

    @Override
    public void run() {
        try {
            for (int i = 0; !stopped; i++) {
                write(i, tokens.apply("writer " + number + " " + i / WRITES_OF_SUBJECT));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (Exception | AssertionError e) {
            fault = e;
        }
    }

    private void write(int count, String token) throws Exception {
        String name = NAME + number + " " + count;
        Map<String, Object> creation = new HashMap<>(Map.of("name", name, "key", number + "-" + count + "-created"));
        creation.put("label", label);
        JsonNode person = acknowledged(token, CREATE, creation).at("/createPerson/person");
        acknowledged.put(name, name);
        String changed = name + " changed";
        acknowledged(
                token,
                UPDATE,
                Map.of(
                        "id",
                        person.get("id").asText(),
                        "version",
                        person.get("version").asText(),
                        "name",
                        changed,
                        "key",
                        number + "-" + count + "-changed"));
        acknowledged.put(name, changed);
    }

    /** The data of the first answer to this request that is not an error. */
    private JsonNode acknowledged(String token, String document, Map<String, ?> variables) throws Exception {
        String request = request(document, variables);
        while (true) {
            GraphQLAnswer answer = registry.answer(token, request);
            if (!answer.json().has("errors")) {
                return answer.data();
            }
            if (!answer.error().path("message").asText().equals(BUSY)) {
                MixedCaller.error("a writer sends " + request, answer);
            }
            repeated.incrementAndGet();
            Thread.sleep(20);
        }
    }

    private static String request(String document, Map<String, ?> variables) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of("query", document, "variables", variables));
    }

    /** Has it end when its last request is acknowledged. */
    void stop() {
        stopped = true;
    }

    @Nullable
    Throwable fault() {
        return fault;
    }

    /** How often a request was repeated. */
    int repeated() {
        return repeated.get();
    }

    /** What it has written, with the last name of each person, as the service has acknowledged it. */
    Map<String, String> written() {
        assertThat(stopped).isTrue();
        return acknowledged;
    }
}
