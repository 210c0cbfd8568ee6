package org.jointdefence.registry.selection;

import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final PreparedStatements prepared;
    private final PlanCache plans;
    private final Map<String, RootArguments> others;

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
            CachesConfig caches,
            @All List<RootArguments> others) {
        this.vocabulary = vocabulary;
        this.database = database;
        this.seals = seals;
        this.log = log;
        this.reading = reading;
        this.limits = new ArgumentLimits(limits);
        this.prepared = new PreparedStatements(reading.preparedSize().asLongValue());
        this.plans = new PlanCache(caches.plans().asLongValue());
        this.others = others.stream().collect(Collectors.toUnmodifiableMap(RootArguments::field, Function.identity()));
        Page.check(reading);
    }

    /**
     * The answers to those of the fields that this package knows; nothing is asked of the database if there are none. All
     * arguments are looked at first: nothing is read if one of them is refused.
     */
    Answers answer(ExecutionContext context, MergedSelectionSet fields) {
        Answers answers = new Answers();
        Inquiry inquiry = context.getGraphQLContext().get(Inquiry.class);
        OperationDefinition definition = context.getOperationDefinition();
        PlanCache.Shape shape = new PlanCache.Shape(
                VariableShape.of(definition, context.getCoercedVariables()),
                inquiry.caller().isRecorded());
        OperationPlan known = plans.get(definition, shape);
        OperationPlan plan = known == null ? compiled(context, fields, shape, answers) : known;
        Binding binding = new Binding(arguments(plan, context), inquiry.caller(), seals);
        List<Answer> bound = new ArrayList<>();
        for (RootPlan root : plan.roots()) {
            bound.add(Answer.of(root, binding, refusal -> answers.fault(root.key(), refusal)));
        }
        checkOthers(context, fields, answers);
        if (!answers.faults().isEmpty()) {
            return answers;
        }
        if (known == null) {
            plans.put(definition, shape, plan);
        }
        if (!bound.isEmpty()) {
            answer(plan, inquiry, definition.getName(), bound, answers);
        }
        return answers;
    }

    /** Looks at the arguments of the root fields that are answered elsewhere. */
    private void checkOthers(ExecutionContext context, MergedSelectionSet fields, Answers answers) {
        GraphQLObjectType query = context.getGraphQLSchema().getQueryType();
        for (MergedField field : fields.getSubFieldsList()) {
            RootArguments other = others.get(field.getName());
            if (other != null) {
                try {
                    other.check(ArgumentSource.of(query.getFieldDefinition(field.getName()), field, context)
                            .arguments(context));
                } catch (Refusal e) {
                    answers.fault(field.getResultKey(), e);
                }
            }
        }
    }

    private void answer(
            OperationPlan plan, Inquiry inquiry, @Nullable String operation, List<Answer> bound, Answers answers) {
        try {
            answers.mark(new PlanExecution(plan, inquiry, operation, bound)
                    .run(database, prepared, log, reading.executionTime()));
            write(bound, answers);
        } catch (Refusal e) {
            // Nothing leaves of what turns out to be too long.
            bound.forEach(answer -> answers.refuse(answer.plan().key(), e));
        }
    }

    private static void write(List<Answer> bound, Answers answers) {
        JsonBuffer json = new JsonBuffer(AnswerBudget.current());
        for (Answer answer : bound) {
            RuntimeException failure = answer.failure();
            if (failure != null) {
                answers.refuse(answer.plan().key(), failure);
                continue;
            }
            int start = json.length();
            answer.plan().piece().write(answer, 0, json);
            answers.complete(answer.plan().key(), json.since(start));
        }
    }

    private OperationPlan compiled(
            ExecutionContext context, MergedSelectionSet fields, PlanCache.Shape shape, Answers answers) {
        Compilation compilation = new Compilation(context, reading, limits);
        List<RootPlan> roots = new ArrayList<>();
        for (MergedField field : fields.getSubFieldsList()) {
            Vocabulary.QueryField root = vocabulary.rootField(field.getName());
            if (root != null) {
                try {
                    roots.add(SelectionCompiler.compile(
                            vocabulary, compilation, field, root, new Reads(shape.recorded())));
                } catch (Refusal e) {
                    answers.fault(field.getResultKey(), e);
                }
            }
        }
        return new OperationPlan(roots, compilation.sites(), compilation.selected());
    }

    PlanCache plans() {
        return plans;
    }

    private static List<Map<String, Object>> arguments(OperationPlan plan, ExecutionContext context) {
        return plan.sites().stream().map(site -> site.arguments(context)).toList();
    }
}
