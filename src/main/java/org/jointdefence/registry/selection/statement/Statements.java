package org.jointdefence.registry.selection.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the statements of a root field during compilation, and the parameters whose values must be checked. */
public final class Statements {
    private final boolean severalLabels;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Parameter> required = new ArrayList<>();

    /**
     * Creates an empty collection.
     *
     * @param severalLabels whether the caller can read under labels other than the public one
     */
    public Statements(boolean severalLabels) {
        this.severalLabels = severalLabels;
    }

    /**
     * Adds a statement.
     *
     * @param link the link to the level above; null for the root field's own statement
     * @param distinct the columns by which duplicate rows are removed, in the order of the tail; empty if there are no
     *     duplicates
     * @param tail the SQL after the selected columns, starting with FROM
     */
    public Statement add(Statement.@Nullable Link link, List<String> distinct, Sql tail) {
        Statement statement = new Statement(statements.size(), link, distinct, tail);
        statements.add(statement);
        return statement;
    }

    /** Whether the caller can read under labels other than the public one. */
    boolean readSeveralLabels() {
        return severalLabels;
    }

    /** Marks parameters whose values are checked, whether or not a statement uses them. */
    public void require(List<Parameter> parameters) {
        required.addAll(parameters);
    }

    /** All statements, each after its parent. */
    public List<Statement> all() {
        return statements;
    }

    /** The required parameters that no statement uses. */
    public List<Parameter> unused() {
        Set<Parameter> used = Collections.newSetFromMap(new IdentityHashMap<>());
        statements.forEach(statement -> used.addAll(statement.parameters()));
        return required.stream().filter(parameter -> !used.contains(parameter)).toList();
    }
}
