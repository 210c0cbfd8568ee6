package org.jointdefence.registry.selection;

import graphql.schema.GraphQLSchema;
import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import javax.sql.DataSource;
import org.jointdefence.registry.budget.CachesConfig;
import org.jointdefence.registry.budget.LimitsConfig;

/** Makes the engine over a database of a test's own, of what the service makes it of. */
@Dependent
class Engines {
    private final GraphQLSchema schema;
    private final Vocabulary vocabulary;
    private final Seals seals;
    private final ReadLog log;
    private final ReadingConfig reading;
    private final LimitsConfig limits;
    private final CachesConfig caches;
    private final List<RootArguments> others;

    Engines(
            GraphQLSchema schema,
            Vocabulary vocabulary,
            Seals seals,
            ReadLog log,
            ReadingConfig reading,
            LimitsConfig limits,
            CachesConfig caches,
            @All List<RootArguments> others) {
        this.schema = schema;
        this.vocabulary = vocabulary;
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

    Execution over(DataSource database) {
        return over(database, reading);
    }

    Execution over(DataSource database, ReadingConfig pages) {
        return by(operations(database, pages, caches));
    }

    Execution by(Operations operations) {
        return Execution.byEngine(schema, operations);
    }

    Operations operations(DataSource database, CachesConfig size) {
        return operations(database, reading, size);
    }

    private Operations operations(DataSource database, ReadingConfig pages, CachesConfig size) {
        return new Operations(vocabulary, database, seals, log, pages, limits, size, others);
    }
}
