package org.jointdefence.registry.selection.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of an {@link EntityType}. */
public sealed interface Attribute {
    /** The field's name in the schema. */
    String name();

    /** The field's description in the schema. */
    String description();

    /**
     * A scalar, an enum, or a list of either, from one column.
     *
     * @param currency the column with the currency of an amount; null for columns that are not amounts
     * @param lengthy whether it is a text that may be longer than {@link #LONGEST_TEXT}
     * @param constraints what values it takes; null if its type is all that is asked
     */
    record Column(
            String name,
            String description,
            String column,
            Scalar scalar,
            boolean list,
            boolean nullable,
            @Nullable Classification classification,
            @Nullable String currency,
            boolean lengthy,
            @Nullable Constraints constraints)
            implements Attribute {

        /** The number of leading characters of a text that count in an order and go into a cursor. */
        public static final int LONGEST_TEXT = 300;

        /** A column that nobody writes, with a text of at most some hundred characters, or with another scalar. */
        Column(
                String name,
                String description,
                String column,
                Scalar scalar,
                boolean list,
                boolean nullable,
                @Nullable Classification classification,
                @Nullable String currency) {
            this(name, description, column, scalar, list, nullable, classification, currency, false, null);
        }

        public boolean classified() {
            return classification != null;
        }

        /** The same column as part of a group; null where the group is absent. */
        public Column partOf(Group group) {
            return new Column(
                    name,
                    description,
                    column,
                    scalar,
                    list,
                    nullable || group.nullable(),
                    classification,
                    currency,
                    lengthy,
                    constraints);
        }

        /** The SQL expression that selects it as text for {@link Scalar.Form}. */
        public String selected(String alias) {
            String value = alias + "." + column;
            if (list) {
                return "array_to_json(" + value + ")";
            }
            if (scalar.equals(Scalar.VERSION)) {
                return "encode(sha256(convert_to(" + alias + "::text, 'UTF8')), 'hex')";
            }
            if (scalar.equals(Scalar.FRACTION)) {
                return value + "_numerator || '/' || " + value + "_denominator";
            }
            if (scalar.equals(Scalar.DATE_TIME)) {
                return "to_char(" + value + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
            }
            return currency == null ? value : "registry.currency_amount(" + value + ", " + alias + "." + currency + ")";
        }
    }

    /** An embedded value: an object whose fields are columns of the same row; absent when all of them are null. */
    record Group(
            String name,
            String description,
            String type,
            String typeDescription,
            List<Column> columns,
            boolean nullable,
            @Nullable Classification classification)
            implements Attribute {

        public boolean classified() {
            return classification != null;
        }
    }

    /** A text in several languages, with a column for each; the field's argument selects the language. */
    record Localized(String name, String description, String column) implements Attribute {}

    /**
     * The statuses that may follow the one of the row.
     *
     * @param type the enum of the statuses
     * @param concept the name of the entity type in {@code registry.life_cycle}
     */
    record NextStatuses(String name, String description, String type, String concept) implements Attribute {
        /** The SQL expression that selects them as JSON. */
        public String selected(String alias) {
            return "array_to_json(ARRAY(SELECT c.next_status FROM registry.life_cycle c WHERE c.concept = '" + concept
                    + "' AND c.status = " + alias + ".status ORDER BY c.next_status COLLATE \"C\"))";
        }
    }

    /** An association: other rows that belong to this one. */
    record Association(
            String name,
            String description,
            String parentColumn,
            String keyType,
            boolean keyIsArray,
            Path path,
            EntityType target,
            String view,
            Shape shape,
            boolean nullable)
            implements Attribute {

        /** Whether the rows are determined by readable codes in the parent's own column. */
        public boolean isCode() {
            return keyType.equals("text") && path instanceof Path.ByColumn && (shape == Shape.ONE || keyIsArray);
        }

        /** The parent's column of codes, as a column to filter, order and count by. */
        public Column code() {
            Column key = target.columns()
                    .filter(column -> column.column().equals(target.key()))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException(target.name() + " has no field for its key"));
            return new Column(
                    name,
                    description,
                    parentColumn,
                    key.scalar(),
                    keyIsArray,
                    nullable,
                    null,
                    null,
                    false,
                    key.constraints());
        }

        /** Whether it leads to at most one record, so that its filter is a filter on that record. */
        public boolean isSingle() {
            return shape == Shape.ONE;
        }

        /** The cardinality of an association and its form in the schema. */
        public enum Shape {
            ONE,
            LIST,
            CONNECTION
        }

        /**
         * The condition that joins the target's row {@code alias} with the key of the parent's row.
         *
         * @param key an SQL expression: the parent's {@link #parentColumn}, or one of its elements if it is an array
         */
        public String joins(String alias, String key) {
            return switch (path) {
                case Path.ByColumn(String column) -> alias + "." + column + " = " + key;
                case Path.ByLink link ->
                    alias + "." + link.targetKey()
                            + (link.single()
                                    ? " = " + link.chosen(link.to(), key)
                                    : " IN (SELECT l." + link.to() + " FROM " + link.link() + " l WHERE l."
                                            + link.from() + " = " + key + ")");
            };
        }
    }

    /** The path from a parent's key to the rows of an association. */
    sealed interface Path {
        /** The target has the key in a column of its own. */
        record ByColumn(String column) implements Path {}

        /**
         * A link, itself a labelled record, has the key at one end and the target's key at the other. If several links
         * exist but only one record is shown, the link with the later label wins: classified content takes precedence
         * over the public version.
         *
         * @param repeated whether several links with the same label can connect the same two records
         */
        record ByLink(String link, String from, String to, String targetKey, boolean single, boolean repeated)
                implements Path {
            /** A column of the link that wins, as an SQL expression; {@code key} is the key at the parent's end. */
            public String chosen(String column, String key) {
                return "(SELECT l." + column + " FROM " + link + " l WHERE l." + from + " = " + key
                        + " ORDER BY l.label DESC, l.id LIMIT 1)";
            }
        }
    }
}
