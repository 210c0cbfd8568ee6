package org.jointdefence.registry.http;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jointdefence.registry.Persona;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the values of a request are, it is answered or refused: none is a failure of the service. The seed is in the log;
 * {@code -Dfuzz.seed=…} repeats it.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzTest {

    private static final Logger LOG = Logger.getLogger(FuzzTest.class);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 15));
    private static final int LEAST = 500;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Where a value stands: what leads to its field, the argument that it is or is a part of, and what closes that again.
     *
     * @param type of the value
     * @param open what is written of the argument before the value
     * @param close what is written of it after the value
     */
    private record Place(
            Way way,
            GraphQLFieldDefinition field,
            GraphQLArgument argument,
            GraphQLInputType type,
            String open,
            String close) {

        Place(Way way, GraphQLFieldDefinition field, GraphQLArgument argument) {
            this(way, field, argument, argument.getType(), "", "");
        }

        Place within(GraphQLInputObjectField part) {
            boolean list = GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
            return new Place(
                    way,
                    field,
                    argument,
                    part.getType(),
                    open + (list ? "[{" : "{") + part.getName() + ":",
                    (list ? "}]" : "}") + close);
        }

        /** What it has in common with places that need no values of their own. */
        String kind() {
            return (open.isEmpty() ? argument.getName() + " " : "") + GraphQLTypeUtil.simplePrint(type);
        }

        /** A document in which the value is this, and the arguments that must be given have one. */
        String document(String variables, String value) {
            StringBuilder arguments = new StringBuilder(argument.getName() + ":" + open + value + close);
            for (GraphQLArgument other : field.getArguments()) {
                if (!other.getName().equals(argument.getName()) && GraphQLTypeUtil.isNonNull(other.getType())) {
                    arguments.append(' ').append(other.getName()).append(":\"x\"");
                }
            }
            boolean leaf = !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer);
            return way.operation() + variables + way.before() + field.getName() + "(" + arguments + ")"
                    + (leaf ? "" : "{__typename}") + way.after();
        }
    }

    @Inject
    GraphQLSchema schema;

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    URI endpoint;

    @Test
    void no_value_of_any_argument_makes_the_service_fail() {
        LOG.infof("fuzz.seed=%d", SEED);
        Random random = new Random(SEED);
        HostileInputs inputs = new HostileInputs(random);
        List<Place> places = places();
        List<String> readers = List.of(
                "", Persona.named("lt-secret").token(), Persona.named("auditor").token());
        long end = System.nanoTime() + TIME.toNanos();
        int asked = 0;
        Questions questions = new Questions();
        for (Place place : kinds(places)) {
            boolean scalar = place.type() instanceof GraphQLScalarType;
            int share = scalar ? 1 : GraphQLTypeUtil.unwrapAll(place.type()) instanceof GraphQLScalarType ? 2 : 10;
            for (String atom : HostileInputs.ATOMS) {
                if (random.nextInt(share) == 0) {
                    boolean literal = random.nextBoolean();
                    questions.add(body(place, atom, literal), readers.get(asked++ % 3));
                    if (scalar) {
                        questions.add(body(place, atom, !literal), readers.get(asked++ % 3));
                    }
                }
            }
        }
        int systematic = asked;
        for (int more = 0; System.nanoTime() < end || more < LEAST; more++) {
            Place place = places.get(random.nextInt(places.size()));
            questions.add(body(place, inputs.value(place.type()), random.nextBoolean()), readers.get(asked++ % 3));
        }
        questions.assertAnswered();
        LOG.infof("%d arguments, %d questions, and %d at random", places.size(), systematic, asked - systematic);
        assertThat(reached(places)).as("input types").isEqualTo(inputTypes());
    }

    /** Are asked two at a time: by a thread of their own and, while that is busy, by whoever adds one. */
    private final class Questions {
        private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
        private final List<Throwable> failures = new CopyOnWriteArrayList<>();

        void add(String body, String token) {
            if (failures.isEmpty()) {
                thread.execute(() -> {
                    try {
                        send(body, token);
                    } catch (IOException | InterruptedException | RuntimeException | Error failure) {
                        failures.add(failure);
                    }
                });
            }
        }

        void assertAnswered() {
            thread.close();
            assertThat(failures).isEmpty();
        }
    }

    private static String body(Place place, String value, boolean literal) {
        GraphQLInputType type = place.type();
        return literal
                ? "{\"query\":" + quoted(place.document("", HostileInputs.literal(value, type))) + "}"
                : "{\"query\":"
                        + quoted(place.document("($v:" + GraphQLTypeUtil.simplePrint(type) + ")", "$v"))
                        + ",\"variables\":{\"v\":" + value + "}}";
    }

    /** The parameters of a request, and what is neither a text nor an object in the place of one. */
    @Test
    void no_parameter_of_a_request_makes_the_service_fail() throws IOException, InterruptedException {
        List<String> values = Stream.concat(
                        HostileInputs.ATOMS.stream(),
                        Stream.of(
                                "{\"v\":{}}",
                                "{\"\":1}",
                                "{\"\\u0000\":1}",
                                "{\"\\ud800\":1}",
                                "{\"persistedQuery\":null}",
                                "{\"persistedQuery\":7}",
                                "{\"persistedQuery\":[]}",
                                "{\"persistedQuery\":{\"sha256Hash\":null}}",
                                "{\"persistedQuery\":{\"sha256Hash\":{}}}",
                                "{\"persistedQuery\":{\"sha256Hash\":\"\"}}",
                                "{\"persistedQuery\":{\"version\":\"x\",\"sha256Hash\":\"\\u0000\"}}",
                                "{\"__proto__\":{\"x\":1}}"))
                .toList();
        String token = Persona.named("lt-secret").token();
        for (String value : values) {
            for (String parameter :
                    List.of("query", "variables", "operationName", "extensions", "documentId", "other")) {
                String others = parameter.equals("query") ? "" : "\"query\":\"query A($v:Int){__typename}\",";
                send("{" + others + "\"" + parameter + "\":" + value + "}", token);
                send("{\"" + parameter + "\":" + value + "}", "");
                get("query=%7B__typename%7D&" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
            send(value, token);
        }
    }

    @Test
    void no_header_of_a_request_makes_the_service_fail() throws IOException, InterruptedException {
        List<String> values = List.of(
                "",
                " ",
                ",",
                ";",
                "\u00ff\u00fe",
                "%00",
                "x".repeat(4_000),
                ";q=",
                "*/*;q=x",
                "application/json;q=9e99",
                "application/json;charset=\"",
                "W/\"",
                "\"",
                "100-continue",
                "bytes=0-1",
                "-1",
                "99999999999999999999");
        for (String header : List.of(
                "Accept",
                "Accept-Encoding",
                "Accept-Language",
                "If-None-Match",
                "If-Modified-Since",
                "Authorization",
                "Content-Encoding",
                "Content-Type",
                "Cookie",
                "Origin",
                "Range",
                "X-Forwarded-For")) {
            for (String value : values) {
                HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                        .POST(BodyPublishers.ofString("{\"query\":\"{__typename}\"}"))
                        .setHeader("Content-Type", "application/json")
                        .setHeader(header, value);
                check(header + ": " + value, HTTP.send(request.build(), BodyHandlers.ofString()));
            }
        }
    }

    private void send(String body, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", Requests.RESPONSE_JSON)
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        check(body, HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    private void get(String query) throws IOException, InterruptedException {
        if (query.length() < 12_000) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(endpoint + "?" + query)).build();
            check(query, HTTP.send(request, BodyHandlers.ofString()));
        }
    }

    private static void check(String request, HttpResponse<String> response) {
        String shown = request.length() > 2_000 ? request.substring(0, 2_000) + "…" : request;
        assertThat(response.statusCode())
                .as("%s (fuzz.seed=%d): %s", shown, SEED, response.body())
                .isLessThan(500);
        assertThat(response.body())
                .as("%s (fuzz.seed=%d)", shown, SEED)
                .doesNotContain("\"code\":\"INTERNAL\"", "\"code\":\"UNAVAILABLE\"");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Every argument of every field, by a shortest way to it. */
    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of("Query", "Mutation"));
        Deque<Way> waiting = new ArrayDeque<>(List.of(
                new Way("query", "{", schema.getQueryType(), "}"),
                new Way("mutation", "{", schema.getMutationType(), "}")));
        while (!waiting.isEmpty()) {
            Way way = waiting.remove();
            for (GraphQLFieldDefinition field : way.type().getFieldDefinitions()) {
                field.getArguments().forEach(argument -> places.add(new Place(way, field, argument)));
                boolean free = field.getArguments().stream()
                        .noneMatch(argument -> GraphQLTypeUtil.isNonNull(argument.getType()));
                if (free
                        && GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer type
                        && seen.add(type.getName())) {
                    waiting.add(
                            new Way(way.operation(), way.before() + field.getName() + "{", type, "}" + way.after()));
                }
            }
        }
        return places;
    }

    private record Way(String operation, String before, GraphQLFieldsContainer type, String after) {}

    private Set<String> inputTypes() {
        Set<String> names = new TreeSet<>();
        schema.getAllTypesAsList().stream()
                .filter(GraphQLInputObjectType.class::isInstance)
                .forEach(type -> names.add(type.getName()));
        return names;
    }

    /** The input types of these arguments, and those of their fields. */
    private static Set<String> reached(List<Place> places) {
        Set<String> names = new TreeSet<>();
        for (Place place : withParts(places)) {
            if (GraphQLTypeUtil.unwrapAll(place.type()) instanceof GraphQLInputObjectType type) {
                names.add(type.getName());
            }
        }
        return names;
    }

    /** One place of each kind. */
    private static List<Place> kinds(List<Place> places) {
        Map<String, Place> kinds = new LinkedHashMap<>();
        withParts(places).forEach(place -> kinds.putIfAbsent(place.kind(), place));
        return List.copyOf(kinds.values());
    }

    /** These, and the fields of their types, of each type once. */
    private static List<Place> withParts(List<Place> places) {
        List<Place> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Place> waiting = new ArrayDeque<>(places);
        while (!waiting.isEmpty()) {
            Place place = waiting.remove();
            all.add(place);
            if (GraphQLTypeUtil.unwrapAll(place.type()) instanceof GraphQLInputObjectType type
                    && seen.add(type.getName())) {
                type.getFieldDefinitions().forEach(part -> waiting.add(place.within(part)));
            }
        }
        return all;
    }
}
