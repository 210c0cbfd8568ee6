package org.jointdefence.registry.selection;

import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a field come from: all of a concept, or those that an association ties to the rows of another
 * statement.
 */
record Source(Concept concept, String view, @Nullable Statement parent, Member.@Nullable Association association) {
    static Source all(Concept concept) {
        return new Source(concept, concept.view(), null, null);
    }

    static Source of(Statement parent, Member.Association association) {
        return new Source(association.target(), association.view(), parent, association);
    }

    /** What the cursors of its connection are bound to. */
    String name() {
        return association == null ? concept.name() : concept.name() + " by " + association.path();
    }

    /** {@code FROM … t WHERE …}; a condition can follow. */
    Sql rows() {
        return Sql.of("FROM " + view + " t WHERE ").add(association == null ? "true" : association.joins("t", "p.k"));
    }

    /** A statement over these rows. */
    Statement statement(SelectionCompiler compiler, Sql tail) {
        if (parent == null || association == null) {
            return compiler.statement(null, tail);
        }
        int key = parent.column("t." + association.parentColumn());
        return compiler.statement(
                new Statement.Link(parent, key, association.keyType(), association.keyIsArray()), tail);
    }
}
