package org.jointdefence.registry.equivalence;

import graphql.schema.GraphQLSchema;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.Dependent;
import java.math.BigInteger;
import java.util.List;
import javax.sql.DataSource;
import org.jointdefence.registry.audit.ReadLog;
import org.jointdefence.registry.budget.CachesConfig;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.selection.cursor.CursorSigner;
import org.jointdefence.registry.selection.execution.Operations;
import org.jointdefence.registry.selection.execution.RootArguments;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.statement.PagingConfig;

/** Makes the engine over a database of a test's own, of what the service makes it of. */
@Dependent
public class Engines {
    private final GraphQLSchema schema;
    private final SchemaModel model;
    private final CursorSigner seals;
    private final ReadLog log;
    private final PagingConfig reading;
    private final LimitsConfig limits;
    private final CachesConfig caches;
    private final List<RootArguments> others;

    Engines(
            GraphQLSchema schema,
            SchemaModel model,
            CursorSigner seals,
            ReadLog log,
            PagingConfig reading,
            LimitsConfig limits,
            CachesConfig caches,
            @All List<RootArguments> others) {
        this.schema = schema;
        this.model = model;
        this.seals = seals;
        this.log = log;
        this.reading = reading;
        this.limits = limits;
        this.caches = caches;
        this.others = others;
    }

    GraphQLSchema schema() {
        return schema;
    }

    public Execution over(DataSource database) {
        return over(database, reading);
    }

    public Execution over(DataSource database, PagingConfig pages) {
        return by(operations(database, pages, caches));
    }

    public Execution by(Operations operations) {
        return Execution.byEngine(schema, model, operations);
    }

    /** Operations whose cache keeps every plan. */
    public Operations operationsWithAllPlans(DataSource database) {
        return operations(database, reading, new AllPlans());
    }

    private static final class AllPlans implements CachesConfig {
        @Override
        public MemorySize documents() {
            return new MemorySize(BigInteger.ZERO);
        }

        @Override
        public MemorySize plans() {
            return new MemorySize(BigInteger.valueOf(Long.MAX_VALUE / 2));
        }

        @Override
        public MemorySize publicAnswers() {
            return new MemorySize(BigInteger.ZERO);
        }

        @Override
        public MemorySize registeredDocuments() {
            return new MemorySize(BigInteger.ZERO);
        }

        @Override
        public MemorySize registeredDocumentsOfOne() {
            return new MemorySize(BigInteger.ZERO);
        }
    }

    private Operations operations(DataSource database, PagingConfig pages, CachesConfig size) {
        return new Operations(model, database, seals, log, pages, limits, size, others);
    }
}
