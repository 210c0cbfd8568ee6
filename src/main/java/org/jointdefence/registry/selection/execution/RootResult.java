package org.jointdefence.registry.selection.execution;

import java.util.List;
import java.util.function.Consumer;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.plan.RootPlan;
import org.jointdefence.registry.selection.statement.ExecutionArguments;
import org.jointdefence.registry.selection.statement.Page;
import org.jointdefence.registry.selection.statement.Parameter;
import org.jointdefence.registry.selection.statement.RootRows;
import org.jointdefence.registry.selection.statement.Rows;
import org.jointdefence.registry.selection.statement.Statement;
import org.jspecify.annotations.Nullable;

/** The result of one root field: first the values of its parameters, then the rows of its statements. */
final class RootResult implements RootRows {
    private final RootPlan plan;
    private final ExecutionArguments arguments;
    private final Object[][] values;
    private final Rows[] rows;
    private @Nullable Object instant;
    private @Nullable RuntimeException failure;

    private RootResult(RootPlan plan, ExecutionArguments arguments) {
        this.plan = plan;
        this.arguments = arguments;
        this.values = new Object[plan.statements().size()][];
        this.rows = new Rows[values.length];
    }

    /**
     * Creates a result with the values of its parameters and without rows.
     *
     * @param errors receives an error for each argument with an invalid value; after an error, the result must not be
     *     used
     */
    static RootResult of(RootPlan plan, ExecutionArguments arguments, Consumer<ClientError> errors) {
        RootResult result = new RootResult(plan, arguments);
        Parameter instant = plan.instant();
        if (instant != null) {
            result.instant = value(instant, arguments, errors);
        }
        plan.unused().forEach(parameter -> value(parameter, arguments, errors));
        for (Statement statement : plan.statements()) {
            List<Parameter> parameters = statement.parameters();
            Object[] values = new Object[parameters.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(parameters.get(i), arguments, errors);
            }
            result.values[statement.index()] = values;
        }
        return result;
    }

    private static Object value(Parameter parameter, ExecutionArguments arguments, Consumer<ClientError> errors) {
        try {
            return parameter.value(arguments);
        } catch (ClientError invalid) {
            errors.accept(invalid);
            return Parameter.ABSENT;
        }
    }

    /** Marks this root field as failed; the other root fields can still succeed. */
    void fail(RuntimeException reason) {
        failure = reason;
    }

    @Nullable
    RuntimeException failure() {
        return failure;
    }

    RootPlan plan() {
        return plan;
    }

    /** The instant of which the records are shown; null for the present. */
    @Nullable
    Object instant() {
        return instant;
    }

    /** The values of a statement's parameters: strings, arrays of strings, or {@link Parameter#ABSENT}. */
    Object[] values(Statement statement) {
        return values[statement.index()];
    }

    @Override
    public Rows rows(Statement statement) {
        return rows[statement.index()];
    }

    @Override
    public int shown(Page page, int found) {
        return page.shown(found, arguments);
    }

    @Override
    public boolean reached(Statement statement) {
        return rows[statement.index()] != null;
    }

    /** Prepares the rows of a statement for reading, with keys from the rows of the level above. */
    Rows prepare(Statement statement) {
        Statement.Link link = statement.link();
        Rows prepared = link == null
                ? Rows.ofRoot()
                : Rows.of(link, rows(link.parent()), shown(link.parent().page(), Integer.MAX_VALUE));
        rows[statement.index()] = prepared;
        return prepared;
    }

    @Override
    public byte[] version(byte[] digest) {
        return arguments.signer().version(digest);
    }

    @Override
    public byte[] cursor(String order, byte[] position) {
        return arguments.cipher(order).cursor(position);
    }
}
