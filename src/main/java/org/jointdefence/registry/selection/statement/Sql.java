package org.jointdefence.registry.selection.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** Builds SQL text, with its parameters in the order of their question marks. */
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
     * Marks SQL whose best plan depends on the values of the parameters: a pattern with few matches needs the index on
     * patterns, one with many matches the index of the order.
     */
    public Sql planDependsOnValues() {
        planDependsOnValues = true;
        return this;
    }

    boolean isPlannedForValues() {
        return planDependsOnValues;
    }

    /** Adds a parameter, cast to the type it is compared with. */
    public Sql parameter(Parameter parameter, String type) {
        text.append("?::").append(type);
        parameters.add(parameter);
        return this;
    }

    /** Joins the parts with {@code separator}, in parentheses. */
    public static Sql joined(Collection<Sql> parts, String separator) {
        Sql sql = Sql.of("(");
        for (Iterator<Sql> iterator = parts.iterator(); iterator.hasNext(); ) {
            sql.add(iterator.next()).add(iterator.hasNext() ? separator : "");
        }
        return sql.add(")");
    }

    String text() {
        return text.toString();
    }

    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }
}
