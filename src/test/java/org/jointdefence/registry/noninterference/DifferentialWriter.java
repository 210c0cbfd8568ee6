package org.jointdefence.registry.noninterference;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Has a writer make the same changes in two registries, and another one, in the second only, changes that the first may
 * not see. All answers to the first are the same, byte by byte: payloads, versions, conflicts, refusals and replays.
 *
 * <p>The ids of new records are made by chance, so records are created last, and their ids are not asked for. Changes have
 * the same times in both registries, so that histories can be compared after them.
 */
final class DifferentialWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DifferentialRunner.Registry one;
    private final DifferentialRunner.Registry other;
    private final RandomMutations visible;
    private final RandomMutations hidden;
    private final Map<String, String> headers;
    private final Map<String, String> headersOfHidden;
    private final Random random;
    private final Clock clock;
    private final Map<String, Integer> outcomes = new LinkedHashMap<>();
    private int hiddenWrites;
    private int number;
    private long comparisons;

    /** What gives changes their times. */
    interface Clock {
        /** Has the next changes in both registries get the times of this write. */
        void set(long write) throws SQLException;
    }

    /**
     * @param visible what the one who is compared writes; null as their authorization is somebody without a token
     * @param hidden what the other one writes
     */
    DifferentialWriter(
            DifferentialRunner.Registry one,
            DifferentialRunner.Registry other,
            RandomMutations visible,
            @Nullable String authorization,
            RandomMutations hidden,
            String authorizationOfHidden,
            Random random,
            Clock clock) {
        this.one = one;
        this.other = other;
        this.visible = visible;
        this.hidden = hidden;
        this.headers = authorization == null ? Map.of() : Map.of("Authorization", authorization);
        this.headersOfHidden = Map.of("Authorization", authorizationOfHidden);
        this.random = random;
        this.clock = clock;
    }

    /** Writes once; returns the first difference. */
    Optional<String> write() throws IOException, SQLException {
        number++;
        writeHidden();
        if (random.nextInt(3) == 0) {
            visible.follow(hidden);
            return compare(visible.creationTakenBack()).difference();
        }
        RandomMutations.Change change = visible.change();
        Compared read = compare(change.question());
        if (read.difference().isPresent()) {
            return read.difference();
        }
        String version = random.nextInt(8) == 0 ? "x" : version(read.answer());
        return repeated(change.with(version, "key-" + number), change.with(version + "x", "key-" + number));
    }

    /** Creates records that stay, so that nothing else than this can be compared afterwards. */
    Optional<String> create() throws IOException, SQLException {
        number++;
        writeHidden();
        String key = "key-" + number;
        return repeated(visible.creation(key), visible.creation(key));
    }

    /** Writes, and now and then repeats it, or sends something else with the same key. */
    private Optional<String> repeated(String document, String another) throws IOException, SQLException {
        Compared first = compare(document);
        if (first.difference().isPresent() || random.nextBoolean()) {
            return first.difference();
        }
        return compare(random.nextBoolean() ? document : another).difference();
    }

    private void writeHidden() throws IOException {
        String key = "key-" + number;
        String document = hidden.creation(key);
        if (random.nextBoolean()) {
            RandomMutations.Change change = hidden.change();
            Answer read = other.answer(request(change.question(), headersOfHidden));
            document = change.with(version(read), key);
        }
        if (!other.answer(request(document, headersOfHidden)).hasErrors()) {
            hiddenWrites++;
        }
    }

    private static String version(Answer answer) {
        return answer.json().get("data") instanceof Map<?, ?> data
                        && data.get("node") instanceof Map<?, ?> node
                        && node.get("version") instanceof String version
                ? version
                : "none";
    }

    private record Compared(Answer answer, Optional<String> difference) {}

    private Compared compare(String document) throws IOException, SQLException {
        clock.set(++comparisons);
        byte[] request = request(document, headers);
        Answer here = one.answer(request);
        String difference = here.difference(other.answer(request));
        outcomes.merge(here.outcome(), 1, Integer::sum);
        if (here.outcome().endsWith("INTERNAL")) {
            throw new AssertionError("failed at\n" + document + "\n" + here.text());
        }
        return new Compared(
                here,
                difference.isEmpty()
                        ? Optional.empty()
                        : Optional.of("write " + number + " " + difference + "\nto " + document));
    }

    private static byte[] request(String document, Map<String, String> headers) throws IOException {
        return Request.post("{\"query\":" + new String(JSON.writeValueAsBytes(document), UTF_8) + "}", headers)
                .bytes();
    }

    /** The mutations that have not been compared. */
    Set<String> missing() {
        return visible.missing();
    }

    /** How many answers there were of each kind. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** How many changes have been made in the second registry only. */
    int hiddenWrites() {
        return hiddenWrites;
    }
}
