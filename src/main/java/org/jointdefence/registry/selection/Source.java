package org.jointdefence.registry.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a field come from: all of a concept, or those that an association ties to the rows of another
 * statement.
 */
record Source(
        Concept concept,
        String view,
        @Nullable Statement parent,
        @Nullable Concept owner,
        Member.@Nullable Association association) {
    static Source all(Concept concept) {
        return new Source(concept, concept.view(), null, null, null);
    }

    static Source of(Statement parent, Concept owner, Member.Association association) {
        return new Source(association.target(), association.view(), parent, owner, association);
    }

    /** What the log calls its rows as a whole. */
    String place() {
        return owner == null || association == null ? concept.name() : owner.name() + '.' + association.name();
    }

    /** Whose the links are that lead to its rows: a record's, unless what they start from has a code for an id. */
    Reads.Whose owners() {
        return association != null && association.keyType().equals("uuid") ? Reads.Whose.PARENT : Reads.Whose.ALL;
    }

    /** Notes that the links that lead to the rows of a statement are read, and rows with a label that are no records. */
    void linksRead(Reads reads, Statement statement) {
        if (concept.isLabelled() && !concept.isRecord()) {
            reads.ofRows(Reads.Use.SELECT, place(), statement, owners(), Sensitivity.unlessPublic("t.label"));
        }
        if (association != null && association.path() instanceof Member.Path.ByLink link) {
            String label = link.single()
                    ? "(SELECT l.label FROM " + link.link() + " l WHERE l." + link.from()
                            + " = p.k ORDER BY l.label DESC, l.id LIMIT 1)"
                    : "l.label";
            reads.ofRows(Reads.Use.PRESENCE, place(), statement, owners(), Sensitivity.unlessPublic(label));
        }
    }

    /** Notes that the links that lead to what a statement counts are read. */
    void linksCounted(Reads reads, Statement statement) {
        Member.Path.ByLink link = severalLinks();
        if (link != null) {
            String labels = "(SELECT string_agg(DISTINCT l.label::text, ',') FROM " + link.link() + " l WHERE l."
                    + link.from() + " = p.k AND l.label <> 0)";
            reads.ofRows(Reads.Use.COUNT, place(), statement, owners(), labels);
        }
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
     * As {@link #rows}, for a statement with an order, but with a row once for each link that leads to it, each of another
     * label; {@link #ordered} drops the repetitions. Written as a join, the links' index can give the order, and PostgreSQL from 18 on sees that the
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
     * A statement over {@link #rowsToOrder}. Of the links that lead to one row it takes the one of the label with the least
     * number, which is the public one if there is such a link: what else leads there is not needed to show the row.
     *
     * @param rows which rows
     * @param columns what they are ordered by, which no two rows share
     * @param order the columns, with their directions
     */
    Statement ordered(SelectionCompiler compiler, Sql rows, List<String> columns, String order) {
        // Of one label there mostly is one link between two records, and the public can read one label.
        Member.Path.ByLink links = severalLinks();
        boolean repeated = links != null && (links.repeated() || compiler.readsSeveralLabels());
        return compiler.statement(
                link(), repeated ? columns : List.of(), rows.add(" ORDER BY " + order + (repeated ? ", l.label" : "")));
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
