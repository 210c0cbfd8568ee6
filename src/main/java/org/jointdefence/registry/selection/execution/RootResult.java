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

/** What answers one root field for one caller: the values of its parameters, then the rows of its statements. */
final class RootResult implements RootRows {
    private final RootPlan plan;
    private final ExecutionArguments binding;
    private final Object[][] values;
    private final Rows[] rows;
    private @Nullable RuntimeException failure;

    private RootResult(RootPlan plan, ExecutionArguments binding) {
        this.plan = plan;
        this.binding = binding;
        this.values = new Object[plan.statements().size()][];
        this.rows = new Rows[values.length];
    }

    /**
     * An answer whose parameters have their values and whose rows are still to come.
     *
     * @param refusals takes a refusal for each argument that turns out, by its value, not to be one that the field can
     *     take; there is nothing to be done with the answer then
     */
    static RootResult of(RootPlan plan, ExecutionArguments binding, Consumer<ClientError> refusals) {
        RootResult answer = new RootResult(plan, binding);
        plan.unused().forEach(parameter -> value(parameter, binding, refusals));
        for (Statement statement : plan.statements()) {
            List<Parameter> parameters = statement.parameters();
            Object[] values = new Object[parameters.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(parameters.get(i), binding, refusals);
            }
            answer.values[statement.index()] = values;
        }
        return answer;
    }

    private static Object value(Parameter parameter, ExecutionArguments binding, Consumer<ClientError> refusals) {
        try {
            return parameter.value(binding);
        } catch (ClientError refusal) {
            refusals.accept(refusal);
            return Parameter.ABSENT;
        }
    }

    /** What is wrong with it, when others could be read beside it. */
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

    /** The values of a statement's parameters: strings, and arrays of strings. */
    Object[] values(Statement statement) {
        return values[statement.index()];
    }

    @Override
    public Rows rows(Statement statement) {
        return rows[statement.index()];
    }

    @Override
    public int shown(Page page, int found) {
        return page.shown(found, binding);
    }

    @Override
    public boolean reached(Statement statement) {
        return rows[statement.index()] != null;
    }

    /** The rows of a statement, ready to be read: those of the level above are known. */
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
        return binding.seals().version(digest);
    }

    @Override
    public byte[] cursor(String order, byte[] place) {
        return binding.cipher(order).cursor(place);
    }
}
