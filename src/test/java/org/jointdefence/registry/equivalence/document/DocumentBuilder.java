package org.jointdefence.registry.equivalence.document;

import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** A document while it is being made: what its parts share. */
final class DocumentBuilder {
    private static final int LARGEST = 40;

    final Random random;
    final SeenValues harvest;
    final String caller;

    /** Whether it may contain mistakes that validation lets pass. */
    final boolean faulty;

    final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    final List<String> definitions = new ArrayList<>();
    final List<String> fragments = new ArrayList<>();
    final Set<String> reached = new LinkedHashSet<>();
    final Set<String> cursors = new LinkedHashSet<>();
    final List<RandomDocument.Site> sites = new ArrayList<>();

    private final Map<String, Variable> declared = new LinkedHashMap<>();
    private final Coverage coverage;
    private int names;
    private boolean past;
    private int fields;

    /** What a variable can be given: other values, nothing, null. */
    record Variable(Supplier<Object> values, boolean optional, boolean nullable) {}

    DocumentBuilder(Random random, SeenValues harvest, Coverage coverage, String caller) {
        this(random, harvest, coverage, caller, random.nextInt(15) == 0);
    }

    private DocumentBuilder(Random random, SeenValues harvest, Coverage coverage, String caller, boolean faulty) {
        this.random = random;
        this.harvest = harvest;
        this.coverage = coverage;
        this.caller = caller;
        this.faulty = faulty;
    }

    /** One without mistakes: a refused argument keeps all of its operation from being read. */
    static DocumentBuilder faultless(Random random, SeenValues harvest, Coverage coverage, String caller) {
        return new DocumentBuilder(random, harvest, coverage, caller, false);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Notes that a cursor from an answer is in the document. */
    String cursor(String cursor) {
        cursors.add(cursor);
        return cursor;
    }

    /** A mistake, now and then, in a document that has some. */
    boolean mistake() {
        return faulty && chance(0.25);
    }

    /** A name that nothing else in the document has. */
    String name(String prefix) {
        return prefix + names++;
    }

    /** Notes that records of the past are asked for. */
    void askForPast() {
        past = true;
    }

    /** Whether cursors are of no use: those of the past are places among other values. */
    boolean isOfPast() {
        return past;
    }

    boolean full() {
        return fields >= LARGEST;
    }

    void countField() {
        fields++;
    }

    void declare(String name, Variable variable) {
        declared.put(name, variable);
    }

    /** Gives a variable nothing for 0, null for 1, a value for anything else, as far as it takes that. */
    void give(String name, int kind) {
        Variable variable = Objects.requireNonNull(declared.get(name));
        if (kind == 0 && variable.optional()) {
            reach("variable left out");
            variables.remove(name);
        } else if (kind == 1 && variable.nullable()) {
            reach("variable null");
            variables.put(name, null);
        } else {
            reach("variable");
            variables.put(name, RandomValues.json(variable.values().get()));
        }
    }

    /** Gives some of the variables something else. */
    void giveAgain() {
        for (String name : declared.keySet()) {
            if (chance(0.5)) {
                give(name, random.nextInt(5));
            }
        }
    }

    /** The document with the variables as they are now. */
    RandomDocument document(String text, @Nullable String operationName) {
        return new RandomDocument(
                text,
                Collections.unmodifiableMap(new LinkedHashMap<>(variables)),
                operationName,
                Set.copyOf(reached),
                Set.copyOf(cursors),
                List.copyOf(sites));
    }

    void reach(String element) {
        reached.add(element);
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Whether no document with this has been answered yet. */
    boolean lacks(String element) {
        return coverage.lacks(element);
    }

    double pull(GraphQLType type) {
        return coverage.pull(type);
    }

    /** One of the choices, preferably one that has been drawn seldom or leads to what has. */
    <T> T seldom(List<T> choices, Function<T, String> element, Function<T, List<? extends GraphQLType>> leadsTo) {
        double[] weights = choices.stream()
                .mapToDouble(choice -> coverage.weight(element.apply(choice), leadsTo.apply(choice)))
                .toArray();
        double at = random.nextDouble() * DoubleStream.of(weights).sum();
        int chosen = 0;
        while (chosen < weights.length - 1 && at > weights[chosen]) {
            at -= weights[chosen++];
        }
        String name = element.apply(choices.get(chosen));
        coverage.draw(name);
        reach(name);
        return choices.get(chosen);
    }
}
