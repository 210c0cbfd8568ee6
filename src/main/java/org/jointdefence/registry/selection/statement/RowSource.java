package org.jointdefence.registry.selection.statement;

import java.util.List;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a field come from: all of a concept, or those that an association ties to the rows of another
 * statement.
 */
public record RowSource(
        EntityType entityType,
        String view,
        @Nullable Statement parent,
        @Nullable EntityType owner,
        Attribute.@Nullable Association association) {
    /** The alias of the rows. */
    public static final String ROWS = "t";

    public static RowSource all(EntityType entityType) {
        return new RowSource(entityType, entityType.view(), null, null, null);
    }

    public static RowSource of(Statement parent, EntityType owner, Attribute.Association association) {
        return new RowSource(association.target(), association.view(), parent, owner, association);
    }

    /** What the log calls its rows as a whole. */
    public String place() {
        return owner == null || association == null ? entityType.name() : owner.name() + '.' + association.name();
    }

    /** What the cursors of its connection are bound to. */
    public String name() {
        return association == null ? entityType.name() : entityType.name() + " by " + association.path();
    }

    /** {@code FROM … t WHERE …}, each row once; a condition can follow. */
    public Sql rows() {
        return Sql.of("FROM " + view + " t WHERE ").add(association == null ? "true" : association.joins("t", "p.k"));
    }

    /**
     * As {@link #rows}, for a statement with an order, but with a row once for each link that leads to it, each of another
     * label; {@link #ordered} drops the repetitions. Written as a join, the links' index can give the order, and PostgreSQL from 18 on sees that the
     * links' view has read the row already.
     */
    public Sql rowsToOrder() {
        Attribute.Path.ByLink links = severalLinks();
        return links == null
                ? rows()
                : Sql.of("FROM " + view + " t JOIN " + links.link() + " l ON l." + links.to() + " = t."
                        + links.targetKey() + " WHERE l." + links.from() + " = p.k");
    }

    /** A statement over {@link #rows}. */
    public Statement statement(Statements statements, Sql tail) {
        return statements.add(link(), List.of(), tail);
    }

    /**
     * A statement over {@link #rowsToOrder}. Of the links that lead to one row it takes the one of the label with the least
     * number, which is the public one if there is such a link: what else leads there is not needed to show the row.
     *
     * @param rows which rows
     * @param columns what they are ordered by, which no two rows share
     * @param order the columns, with their directions
     */
    public Statement ordered(Statements statements, Sql rows, List<String> columns, String order) {
        // Of one label there mostly is one link between two records, and the public can read one label.
        Attribute.Path.ByLink links = severalLinks();
        boolean repeated = links != null && (links.repeated() || statements.readSeveralLabels());
        return statements.add(
                link(), repeated ? columns : List.of(), rows.add(" ORDER BY " + order + (repeated ? ", l.label" : "")));
    }

    /** The links that lead to the rows, if there can be several from one parent; null otherwise. */
    public Attribute.Path.@Nullable ByLink severalLinks() {
        return association != null && association.path() instanceof Attribute.Path.ByLink link && !link.single()
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
