package org.jointdefence.registry.selection.order;

import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.Scalar;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * A sort key: a column of the records themselves, or of the record that an association leads to.
 *
 * @param name a name that is unique in its entity type
 * @param through the association, which leads to at most one record; null for a column of the records themselves
 * @param language the language of the collation; null for the database's collation
 */
public record SortKey(
        String name,
        Attribute.Column column,
        Attribute.@Nullable Association through,
        @Nullable Language language) {
    static SortKey of(Attribute.Column column) {
        return new SortKey(column.column(), column, null, null);
    }

    static SortKey of(Attribute.Association through, Attribute.Column column) {
        return new SortKey(through.name() + "." + column.column(), column, through, null);
    }

    /** The same key among the views of this entity type, which may be those of the past. */
    SortKey of(EntityType entityType) {
        return through == null
                ? this
                : new SortKey(
                        name,
                        column,
                        (Attribute.Association) requireNonNull(entityType.member(through.name())),
                        language);
    }

    /** Whether it is a text in words, whose order depends on the language. */
    boolean isInWords() {
        return column.scalar().equals(Scalar.TEXT);
    }

    /** The same key in the order of a language; cursors of the two are not interchangeable. */
    SortKey in(Language order) {
        return new SortKey(name + " " + order, column, through, order);
    }

    /** The name of the field. */
    String memberName() {
        return column.name();
    }

    /** Its description in the schema. */
    public String description() {
        return through == null
                ? column.description()
                : "Of `" + through.name() + "`, absent where that is absent or hidden: " + column.description();
    }

    /** Whether it can be null: the columns of a hidden record are null. */
    boolean nullable() {
        return column.nullable() || through != null;
    }

    /** Whether its type has infinities, so that nulls need no condition of their own. */
    boolean hasEnds() {
        return column.scalar().equals(Scalar.DATE_TIME) || sqlType().equals("date");
    }

    /** The type of its values in PostgreSQL. */
    String sqlType() {
        return column.scalar().sqlType();
    }

    /** The SQL expression of the value in the row {@code alias}, by which rows compare. */
    String expression(String alias) {
        String value = through == null ? compared(alias) : related(alias, compared("o"));
        return language == null ? value : value + " COLLATE " + language.collation();
    }

    /** The same value as text for a cursor, from which the value can be restored. */
    public String selected(String alias) {
        return through == null ? own(alias) : related(alias, own("o"));
    }

    private String compared(String alias) {
        String value = alias + "." + column.column();
        return column.lengthy() ? "left(" + value + ", " + Attribute.Column.LONGEST_TEXT + ")" : value;
    }

    private String own(String alias) {
        return column.lengthy() ? compared(alias) : column.selected(alias);
    }

    private String related(String alias, String value) {
        Attribute.Association association = requireNonNull(through);
        return "(SELECT " + value + " FROM " + association.view() + " o WHERE "
                + association.joins("o", alias + "." + association.parentColumn()) + ")";
    }
}
