package org.jointdefence.registry.selection;

import java.util.List;
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

    /** {@code FROM … t WHERE …}, each row once; a condition can follow. */
    Sql rows() {
        return Sql.of("FROM " + view + " t WHERE ").add(association == null ? "true" : association.joins("t", "p.k"));
    }

    /**
     * As {@link #rows}, for a statement with an order: it drops the repetitions of a row that several links lead to, each
     * of another label. Written as a join, the links' index can give the order, and PostgreSQL from 18 on sees that the
     * links' view has read the row already.
     */
    Sql rowsToOrder() {
        Member.Path.ByLink links = severalLinks();
        return links == null
                ? rows()
                : Sql.of("FROM " + view + " t JOIN " + links.link() + " l ON l." + links.to() + " = t."
                        + links.targetKey() + " WHERE l." + links.from() + " = p.k");
    }

    /** A statement over {@link #rows}. */
    Statement statement(SelectionCompiler compiler, Sql tail) {
        return compiler.statement(link(), List.of(), tail);
    }

    /**
     * A statement over {@link #rowsToOrder}.
     *
     * @param order the columns that the tail orders by, which no two rows share
     */
    Statement ordered(SelectionCompiler compiler, List<String> order, Sql tail) {
        return compiler.statement(link(), severalLinks() == null ? List.of() : order, tail);
    }

    private Member.Path.@Nullable ByLink severalLinks() {
        return association != null && association.path() instanceof Member.Path.ByLink link && !link.single()
                ? link
                : null;
    }

    private Statement.@Nullable Link link() {
        return parent == null || association == null
                ? null
                : new Statement.Link(
                        parent,
                        parent.column("t." + association.parentColumn()),
                        association.keyType(),
                        association.keyIsArray());
    }
}
