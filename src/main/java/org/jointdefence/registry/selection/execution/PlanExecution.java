package org.jointdefence.registry.selection.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jointdefence.registry.audit.AccessRecord;
import org.jointdefence.registry.audit.ReadLog;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.database.CallerSession;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.Unavailable;
import org.jointdefence.registry.selection.plan.OperationPlan;
import org.jointdefence.registry.selection.statement.Parameter;
import org.jointdefence.registry.selection.statement.Rows;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a plan: one transaction, one round trip for each level. */
final class PlanExecution {
    private final OperationPlan plan;
    private final RequestContext requestContext;
    private final @Nullable String operation;
    private final List<RootResult> answers;
    private String compartments = "{}";
    private boolean isRead;

    /**
     * @param operation the operation's name
     * @param answers what is to be filled, one for each root field of the plan
     */
    PlanExecution(
            OperationPlan plan, RequestContext requestContext, @Nullable String operation, List<RootResult> answers) {
        this.plan = plan;
        this.requestContext = requestContext;
        this.operation = operation;
        this.answers = answers;
    }

    /**
     * Fills the answers, or has those fail that could not be read beside others that could, and has the log say so if
     * anything in them is classified.
     *
     * @param prepared makes room for the statements on the connection
     * @param longest how long it may take, once it has a connection
     * @return the marking of what is in them; null when it has no label
     * @throws ClientError if it, or one of its statements, took longer than it may, or if the answer is too long
     * @throws org.jointdefence.registry.budget.Overload if there is no memory for its rows
     * @throws Unavailable if the database cannot be asked
     */
    @Nullable
    String run(DataSource database, PreparedStatements prepared, ReadLog log, Duration longest) {
        Deadline deadline = new Deadline(longest);
        try {
            return Transactions.run(database, connection -> {
                        // Waiting for a connection has a limit of its own.
                        deadline.begin();
                        read(connection, prepared, deadline);
                        isRead = true;
                        return recorded(connection, log);
                    })
                    .orElse(null);
        } catch (SQLException e) {
            AnswerBudget.check();
            if (!isRead && answers.size() > 1 && !Unavailable.isMeantBy(e)) {
                return runEach(database, prepared, log, deadline);
            }
            throw failure(e);
        }
    }

    /** One of the root fields has failed, nobody can say which: each is read by itself, so that the others are answered. */
    private @Nullable String runEach(DataSource database, PreparedStatements prepared, ReadLog log, Deadline deadline) {
        List<RootResult> read = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            RootResult answer = answers.get(i);
            Deadline share = deadline.share(answers.size() - i);
            PlanExecution single =
                    new PlanExecution(plan.only(answer.plan()), requestContext, operation, List.of(answer));
            try {
                Transactions.run(database, connection -> {
                    single.read(connection, prepared, share);
                    return true;
                });
                compartments = single.compartments;
                read.add(answer);
            } catch (SQLException e) {
                AnswerBudget.check();
                answer.fail(failure(e));
            } catch (ClientError e) {
                AnswerBudget.check();
                answer.fail(e);
            }
        }
        PlanExecution survivors = new PlanExecution(plan, requestContext, operation, read);
        survivors.compartments = compartments;
        try {
            return Transactions.run(database, connection -> survivors.recorded(connection, log))
                    .orElse(null);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(SQLException e) {
        return Transactions.tookTooLong(e)
                ? Deadline.missed()
                : Transactions.failure("the database refused a statement", e);
    }

    private void read(Connection connection, PreparedStatements prepared, Deadline deadline) throws SQLException {
        if (!plan.isCallerSet()) {
            Transactions.requireNone(connection);
        }
        prepared.prepare(connection, plan);
        runLevels(connection, deadline);
    }

    private Optional<String> recorded(Connection connection, ReadLog log) throws SQLException {
        AccessRecord reading = reading();
        return reading.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(log.record(connection, requestContext, operation, compartments, reading));
    }

    /** What was read that is classified. */
    private AccessRecord reading() {
        AccessRecord reading = new AccessRecord();
        answers.forEach(answer -> answer.plan().reads().collect(answer, reading));
        return reading;
    }

    private void runLevels(Connection connection, Deadline deadline) throws SQLException {
        for (OperationPlan.Level level : plan.levels()) {
            if (!run(connection, level, deadline)) {
                // No row of the level above has anything below it.
                execute(connection, OperationPlan.COMMIT);
                return;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** Runs the statements of a level, unless no row of the level above has a key for any of them. */
    private boolean run(Connection connection, OperationPlan.Level level, Deadline deadline) throws SQLException {
        Rows[] rows = new Rows[level.steps().size()];
        boolean needed = false;
        for (int i = 0; i < rows.length; i++) {
            OperationPlan.Step step = level.steps().get(i);
            rows[i] = answers.get(step.root()).prepare(step.statement());
            needed |= rows[i].hasKeys();
        }
        if (!needed) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(level.text())) {
            deadline.limit(statement, rows.length);
            int parameter = level.depth() == 0 && plan.isCallerSet()
                    ? CallerSession.bind(statement, 1, requestContext.caller())
                    : 1;
            for (int i = 0; i < rows.length; i++) {
                parameter = bind(statement, parameter, rows[i], level.steps().get(i));
            }
            statement.execute();
            for (int i = 0; i < level.preamble(); i++) {
                if (i == OperationPlan.SET_CALLER && plan.isCallerSet()) {
                    compartments = CallerSession.compartments(statement.getResultSet());
                }
                statement.getMoreResults();
            }
            for (int i = 0; i < rows.length; i++) {
                try (ResultSet result = statement.getResultSet()) {
                    rows[i].read(result, level.steps().get(i).statement().width());
                }
                statement.getMoreResults();
            }
        }
        return true;
    }

    private int bind(PreparedStatement statement, int from, Rows rows, OperationPlan.Step step) throws SQLException {
        int parameter = from;
        String keys = rows.keys();
        if (keys != null) {
            statement.setString(parameter++, keys);
        }
        for (Object value : answers.get(step.root()).values(step.statement())) {
            bind(statement, parameter++, value);
        }
        return parameter;
    }

    private static void bind(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof String[] texts) {
            statement.setArray(position, statement.getConnection().createArrayOf("text", texts));
        } else {
            statement.setString(position, value == Parameter.ABSENT ? null : (String) value);
        }
    }
}
