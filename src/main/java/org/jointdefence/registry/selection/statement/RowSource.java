package org.jointdefence.registry.selection.statement;

import java.util.List;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * The source of a field's rows: all rows of an entity type, or those that an association connects with the rows of
 * another statement.
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

    /** The name of the rows as a whole in the log. */
    public String place() {
        return owner == null || association == null ? entityType.name() : owner.name() + '.' + association.name();
    }

    /** The name to which cursors of the connection are bound. */
    public String name() {
        return association == null ? entityType.name() : entityType.name() + " by " + place();
    }

    /** {@code FROM … t WHERE …}, each row once; further conditions can follow. */
    public Sql rows() {
        return Sql.of("FROM " + view + " t WHERE ").add(association == null ? "true" : association.joins("t", "p.k"));
    }

    /**
     * Like {@link #rows}, but for a statement with an order. A row comes once for each link to it, each with another
     * label, and {@link #ordered} removes the duplicates. As a join, it allows PostgreSQL to take the order from the
     * index of the links, and from version 18 on to see that the view of the links has already read the row.
     */
    public Sql rowsToOrder() {
        Attribute.Path.ByLink links = severalLinks();
        return links == null
                ? rows()
                : Sql.of("FROM " + view + " t JOIN " + links.link() + " l ON l." + links.to() + " = t."
                        + links.targetKey() + " WHERE l." + links.from() + " = p.k");
    }

    /** A statement with {@link #rows}. */
    public Statement statement(Statements statements, Sql tail) {
        return statements.add(link(), List.of(), tail);
    }

    /**
     * A statement with {@link #rowsToOrder}. If several links lead to one row, it takes the link whose label has the
     * lowest number, which is the public one if it exists; the other links are not needed to show the row.
     *
     * @param rows the condition on the rows
     * @param columns the columns of the order, which are unique together
     * @param order the columns with their directions
     */
    public Statement ordered(Statements statements, Sql rows, List<String> columns, String order) {
        // Two records usually have only one link per label, and anonymous callers can read only the public label.
        Attribute.Path.ByLink links = severalLinks();
        boolean repeated = links != null && (links.repeated() || statements.readSeveralLabels());
        return statements.add(
                link(), repeated ? columns : List.of(), rows.add(" ORDER BY " + order + (repeated ? ", l.label" : "")));
    }

    /** The link path to the rows if several links from one parent can lead to one row; null otherwise. */
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
