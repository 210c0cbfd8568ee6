package org.jointdefence.registry.selection.execution;

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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jointdefence.registry.audit.ReadLog;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.budget.CachesConfig;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.cursor.CursorSigner;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.plan.ArgumentSource;
import org.jointdefence.registry.selection.plan.CoercedOperation;
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
     * Reads an operation of which all root fields are this package's. They are collected only if the plan is not known. All
     * arguments are checked first: nothing is read if one of them is refused.
     */
    public Results read(CoercedOperation operation, RequestContext requestContext) {
        Results results = new Results();
        read(bind(operation, operation::rootFields, requestContext, results), requestContext, results);
        return results;
    }

    /**
     * The same for those of the root fields that are this package's, beside others, whose arguments are checked, too; nothing
     * is asked of the database if there are none.
     */
    Results read(CoercedOperation operation, MergedSelectionSet fields, RequestContext requestContext) {
        Results results = new Results();
        BoundPlan bound = bind(operation, () -> fields, requestContext, results);
        checkOthers(operation, fields, results);
        read(bound, requestContext, results);
        return results;
    }

    /**
     * A plan whose parameters have their values.
     *
     * @param shape what the plan is kept by; null if it is kept already
     * @param roots what the plan fills, one for each root field
     */
    private record BoundPlan(
            OperationPlan plan,
            OperationDefinition operation,
            PlanCache.@Nullable Shape shape,
            List<RootResult> roots) {}

    private BoundPlan bind(
            CoercedOperation operation,
            Supplier<MergedSelectionSet> fields,
            RequestContext requestContext,
            Results results) {
        OperationDefinition definition = operation.definition();
        PlanCache.Shape shape = new PlanCache.Shape(
                PlanCacheKey.of(definition, operation.variables()),
                requestContext.caller().isRecorded());
        OperationPlan known = plans.get(definition, shape);
        OperationPlan plan = known == null ? compiled(operation, fields.get(), shape, results) : known;
        ExecutionArguments binding = new ExecutionArguments(arguments(plan, operation), requestContext.caller(), seals);
        List<RootResult> roots = new ArrayList<>();
        for (RootPlan root : plan.roots()) {
            roots.add(RootResult.of(root, binding, refusal -> results.fault(root.key(), refusal)));
        }
        return new BoundPlan(plan, definition, known == null ? shape : null, roots);
    }

    /** Looks at the arguments of the root fields that are answered elsewhere. */
    private void checkOthers(CoercedOperation operation, MergedSelectionSet fields, Results results) {
        GraphQLObjectType query = operation.schema().getQueryType();
        for (MergedField field : fields.getSubFieldsList()) {
            RootArguments other = others.get(field.getName());
            if (other != null) {
                try {
                    other.check(ArgumentSource.of(query.getFieldDefinition(field.getName()), field, operation)
                            .arguments(operation));
                } catch (ClientError e) {
                    results.fault(field.getResultKey(), e);
                }
            }
        }
    }

    private void read(BoundPlan bound, RequestContext requestContext, Results results) {
        if (!results.faults().isEmpty()) {
            return;
        }
        OperationDefinition operation = bound.operation();
        if (bound.shape() != null) {
            plans.put(operation, bound.shape(), bound.plan());
        }
        if (bound.roots().isEmpty()) {
            return;
        }
        results.begin(bound.roots());
        try {
            results.end(new PlanExecution(bound.plan(), requestContext, operation.getName(), bound.roots())
                    .run(database, prepared, log, reading.executionTime()));
        } catch (ClientError e) {
            results.refuse(e);
        }
    }

    private OperationPlan compiled(
            CoercedOperation operation, MergedSelectionSet fields, PlanCache.Shape shape, Results results) {
        CompilationContext compilation = new CompilationContext(operation, reading, limits);
        List<RootPlan> roots = new ArrayList<>();
        for (MergedField field : fields.getSubFieldsList()) {
            SchemaModel.QueryField root = model.rootField(field.getName());
            if (root != null) {
                try {
                    roots.add(SelectionCompiler.compile(
                            model, compilation, field, root, new AccessDeclaration(shape.recorded())));
                } catch (ClientError e) {
                    results.fault(field.getResultKey(), e);
                }
            }
        }
        return new OperationPlan(roots, compilation.sites(), compilation.selected(), shape.recorded());
    }

    PlanCache plans() {
        return plans;
    }

    private static List<Map<String, Object>> arguments(OperationPlan plan, CoercedOperation operation) {
        return plan.sites().stream().map(site -> site.arguments(operation)).toList();
    }
}
