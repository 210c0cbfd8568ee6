package org.jointdefence.registry.selection.execution;

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
import org.jointdefence.registry.audit.ReadLog;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.budget.CachesConfig;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.cursor.CursorSigner;
import org.jointdefence.registry.selection.json.JsonBuffer;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.plan.ArgumentSource;
import org.jointdefence.registry.selection.plan.CompilationContext;
import org.jointdefence.registry.selection.plan.OperationPlan;
import org.jointdefence.registry.selection.plan.PlanCache;
import org.jointdefence.registry.selection.plan.PlanCacheKey;
import org.jointdefence.registry.selection.plan.RootPlan;
import org.jointdefence.registry.selection.plan.SelectionCompiler;
import org.jointdefence.registry.selection.statement.ArgumentLimits;
import org.jointdefence.registry.selection.statement.ExecutionArguments;
import org.jointdefence.registry.selection.statement.Page;
import org.jointdefence.registry.selection.statement.PagingConfig;
import org.jspecify.annotations.Nullable;

/** Answers the root fields of query operations, with a plan made once for each operation and shape of its variables. */
@ApplicationScoped
@Startup
public class Operations {
    private final SchemaModel model;
    private final DataSource database;
    private final CursorSigner seals;
    private final ReadLog log;
    private final PagingConfig reading;
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
            SchemaModel model,
            DataSource database,
            CursorSigner seals,
            ReadLog log,
            PagingConfig reading,
            LimitsConfig limits,
            CachesConfig caches,
            @All List<RootArguments> others) {
        this.model = model;
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
    Results answer(ExecutionContext context, MergedSelectionSet fields) {
        Results answers = new Results();
        RequestContext requestContext = context.getGraphQLContext().get(RequestContext.class);
        OperationDefinition definition = context.getOperationDefinition();
        PlanCache.Shape shape = new PlanCache.Shape(
                PlanCacheKey.of(definition, context.getCoercedVariables()),
                requestContext.caller().isRecorded());
        OperationPlan known = plans.get(definition, shape);
        OperationPlan plan = known == null ? compiled(context, fields, shape, answers) : known;
        ExecutionArguments binding = new ExecutionArguments(arguments(plan, context), requestContext.caller(), seals);
        List<RootResult> bound = new ArrayList<>();
        for (RootPlan root : plan.roots()) {
            bound.add(RootResult.of(root, binding, refusal -> answers.fault(root.key(), refusal)));
        }
        checkOthers(context, fields, answers);
        if (!answers.faults().isEmpty()) {
            return answers;
        }
        if (known == null) {
            plans.put(definition, shape, plan);
        }
        if (!bound.isEmpty()) {
            answer(plan, requestContext, definition.getName(), bound, answers);
        }
        return answers;
    }

    /** Looks at the arguments of the root fields that are answered elsewhere. */
    private void checkOthers(ExecutionContext context, MergedSelectionSet fields, Results answers) {
        GraphQLObjectType query = context.getGraphQLSchema().getQueryType();
        for (MergedField field : fields.getSubFieldsList()) {
            RootArguments other = others.get(field.getName());
            if (other != null) {
                try {
                    other.check(ArgumentSource.of(query.getFieldDefinition(field.getName()), field, context)
                            .arguments(context));
                } catch (ClientError e) {
                    answers.fault(field.getResultKey(), e);
                }
            }
        }
    }

    private void answer(
            OperationPlan plan,
            RequestContext requestContext,
            @Nullable String operation,
            List<RootResult> bound,
            Results answers) {
        try {
            answers.mark(new PlanExecution(plan, requestContext, operation, bound)
                    .run(database, prepared, log, reading.executionTime()));
            write(bound, answers);
        } catch (ClientError e) {
            // Nothing leaves of what turns out to be too long.
            bound.forEach(answer -> answers.refuse(answer.plan().key(), e));
        }
    }

    private static void write(List<RootResult> bound, Results answers) {
        JsonBuffer json = new JsonBuffer(AnswerBudget.current());
        for (RootResult answer : bound) {
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
            ExecutionContext context, MergedSelectionSet fields, PlanCache.Shape shape, Results answers) {
        CompilationContext compilation = new CompilationContext(context, reading, limits);
        List<RootPlan> roots = new ArrayList<>();
        for (MergedField field : fields.getSubFieldsList()) {
            SchemaModel.QueryField root = model.rootField(field.getName());
            if (root != null) {
                try {
                    roots.add(SelectionCompiler.compile(
                            model, compilation, field, root, new AccessDeclaration(shape.recorded())));
                } catch (ClientError e) {
                    answers.fault(field.getResultKey(), e);
                }
            }
        }
        return new OperationPlan(roots, compilation.sites(), compilation.selected(), shape.recorded());
    }

    PlanCache plans() {
        return plans;
    }

    private static List<Map<String, Object>> arguments(OperationPlan plan, ExecutionContext context) {
        return plan.sites().stream().map(site -> site.arguments(context)).toList();
    }
}
