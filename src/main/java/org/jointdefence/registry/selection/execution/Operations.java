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

/** Reads the root fields of query operations, with a cached plan for each operation and shape of its variables. */
@ApplicationScoped
@Startup
public class Operations {
    private final SchemaModel model;
    private final DataSource database;
    private final CursorSigner signer;
    private final ReadLog log;
    private final PagingConfig paging;
    private final ArgumentLimits limits;
    private final PreparedStatements preparedStatements;
    private final PlanCache plans;
    private final Map<String, RootArguments> rootArguments;

    /**
     * Creates the operations.
     *
     * @param rootArguments validators for the arguments of root fields that are resolved elsewhere
     * @throws ConfigurationException if the page sizes are not valid
     */
    @Inject
    public Operations(
            SchemaModel model,
            DataSource database,
            CursorSigner signer,
            ReadLog log,
            PagingConfig paging,
            LimitsConfig limits,
            CachesConfig caches,
            @All List<RootArguments> rootArguments) {
        this.model = model;
        this.database = database;
        this.signer = signer;
        this.log = log;
        this.paging = paging;
        this.limits = new ArgumentLimits(limits);
        this.preparedStatements = new PreparedStatements(paging.preparedSize().asLongValue());
        this.plans = new PlanCache(caches.plans().asLongValue());
        this.rootArguments =
                rootArguments.stream().collect(Collectors.toUnmodifiableMap(RootArguments::field, Function.identity()));
        Page.check(paging);
    }

    /**
     * Reads an operation whose root fields all select records. The root fields are collected only if the plan is not cached.
     * All arguments are validated first; if one is invalid, nothing is read.
     */
    public Results read(CoercedOperation operation, RequestContext requestContext) {
        Results results = new Results();
        read(prepare(operation, operation::rootFields, requestContext, results), requestContext, results);
        return results;
    }

    /**
     * Reads those of the root fields that select records. The arguments of all root fields are validated first; if one is
     * invalid, or if no root field selects records, nothing is read.
     */
    Results read(CoercedOperation operation, MergedSelectionSet fields, RequestContext requestContext) {
        Results results = new Results();
        PreparedPlan prepared = prepare(operation, () -> fields, requestContext, results);
        validateOthers(operation, fields, results);
        read(prepared, requestContext, results);
        return results;
    }

    /** The reads of the results of a mutation operation. */
    public PayloadReads payloads(CoercedOperation operation, RequestContext requestContext) {
        return new PayloadReads(model, paging, limits, signer, preparedStatements, log, operation, requestContext);
    }

    /**
     * A plan with the values of its parameters.
     *
     * @param shape the key under which to cache the plan; null if it is cached already
     * @param roots the results, still without rows, one for each root field
     */
    private record PreparedPlan(
            OperationPlan plan,
            OperationDefinition operation,
            PlanCache.@Nullable Shape shape,
            List<RootResult> roots) {}

    private PreparedPlan prepare(
            CoercedOperation operation,
            Supplier<MergedSelectionSet> fields,
            RequestContext requestContext,
            Results results) {
        OperationDefinition definition = operation.definition();
        PlanCache.Shape shape = new PlanCache.Shape(
                PlanCacheKey.of(definition, operation.variables()),
                requestContext.caller().isRecorded());
        OperationPlan cached = plans.get(definition, shape);
        OperationPlan plan = cached == null ? compile(operation, fields.get(), shape, results) : cached;
        ExecutionArguments arguments =
                new ExecutionArguments(argumentValues(plan, operation), requestContext.caller(), signer);
        List<RootResult> roots = new ArrayList<>();
        for (RootPlan root : plan.roots()) {
            roots.add(RootResult.of(root, arguments, error -> results.addArgumentError(root.key(), error)));
        }
        return new PreparedPlan(plan, definition, cached == null ? shape : null, roots);
    }

    /** Validates the arguments of the root fields that are resolved elsewhere. */
    private void validateOthers(CoercedOperation operation, MergedSelectionSet fields, Results results) {
        GraphQLObjectType query = operation.schema().getQueryType();
        for (MergedField field : fields.getSubFieldsList()) {
            RootArguments validator = rootArguments.get(field.getName());
            if (validator != null) {
                try {
                    validator.check(ArgumentSource.of(query.getFieldDefinition(field.getName()), field, operation)
                            .arguments(operation));
                } catch (ClientError e) {
                    results.addArgumentError(field.getResultKey(), e);
                }
            }
        }
    }

    private void read(PreparedPlan prepared, RequestContext requestContext, Results results) {
        if (!results.argumentErrors().isEmpty()) {
            return;
        }
        OperationDefinition operation = prepared.operation();
        if (prepared.shape() != null) {
            plans.put(operation, prepared.shape(), prepared.plan());
        }
        if (prepared.roots().isEmpty()) {
            return;
        }
        results.begin(prepared.roots());
        try {
            results.end(new PlanExecution(prepared.plan(), requestContext, operation.getName(), prepared.roots())
                    .run(database, preparedStatements, log, paging.executionTime()));
        } catch (ClientError e) {
            results.failAll(e);
        }
    }

    private OperationPlan compile(
            CoercedOperation operation, MergedSelectionSet fields, PlanCache.Shape shape, Results results) {
        CompilationContext context = new CompilationContext(operation, paging, limits);
        List<RootPlan> roots = new ArrayList<>();
        for (MergedField field : fields.getSubFieldsList()) {
            SchemaModel.QueryField root = model.rootField(field.getName());
            if (root != null) {
                try {
                    roots.add(SelectionCompiler.compile(
                            model, context, field, root, new AccessDeclaration(shape.recorded())));
                } catch (ClientError e) {
                    results.addArgumentError(field.getResultKey(), e);
                }
            }
        }
        return new OperationPlan(roots, context.argumentSources(), context.selected(), shape.recorded());
    }

    PlanCache plans() {
        return plans;
    }

    static List<Map<String, Object>> argumentValues(OperationPlan plan, CoercedOperation operation) {
        return plan.argumentSources().stream()
                .map(source -> source.arguments(operation))
                .toList();
    }
}
