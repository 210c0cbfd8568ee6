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

/** Executes a plan in one transaction, with one round trip for each level. */
final class PlanExecution {
    private final OperationPlan plan;
    private final RequestContext requestContext;
    private final @Nullable String operation;
    private final List<RootResult> roots;
    private @Nullable Deadline deadline;
    private boolean isRead;

    /** The caller's compartments as a PostgreSQL array literal, including those of need-to-know grants. */
    private String compartments = "{}";

    /**
     * @param operation the operation's name
     * @param roots the results to fill, one for each root field of the plan
     */
    PlanExecution(
            OperationPlan plan, RequestContext requestContext, @Nullable String operation, List<RootResult> roots) {
        this.plan = plan;
        this.requestContext = requestContext;
        this.operation = operation;
        this.roots = roots;
    }

    /**
     * Reads all results and records the reads of classified data. A root field that cannot be read is marked as failed, and
     * the others are still read.
     *
     * @param prepared makes room for the statements on the connection
     * @param duration the time limit, which starts when a connection has been acquired
     * @return the marking of the results; null if they have no labelled content
     * @throws ClientError if the read or one of its statements exceeds its time limit, or the response its size limit
     * @throws org.jointdefence.registry.budget.Overload if there is no memory for the rows
     * @throws Unavailable if the database is unavailable
     */
    @Nullable
    String run(DataSource database, PreparedStatements prepared, ReadLog log, Duration duration) {
        try {
            return Transactions.run(database, connection -> {
                        // Waiting for a connection has a time limit of its own.
                        deadline = new Deadline(duration);
                        read(connection, prepared, deadline);
                        isRead = true;
                        return record(connection, log);
                    })
                    .orElse(null);
        } catch (SQLException e) {
            AnswerBudget.check();
            if (deadline != null && !isRead && roots.size() > 1 && !Transactions.isUnavailable(e)) {
                return runEach(database, prepared, log, deadline);
            }
            throw failure(e);
        }
    }

    /** Reads each root field in a transaction of its own, after one of them has failed and it is not known which. */
    private @Nullable String runEach(DataSource database, PreparedStatements prepared, ReadLog log, Deadline deadline) {
        List<RootResult> read = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            RootResult root = roots.get(i);
            Deadline share = deadline.share(roots.size() - i);
            PlanExecution single = new PlanExecution(plan.only(root.plan()), requestContext, operation, List.of(root));
            try {
                Transactions.run(database, connection -> {
                    single.read(connection, prepared, share);
                    return true;
                });
                compartments = single.compartments;
                read.add(root);
            } catch (SQLException e) {
                AnswerBudget.check();
                root.fail(failure(e));
            } catch (ClientError e) {
                AnswerBudget.check();
                root.fail(e);
            }
        }
        PlanExecution survivors = new PlanExecution(plan, requestContext, operation, read);
        survivors.compartments = compartments;
        try {
            return Transactions.run(database, connection -> survivors.record(connection, log))
                    .orElse(null);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(SQLException e) {
        return Transactions.tookTooLong(e) ? Deadline.missed() : Transactions.failure("the query failed", e);
    }

    /** Reads all results, without recording that. */
    void read(Connection connection, PreparedStatements prepared, Deadline deadline) throws SQLException {
        if (!plan.isCallerSet() && !plan.isContinued()) {
            Transactions.requireNone(connection);
        }
        prepared.prepare(connection, plan);
        runLevels(connection, deadline);
    }

    /** Records the reads of classified data, if there are any, and returns the marking. */
    private Optional<String> record(Connection connection, ReadLog log) throws SQLException {
        AccessRecord accesses = accesses();
        return accesses.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(log.record(connection, requestContext, operation, compartments, accesses));
    }

    /** The reads of classified data. */
    private AccessRecord accesses() {
        AccessRecord accesses = new AccessRecord();
        roots.forEach(root -> root.plan().accesses().collect(root, accesses));
        return accesses;
    }

    private void runLevels(Connection connection, Deadline deadline) throws SQLException {
        for (OperationPlan.Level level : plan.levels()) {
            if (!run(connection, level, deadline)) {
                // The levels below have no keys either, and the last of them would have committed.
                if (!plan.isContinued()) {
                    execute(connection, OperationPlan.COMMIT);
                }
                return;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /**
     * Executes the statements of a level in one round trip.
     *
     * @return false, without a round trip, if no row of the level above has a key for any of them
     */
    private boolean run(Connection connection, OperationPlan.Level level, Deadline deadline) throws SQLException {
        Rows[] rows = new Rows[level.steps().size()];
        boolean needed = false;
        for (int i = 0; i < rows.length; i++) {
            OperationPlan.Step step = level.steps().get(i);
            rows[i] = roots.get(step.root()).prepare(step.statement());
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
                if (level.steps().get(i).setsInstant()) {
                    statement.getMoreResults();
                }
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
        if (step.setsInstant()) {
            Transactions.bind(statement, parameter++, roots.get(step.root()).instant());
        }
        String keys = rows.keys();
        if (keys != null) {
            statement.setString(parameter++, keys);
        }
        for (Object value : roots.get(step.root()).values(step.statement())) {
            Transactions.bind(statement, parameter++, value == Parameter.ABSENT ? null : value);
        }
        return parameter;
    }
}
