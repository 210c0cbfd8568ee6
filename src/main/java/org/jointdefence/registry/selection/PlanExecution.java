package org.jointdefence.registry.selection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jointdefence.registry.Unavailable;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.clearance.Entrance;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a plan: one transaction, one round trip for each level. */
final class PlanExecution {
    private final OperationPlan plan;
    private final Inquiry inquiry;
    private final @Nullable String operation;
    private final List<Answer> answers;
    private String compartments = "{}";

    /**
     * @param operation the operation's name
     * @param answers what is to be filled, one for each root field of the plan
     */
    PlanExecution(OperationPlan plan, Inquiry inquiry, @Nullable String operation, List<Answer> answers) {
        this.plan = plan;
        this.inquiry = inquiry;
        this.operation = operation;
        this.answers = answers;
    }

    /**
     * Fills the answers, and has the log say so if anything in them is classified.
     *
     * @param longest how long it may take, once it has a connection
     * @return the marking of what is in them; null when it has no label
     * @throws org.jointdefence.registry.Refusal if it, or one of its statements, took longer than it may
     * @throws org.jointdefence.registry.budget.Overload if there is no memory for its rows
     * @throws Unavailable if the database cannot be asked
     */
    @Nullable
    String run(DataSource database, ReadLog log, Duration longest) {
        try {
            return Transactions.run(database, connection -> {
                        runWaves(connection, new Deadline(longest));
                        Reading reading = reading();
                        return reading.isEmpty()
                                ? Optional.<String>empty()
                                : Optional.ofNullable(
                                        log.record(connection, inquiry, operation, compartments, reading));
                    })
                    .orElse(null);
        } catch (SQLException e) {
            AnswerBudget.check();
            if (Transactions.tookTooLong(e)) {
                throw Deadline.missed();
            }
            if (Unavailable.isMeantBy(e)) {
                throw new Unavailable(e);
            }
            throw new IllegalStateException("the database refused a statement: SQLSTATE " + e.getSQLState(), e);
        }
    }

    /** What was read that is classified. */
    private Reading reading() {
        Reading reading = new Reading();
        answers.forEach(answer -> answer.plan().reads().collect(answer, reading));
        return reading;
    }

    private void runWaves(Connection connection, Deadline deadline) throws SQLException {
        for (OperationPlan.Wave wave : plan.waves()) {
            if (!run(connection, wave, deadline)) {
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
    private boolean run(Connection connection, OperationPlan.Wave wave, Deadline deadline) throws SQLException {
        Rows[] rows = new Rows[wave.steps().size()];
        boolean needed = false;
        for (int i = 0; i < rows.length; i++) {
            OperationPlan.Step step = wave.steps().get(i);
            rows[i] = answers.get(step.root()).prepare(step.statement());
            needed |= rows[i].hasKeys();
        }
        if (!needed) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(wave.text())) {
            deadline.limit(statement, rows.length);
            int parameter = wave.level() == 0 ? Entrance.bind(statement, 1, inquiry.caller()) : 1;
            for (int i = 0; i < rows.length; i++) {
                parameter = bind(statement, parameter, rows[i], wave.steps().get(i));
            }
            statement.execute();
            for (int i = 0; i < wave.preamble(); i++) {
                if (i == OperationPlan.ENTRANCE && inquiry.caller().isRecorded()) {
                    compartments = Entrance.compartments(statement.getResultSet());
                }
                statement.getMoreResults();
            }
            for (int i = 0; i < rows.length; i++) {
                try (ResultSet result = statement.getResultSet()) {
                    rows[i].read(result, wave.steps().get(i).statement().width());
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
            statement.setString(position, (String) value);
        }
    }
}
