package org.jointdefence.registry.selection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.language.OperationDefinition;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jointdefence.registry.Refusal;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.CachesConfig;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jspecify.annotations.Nullable;

/** Answers the root fields of query operations, with a plan made once for each operation and shape of its variables. */
@ApplicationScoped
@Startup
public class Operations {
    private final Vocabulary vocabulary;
    private final DataSource database;
    private final Seals seals;
    private final ReadLog log;
    private final ReadingConfig reading;
    private final ArgumentLimits limits;
    private final Cache<Shape, OperationPlan> plans;

    /**
     * What decides about a plan: the operation itself, whatever in the variables changes its SQL, and whether what is
     * read has to be selected for the log, too.
     */
    private record Shape(OperationDefinition operation, String variables, boolean recorded) {
        /** About how many bytes of memory it takes, besides the operation. */
        int retained() {
            return 100 + variables.length();
        }
    }

    /**
     * Puts together what answering needs.
     *
     * @throws ConfigurationException if the configuration makes no sense, and then the service does not start
     */
    @Inject
    public Operations(
            Vocabulary vocabulary,
            DataSource database,
            Seals seals,
            ReadLog log,
            ReadingConfig reading,
            LimitsConfig limits,
            CachesConfig caches) {
        this.vocabulary = vocabulary;
        this.database = database;
        this.seals = seals;
        this.log = log;
        this.reading = reading;
        this.limits = new ArgumentLimits(limits);
        this.plans = Caffeine.newBuilder()
                .maximumWeight(caches.plans().asLongValue())
                .weigher((Shape shape, OperationPlan plan) -> plan.retained() + shape.retained())
                .build();
        Page.check(reading);
    }

    /** The answers to those of the fields that this package knows; nothing is asked of the database if there are none. */
    Answers answer(ExecutionContext context, MergedSelectionSet fields) {
        Answers answers = new Answers();
        Inquiry inquiry = context.getGraphQLContext().get(Inquiry.class);
        OperationPlan plan = plan(context, fields, inquiry, answers);
        Binding binding = new Binding(arguments(plan, context), inquiry.caller(), seals);
        List<Answer> bound = new ArrayList<>();
        for (RootPlan root : plan.roots()) {
            try {
                bound.add(Answer.of(root, binding));
            } catch (Refusal e) {
                answers.refuse(root.key(), e);
            }
        }
        if (!bound.isEmpty()) {
            String operation = context.getOperationDefinition().getName();
            answer(plan.only(bound.stream().map(Answer::plan).toList()), inquiry, operation, bound, answers);
        }
        return answers;
    }

    private void answer(
            OperationPlan plan, Inquiry inquiry, @Nullable String operation, List<Answer> bound, Answers answers) {
        try {
            answers.mark(
                    new PlanExecution(plan, inquiry, operation, bound).run(database, log, reading.executionTime()));
            write(bound, answers);
        } catch (Refusal e) {
            // Nothing leaves of what turns out to be too long.
            bound.forEach(answer -> answers.refuse(answer.plan().key(), e));
        }
    }

    private static void write(List<Answer> bound, Answers answers) {
        JsonBuffer json = new JsonBuffer(AnswerBudget.current());
        for (Answer answer : bound) {
            RootPlan root = answer.plan();
            if (answer.cursorsHold()) {
                int start = json.length();
                root.piece().write(answer, 0, json);
                answers.complete(root.key(), json.since(start));
            } else {
                answers.refuse(root.key(), Seals.unknownCursor());
            }
        }
    }

    private OperationPlan plan(ExecutionContext context, MergedSelectionSet fields, Inquiry inquiry, Answers answers) {
        Shape shape = new Shape(
                context.getOperationDefinition(),
                VariableShape.of(
                        context.getOperationDefinition(), context.getCoercedVariables(), reading.maximumPageSize()),
                inquiry.caller().isRecorded());
        OperationPlan known = plans.getIfPresent(shape);
        if (known != null) {
            return known;
        }
        Compilation compilation = new Compilation(context, reading, limits);
        List<RootPlan> roots = new ArrayList<>();
        boolean whole = true;
        for (MergedField field : fields.getSubFieldsList()) {
            Vocabulary.RootField root = vocabulary.rootField(field.getName());
            if (root != null) {
                try {
                    roots.add(SelectionCompiler.compile(
                            vocabulary, compilation, field, root, new Reads(shape.recorded())));
                } catch (Refusal e) {
                    answers.refuse(field.getResultKey(), e);
                    whole = false;
                }
            }
        }
        OperationPlan plan = new OperationPlan(roots, compilation.sites(), compilation.selected());
        if (whole) {
            plans.put(shape, plan);
        }
        return plan;
    }

    private static List<Map<String, Object>> arguments(OperationPlan plan, ExecutionContext context) {
        return plan.sites().stream().map(site -> site.arguments(context)).toList();
    }
}
