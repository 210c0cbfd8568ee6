package org.jointdefence.registry.selection.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** SQL text under construction, with its parameters in the order of their question marks. */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Parameter> parameters = new ArrayList<>();
    private boolean planDependsOnValues;

    public static Sql of(String text) {
        return new Sql().add(text);
    }

    public Sql add(String more) {
        text.append(more);
        return this;
    }

    public Sql add(Sql more) {
        text.append(more.text);
        parameters.addAll(more.parameters);
        planDependsOnValues |= more.planDependsOnValues;
        return this;
    }

    /**
     * Says that a good plan for some values of the parameters is a bad one for others: a pattern that few rows match
     * wants the index on patterns, one that many match wants the order.
     */
    public Sql planDependsOnValues() {
        planDependsOnValues = true;
        return this;
    }

    public boolean isPlannedForValues() {
        return planDependsOnValues;
    }

    /** A parameter, cast to the type of what it is compared with. */
    public Sql parameter(Parameter parameter, String type) {
        text.append("?::").append(type);
        parameters.add(parameter);
        return this;
    }

    /** The parts between parentheses, with {@code separator} between them. */
    public static Sql joined(Collection<Sql> parts, String separator) {
        Sql sql = Sql.of("(");
        for (Iterator<Sql> iterator = parts.iterator(); iterator.hasNext(); ) {
            sql.add(iterator.next()).add(iterator.hasNext() ? separator : "");
        }
        return sql.add(")");
    }

    public String text() {
        return text.toString();
    }

    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }
}
