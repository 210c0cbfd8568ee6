package org.jointdefence.registry.selection;

import org.jointdefence.registry.Refusal;

/** What answers one root field for one caller: the values of its parameters, then the rows of its statements. */
final class Answer {
    private final RootPlan plan;
    private final Binding binding;
    private final Object[][] values;
    private final Rows[] rows;

    private Answer(RootPlan plan, Binding binding) {
        this.plan = plan;
        this.binding = binding;
        this.values = new Object[plan.statements().size()][];
        this.rows = new Rows[values.length];
    }

    /**
     * An answer whose parameters have their values and whose rows are still to come.
     *
     * @throws Refusal if an argument turns out, by its value, not to be one that the field can take
     */
    static Answer of(RootPlan plan, Binding binding) {
        Answer answer = new Answer(plan, binding);
        plan.unused().forEach(parameter -> parameter.value(binding));
        for (Statement statement : plan.statements()) {
            answer.values[statement.index()] = statement.parameters().stream()
                    .map(parameter -> parameter.value(binding))
                    .toArray();
        }
        return answer;
    }

    RootPlan plan() {
        return plan;
    }

    /** The values of a statement's parameters: strings, and arrays of strings. */
    Object[] values(Statement statement) {
        return values[statement.index()];
    }

    Rows rows(Statement statement) {
        return rows[statement.index()];
    }

    /** Whether the level of a statement was reached: where nothing above it has anything below, it is not. */
    boolean reached(Statement statement) {
        return rows[statement.index()] != null;
    }

    /** The rows of a statement, ready to be read: those of the level above are known. */
    Rows prepare(Statement statement) {
        Statement.Link link = statement.link();
        Rows prepared = link == null ? Rows.ofRoot() : Rows.of(link, rows(link.parent()));
        rows[statement.index()] = prepared;
        return prepared;
    }

    Seals seals() {
        return binding.seals();
    }

    /** The cursor of a record in an order, for this caller. */
    byte[] cursor(byte[] order, byte[] uuid) {
        return binding.seals().cursor(binding.caller(), order, uuid);
    }

    /** Whether each cursor in the arguments points at a record that the caller sees. */
    boolean cursorsHold() {
        return plan.cursorChecks().stream().noneMatch(check -> rows(check).isEmpty());
    }
}
