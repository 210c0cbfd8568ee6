package org.jointdefence.registry.noninterference;

import graphql.schema.GraphQLSchema;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jointdefence.registry.equivalence.document.Coverage;
import org.jointdefence.registry.equivalence.document.RandomDocument;
import org.jointdefence.registry.equivalence.document.RandomDocuments;
import org.jointdefence.registry.equivalence.document.SeenValues;
import org.jointdefence.registry.equivalence.document.StraightDocuments;
import org.jointdefence.registry.equivalence.document.SweepingDocuments;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Asks two registries the same, and finds the first answer in which they differ by one byte. */
final class DifferentialRunner {

    /**
     * What is outside of the promise: an auditor is cleared for the log of who read what, and that is of what there is
     * to read. Everybody else asks for it too, and must be refused with the same bytes.
     */
    private static final Map<String, Set<String>> OUTSIDE = Map.of("auditor", Coverage.LOG);

    private static final double SPOILT = 0.07;
    private static final double TRUSTED = 0.07;
    private static final int COMPLETED = 200;
    private static final int INSTANTS = 100;

    /** From one sweep to the next; a sweep is a fourth of them. */
    private static final int SWEPT = 250;

    /** How many of them are asked before the past, for which instants of changes must be known. */
    private static final int PAST = 70;

    /** Where a registry listens, and what becomes of its answers on the way. */
    interface Registry {
        /** The answer to the bytes of a request. */
        Answer answer(byte[] request) throws IOException;

