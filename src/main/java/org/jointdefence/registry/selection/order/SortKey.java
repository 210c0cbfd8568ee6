package org.jointdefence.registry.selection.order;

import java.util.Objects;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * What records can be ordered by: a column of their own, or one of the record that an association leads to.
 *
 * @param name what tells it from the others of its concept
 * @param through the association that leads to one record at most; null for a column of the records' own
 * @param language the language whose order its texts have; null for that of the database
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

    /** Whether it is a text in words, which languages order differently. */
    boolean isInWords() {
        return column.scalar().equals(Scalar.TEXT);
    }

    /** The same in the order of a language; a cursor of one is none of the other. */
    SortKey in(Language order) {
        return new SortKey(name + " " + order, column, through, order);
    }

    /** The name of the field that it is. */
    String memberName() {
        return column.name();
    }

    /** Its description in the schema. */
    public String description() {
        return through == null
                ? column.description()
                : "Of `" + through.name() + "`, absent where that is absent or hidden: " + column.description();
    }

    /** Whether it can be absent: a record that is hidden is, and all that it has. */
    boolean nullable() {
        return column.nullable() || through != null;
    }

    /** Whether its type has a value before and one behind all others: then what is absent needs no place of its own. */
    boolean hasEnds() {
        return column.scalar().equals(Scalar.DATE_TIME) || sqlType().equals("date");
    }

    /** The type of its values in PostgreSQL. */
    String sqlType() {
        return column.scalar().sqlType();
    }

    /** Its value for the row {@code alias}, by which rows compare. */
    String expression(String alias) {
        String value = through == null ? compared(alias) : related(alias, compared("o"));
        return language == null ? value : value + " COLLATE " + language.collation();
    }

    /** The same as the text that a cursor holds, which makes the same value again. */
    public String selected(String alias) {
        return through == null ? told(alias) : related(alias, told("o"));
    }

    private String compared(String alias) {
        String value = alias + "." + column.column();
        return column.lengthy() ? "left(" + value + ", " + Attribute.Column.LONGEST_TEXT + ")" : value;
    }

    private String told(String alias) {
        return column.lengthy() ? compared(alias) : column.selected(alias);
    }

    private String related(String alias, String value) {
        Attribute.Association association = Objects.requireNonNull(through);
        return "(SELECT " + value + " FROM " + association.view() + " o WHERE "
                + association.joins("o", alias + "." + association.parentColumn()) + ")";
    }
}
