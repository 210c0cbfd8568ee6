package org.jointdefence.registry.selection.access;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.selection.access.AccessDeclaration.Use;
import org.jointdefence.registry.selection.access.SensitiveColumns.Column;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.plan.CoercedOperation;
import org.jointdefence.registry.selection.plan.CompilationContext;
import org.jointdefence.registry.selection.plan.RootPlan;
import org.jointdefence.registry.selection.plan.SelectionCompiler;
import org.jointdefence.registry.selection.statement.ArgumentLimits;
import org.jointdefence.registry.selection.statement.PagingConfig;
import org.jointdefence.registry.selection.statement.Statement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way in which a document can reach a classified column, a label or the array of withheld fields is declared to
 * the log. The reached columns are parsed from the SQL of the anonymous plan, and the columns of the views come from
 * the database.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessDeclarationTest {
    @Inject
    GraphQLSchema schema;

    @Inject
    SchemaModel model;

    @Inject
    PagingConfig reading;

    @Inject
    LimitsConfig limits;

    @Test
    void every_field_and_input_that_reaches_what_is_classified_is_declared() {
        SensitiveColumns columns = SensitiveColumns.of(model);
        List<String> undeclared = new ArrayList<>();
        Map<Use, Set<Column>> met = new HashMap<>();
        List<SchemaWalk.Question> questions = new SchemaWalk(schema).questions();
        for (SchemaWalk.Question question : questions) {
            Set<String> declared = compiled(question, true).accesses().declared();
            for (Statement statement : compiled(question, false).statements()) {
                for (Column column : columns.in(statement.text())) {
                    met.computeIfAbsent(question.use(), use -> new TreeSet<>()).add(column);
                    if (column.names().stream().noneMatch(name -> isDeclared(declared, question.use(), column, name))) {
                        undeclared.add(question.text() + " reads " + column + ", declared is " + declared);
                    }
                }
            }
        }
        assertThat(undeclared).isEmpty();
        // Otherwise nothing would have been examined.
        assertThat(questions).hasSizeGreaterThan(1_000);
        assertThat(met.keySet()).isEqualTo(EnumSet.of(Use.SELECT, Use.FILTER, Use.ORDER, Use.GROUP, Use.SUM));
        assertThat(met.get(Use.SELECT)).containsAll(columns.all());
        assertThat(met.get(Use.FILTER)).containsAll(columns.all());
    }

    /**
     * The presence of a row and the values shown are declared at least in some way. Filters, orders, groups and sums
     * are declared whatever the result, with the labels of all examined rows.
     */
    private static boolean isDeclared(Set<String> declared, Use use, Column column, String what) {
        if (column.isPresence() || use == Use.SELECT) {
            return declared.stream()
                    .anyMatch(read -> List.of(read.split(" ", -1)).contains(what));
        }
        return declared.contains(use + " " + what) && declared.contains(use + " " + what + " ALL");
    }

    private RootPlan compiled(SchemaWalk.Question question, boolean recorded) {
        List<RootPlan> plans = new ArrayList<>();
        ExecutionResult result = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new AsyncExecutionStrategy() {
                    @Override
                    public CompletableFuture<ExecutionResult> execute(
                            ExecutionContext context, ExecutionStrategyParameters parameters) {
                        CompilationContext compilation = new CompilationContext(
                                CoercedOperation.of(context), reading, new ArgumentLimits(limits));
                        for (MergedField field : parameters.getFields().getSubFieldsList()) {
                            plans.add(SelectionCompiler.compile(
                                    model,
                                    compilation,
                                    field,
                                    Objects.requireNonNull(model.rootField(field.getName())),
                                    new AccessDeclaration(recorded)));
                        }
                        return CompletableFuture.completedFuture(new ExecutionResultImpl(Map.of(), List.of()));
                    }
                })
                .build()
                .execute(ExecutionInput.newExecutionInput("{ " + question.text() + " }"));
        assertThat(result.getErrors()).as(question.text()).isEmpty();
        return plans.getFirst();
    }
}