        /** One on this machine. */
        static Registry at(int port) {
            return request -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    socket.getOutputStream().write(request);
                    try (InputStream answer = socket.getInputStream()) {
                        byte[] bytes = answer.readAllBytes();
                        if (bytes.length == 0) {
                            throw new EOFException("no answer to " + new String(request, UTF_8));
                        }
                        return Answer.of(bytes);
                    }
                }
            };
        }
    }

    private final Registry one;
    private final Registry other;
    private final Map<String, RandomDocument> trusted;
    private final Random random;
    private final Coverage coverage;
    private final SeenValues harvest = SeenValues.withInstants(INSTANTS);
    private final RandomDocuments documents;
    private final SweepingDocuments sweeps;
    private final StraightDocuments straight;
    private final Map<String, Integer> outcomes = new LinkedHashMap<>();
    private int tooSlow;

    DifferentialRunner(
            GraphQLSchema schema, Registry one, Registry other, Map<String, RandomDocument> trusted, Random random) {
        this.one = one;
        this.other = other;
        this.trusted = trusted;
        this.random = random;
        this.coverage = new Coverage(schema);
        this.documents = new RandomDocuments(schema, random, harvest, coverage);
        this.sweeps = new SweepingDocuments(schema, random, harvest, coverage);
        this.straight = new StraightDocuments(schema, random, harvest, coverage);
    }

    /**
     * The first difference in so many documents.
     *
     * @param authorization the value of that header; null for somebody without a token
     */
    Optional<String> run(Reader reader, @Nullable String authorization, int count) throws IOException, SQLException {
        return run(reader, authorization, count, Optional::empty, count);
    }

    /** Something else to compare. */
    interface Comparison {
        /** The first difference. */
        Optional<String> run() throws IOException, SQLException;
    }

    /** The same with another comparison after so many documents each. */
    Optional<String> run(Reader reader, @Nullable String authorization, int count, Comparison between, int interval)
            throws IOException, SQLException {
        RandomRequests requests = new RandomRequests(random, authorization);
        Deque<RandomDocument> waiting = new ArrayDeque<>();
        Optional<String> difference = Optional.empty();
        for (int asked = 1; asked <= count && difference.isEmpty(); asked++) {
            if (asked % SWEPT == PAST) {
                waiting.addAll(sweeps.past(unasked(reader)));
            }
            if (asked % SWEPT == 1) {
                waiting.addAll(sweeps.next(reader.name(), unasked(reader)));
            }
            difference = askNext(waiting, asked, requests, reader);
            if (asked % interval == 0 && difference.isEmpty()) {
                difference = between.run();
            }
        }
        return difference;
    }

    /**
     * The first difference in documents until they have had all of the schema, or until there were so many: straight ones
     * to what is wanted of the filters, and random ones to all else.
     */
    Optional<String> complete(Reader reader, @Nullable String authorization, int most) {
        RandomRequests requests = new RandomRequests(random, authorization);
        Deque<RandomDocument> waiting = new ArrayDeque<>();
        Optional<String> difference = Optional.empty();
        for (int asked = 0;
                asked < most && difference.isEmpty() && !coverage.missing().isEmpty();
                asked++) {
            if (asked % COMPLETED == 0) {
                waiting.addAll(straight.next(reader.name()));
            }
            difference = askNext(waiting, asked, requests, reader);
        }
        return difference;
    }

    /** The first difference in the answers to all trusted documents by GET, compressed and not, each twice. */
    Optional<String> askTrusted(Reader reader) {
        for (String id : trusted.keySet()) {
            Request request = Request.get("/graphql?documentId=" + id, Map.of());
            Optional<String> difference =
                    compare(List.of(request, request, request.with("Accept-Encoding", "gzip")), null, reader);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Set<String> unasked(Reader reader) {
        return OUTSIDE.getOrDefault(reader.name(), Set.of());
    }

    /** The difference in the next of the waiting documents, or in a random one if none waits. */
    private Optional<String> askNext(
            Deque<RandomDocument> waiting, int number, RandomRequests requests, Reader reader) {
        if (waiting.isEmpty()) {
            waiting.addAll(documents.next(reader.name(), unasked(reader)));
        }
        RandomDocument document = waiting.removeFirst();
        return ask(document, requests, reader)
                .map(difference -> "document " + number + " of " + reader + " " + difference + "\n" + document);
    }

    private Optional<String> ask(RandomDocument document, RandomRequests requests, Reader reader) {
        double kind = random.nextDouble();
        if (kind < SPOILT) {
            return compare(List.of(requests.spoilt(document)), null, reader);
        }
        if (kind < SPOILT + TRUSTED) {
            String id = List.copyOf(trusted.keySet()).get(random.nextInt(trusted.size()));
            return compare(requests.asking(Objects.requireNonNull(trusted.get(id)), id), null, reader);
        }
        return compare(requests.asking(document), document, reader);
    }

    private Optional<String> compare(List<Request> requests, @Nullable RandomDocument document, Reader reader) {
        List<Request> waiting = new ArrayList<>(requests);
        boolean failed = false;
        while (!waiting.isEmpty()) {
            Request request = waiting.removeFirst();
            if (failed && request.headers().containsKey("Accept-Encoding")) {
                // What is compressed has the request's own id in it, where nothing can be left out.
                continue;
            }
            byte[] bytes = request.bytes();
            CompletableFuture<Answer> there = CompletableFuture.supplyAsync(() -> ask(other, bytes));
            Answer here = ask(one, bytes);
            Answer elsewhere = there.join();
            if (here.tookTooLong() || elsewhere.tookTooLong()) {
                tooSlow++;
                return Optional.empty();
            }
            String difference = here.difference(elsewhere);
            if (!difference.isEmpty()) {
                return Optional.of(difference + "\nto " + new String(bytes, UTF_8));
            }
            if (here.outcome().endsWith("INTERNAL")) {
                throw new AssertionError("both failed at\n" + new String(bytes, UTF_8));
            }
            if (document != null) {
                learn(document, here, reader);
            }
            failed = here.hasErrors();
            outcomes.merge(request.method() + " " + here.outcome(), 1, Integer::sum);
            if (here.tag() != null && here.status() == 200) {
                waiting.addFirst(request.with("If-None-Match", here.tag()));
            }
        }
        return Optional.empty();
    }

    private void learn(RandomDocument document, Answer answer, Reader reader) {
        Map<String, @Nullable Object> json = answer.json();
        if (json.containsKey("data")) {
            harvest.add(reader.name(), document, json.get("data"));
            if (!json.containsKey("errors")) {
                coverage.answerUnseen(document.reached());
            }
        }
    }

    private static Answer ask(Registry registry, byte[] request) {
        try {
            return registry.answer(request);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Coverage coverage() {
        return coverage;
    }

    /** How many requests were not compared, because they took too long. */
    int tooSlow() {
        return tooSlow;
    }

    /** How many answers there were of each kind. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }
}
