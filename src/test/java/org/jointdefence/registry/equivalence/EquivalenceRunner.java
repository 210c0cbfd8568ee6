package org.jointdefence.registry.equivalence;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.schema.GraphQLSchema;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.document.Coverage;
import org.jointdefence.registry.equivalence.document.RandomDocument;
import org.jointdefence.registry.equivalence.document.RandomDocuments;
import org.jointdefence.registry.equivalence.document.SeenValues;
import org.jointdefence.registry.equivalence.document.StraightDocuments;
import org.jointdefence.registry.equivalence.reference.ReferenceData;
import org.jointdefence.registry.equivalence.reference.ReferenceRules;
import org.jointdefence.registry.equivalence.reference.ReferenceViews;
import org.jointdefence.registry.selection.execution.Marking;
import org.jspecify.annotations.Nullable;

/** Lets the engine and the reference answer random documents, and finds the first that they answer differently. */
final class EquivalenceRunner {
    private final ReferenceData data;
    private final Execution engine;
    private final DirectComparison direct;
    private final Execution reference;
    private final UnaryOperator<Response> distortion;
    private final Coverage coverage;
    private final SeenValues harvest = new SeenValues();
    private final OpaqueTexts opaque = new OpaqueTexts();
    private final RandomDocuments documents;
    private final StraightDocuments straight;
    private final Random random;
    private int errors;
    private int late;

    /** Asks on a database, of which the reference has {@code data}. */
    EquivalenceRunner(
            Engines engines,
            DataSource database,
            ReferenceData data,
            ReferenceRules rules,
            UnaryOperator<Response> distortion,
            long seed) {
        this.data = data;
        GraphQLSchema schema = engines.schema();
        this.engine = engines.over(database);
        this.direct = new DirectComparison(engine);
        this.coverage = new Coverage(schema);
        this.reference = Execution.byReference(schema, rules, data.texts(), coverage);
        this.distortion = distortion;
        this.random = new Random(seed);
        this.documents = new RandomDocuments(schema, random, harvest, coverage);
        this.straight = new StraightDocuments(schema, random, harvest, coverage);
    }

    /** The first difference in so many documents. */
    Optional<String> run(int count) throws SQLException {
        int i = 0;
        while (i < count) {
            Caller caller = Personas.ALL.get(random.nextInt(Personas.ALL.size()));
            for (RandomDocument document : documents.next(Personas.name(caller), Coverage.LOG)) {
                Optional<String> difference = difference(document, caller);
                i++;
                if (difference.isPresent()) {
                    return Optional.of(visible("document " + i + " as " + Personas.name(caller) + " differs at "
                            + difference.get() + "\n" + document));
                }
            }
        }
        return Optional.empty();
    }

    /** The same for documents that go straight to what filters have not been asked for, in so many rounds. */
    Optional<String> pursue(int rounds) throws SQLException {
        for (int i = 0; i < rounds; i++) {
            Caller caller = Personas.ALL.get(random.nextInt(Personas.ALL.size()));
            for (RandomDocument document : straight.next(Personas.name(caller))) {
                Optional<String> difference = difference(document, caller);
                if (difference.isPresent()) {
                    return Optional.of(
                            visible(Personas.name(caller) + " differs at " + difference.get() + "\n" + document));
                }
            }
        }
        return Optional.empty();
    }

    /** With escapes for what a report would be cut off at. */
    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(point -> point != '\n'
                                && (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE)
                        ? "\\u%04x".formatted(point)
                        : Character.toString(point))
                .collect(Collectors.joining());
    }

    private Optional<String> difference(RandomDocument document, Caller caller) throws SQLException {
        ExecutionResult result = execute(engine, document, Execution.asking(caller));
        if (Response.tookTooLong(result.getErrors().toString())) {
            late++;
            return Optional.empty();
        }
        Optional<String> directDifference = direct.difference(document, caller, result);
        if (directDifference.isPresent()) {
            return directDifference;
        }
        Response actual = Response.of(result);
        Response expected = expected(document, caller, actual.marking());
        if (actual.errors().isEmpty()) {
            coverage.answer(document.reached());
        } else {
            errors++;
        }
        harvest.add(Personas.name(caller), document, actual.data());
        Optional<String> difference = new Difference(opaque).between(expected, distortion.apply(actual));
        if (difference.isEmpty() && Unmarked.needsCheck(document, caller, actual)) {
            return Unmarked.difference(expected(document, Caller.ANONYMOUS, null), expected);
        }
        return difference;
    }

    private Response expected(RandomDocument document, Caller caller, @Nullable String marking) throws SQLException {
        ReferenceViews seen = data.views(caller);
        return Response.of(execute(
                        reference,
                        opaque.translated(document),
                        Execution.asking(caller).andThen(context -> context.of(ReferenceViews.class, seen)
                                .of(Marking.class, Optional.ofNullable(marking)))))
                .whole();
    }

    private static ExecutionResult execute(
            Execution execution, RandomDocument document, java.util.function.Consumer<GraphQLContext.Builder> context) {
        try {
            return execution.execute(document, context);
        } catch (RuntimeException e) {
            throw new IllegalStateException("no answer to " + document, e);
        }
    }

    DirectComparison direct() {
        return direct;
    }

    Coverage coverage() {
        return coverage;
    }

    /** How many documents the engine had no time to answer. */
    int late() {
        return late;
    }

    int errors() {
        return errors;
    }
}
