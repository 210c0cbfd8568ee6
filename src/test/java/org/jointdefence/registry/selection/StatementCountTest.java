package org.jointdefence.registry.selection;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A query takes one statement for each association that it selects and one round trip for each level. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementCountTest {
    private static final String THREE_LEVELS =
            "{ partnerFirms { nodes { legalName productionFacilities { nodes { name weaponSystems { nodes { codeName } } } } } } }";

    @Inject
    GraphQLSchema schema;

    @Inject
    Vocabulary vocabulary;

    @Inject
    Seals seals;

    @Inject
    ReadLog log;

    @Inject
    DataSource database;

    /** What was sent, one entry for each round trip. */
    private final List<String> sent = new ArrayList<>();

    @Test
    void three_levels_are_three_round_trips_with_a_statement_each() {
        Operations operations = new Operations(vocabulary, listening(DataSource.class, database), seals, log);
        ExecutionResult result = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new SelectionStrategy(operations, new SimpleDataFetcherExceptionHandler()))
                .build()
                .execute(ExecutionInput.newExecutionInput(THREE_LEVELS)
                        .graphQLContext(Map.of(
                                Caller.class,
                                Caller.ANONYMOUS,
                                Inquiry.class,
                                new Inquiry(Caller.ANONYMOUS, null, () -> "counted"))));

        assertThat(result.getErrors()).isEmpty();
        assertThat(sent).hasSize(3);
        assertThat(sent.get(0)).startsWith("BEGIN; SELECT registry.enter(").contains("FROM registry.partner_firm t");
        assertThat(sent.get(1)).contains("FROM registry.production_facility t").doesNotContain(";");
        assertThat(sent.get(2)).contains("FROM registry.weapon_system t").endsWith("; COMMIT");
        assertThat(String.join("; ", sent).split("; ", -1)).hasSize(6);
    }

    private <T> T listening(Class<T> type, T target) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        sent.add((String) arguments[0]);
                    }
                    try {
                        Object value = method.invoke(target, arguments);
                        return value instanceof Connection connection ? listening(Connection.class, connection) : value;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
