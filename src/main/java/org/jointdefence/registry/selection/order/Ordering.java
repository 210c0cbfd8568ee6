package org.jointdefence.registry.selection.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.statement.Argument;
import org.jointdefence.registry.selection.statement.CursorArgument;
import org.jointdefence.registry.selection.statement.Parameter;
import org.jointdefence.registry.selection.statement.RowSource;
import org.jointdefence.registry.selection.statement.Sql;

/**
 * An order of objects: its keys, then a unique column. Nulls come last in both directions, and first when a page is
 * read backward.
 *
 * @param connection the connection of the order, so that cursors of other connections are not accepted
 * @param unique the column that breaks ties
 */
public record Ordering(String connection, List<Key> keys, String unique) {
    /** A sort key and its direction. */
    public record Key(SortKey field, Direction direction) {
        private boolean upward(boolean reversed) {
            return (reversed ? direction.reversed() : direction) == Direction.ASC;
        }

        /** Whether the SQL must say where nulls come. */
        private boolean nullable() {
            return field.nullable() && !field.hasEnds();
        }

        private String expression(String alias) {
            return field.nullable() && field.hasEnds()
                    ? "coalesce(" + field.expression(alias) + ", " + end() + ")"
                    : field.expression(alias);
        }

        /** A value for comparison with the expression. */
        private Sql value(Parameter value) {
            Sql sql = new Sql();
            return field.nullable() && field.hasEnds()
                    ? sql.add("coalesce(").parameter(value, field.sqlType()).add(", " + end() + ")")
                    : sql.parameter(value, field.sqlType());
        }

        /**
         * The infinity at the end of the order. It replaces absent values, so that they come last and an index can be
         * used.
         */
        private String end() {
            return (direction == Direction.ASC ? "'infinity'::" : "'-infinity'::") + field.sqlType();
        }
    }

    /** The requested order, or the default order of the entity type. */
    public static Ordering of(RowSource source, Argument orderBy) {
        List<Key> keys = orderBy.isGiven() ? keys(source.entityType(), orderBy) : List.of();
        return new Ordering(
                source.name(),
                keys.isEmpty() ? natural(source.entityType()).keys() : keys,
                source.entityType().key());
    }

    /** The default order of objects, for lists without cursors. */
    public static Ordering natural(EntityType entityType) {
        List<Key> keys = entityType.natural().stream()
                .map(order -> new Key(SortKey.of(order.column()), order.descending() ? Direction.DESC : Direction.ASC))
                .toList();
        return new Ordering(entityType.name(), keys, entityType.key());
    }

    /** The requested keys; repeated fields are dropped, because they have no effect. */
    private static List<Key> keys(EntityType entityType, Argument orderBy) {
        List<Key> keys = new ArrayList<>();
        Set<SortKey> known = new HashSet<>();
        for (Argument element : orderBy.elements()) {
            Map<String, Argument> order = element.children();
            SortKey field = inLanguage(((SortKey) value(order, "field")).of(entityType), element.child("language"));
            Direction direction =
                    order.containsKey("direction") && order.get("direction").isGiven()
                            ? (Direction) value(order, "direction")
                            : Direction.ASC;
            if (known.add(field)) {
                keys.add(new Key(field, direction));
            }
        }
        return keys;
    }

    private static SortKey inLanguage(SortKey field, Argument language) {
        if (!language.isGiven()) {
            return field;
        }
        if (!field.isInWords()) {
            throw ClientError.badInput("`" + language.path()
                    + "` applies only to names and other texts in words, and not to `" + field.memberName() + "`");
        }
        return field.in((Language) Objects.requireNonNull(language.value()));
    }

    private static Object value(Map<String, Argument> order, String name) {
        Argument argument = order.get(name);
        if (argument == null || argument.value() == null) {
            throw new IllegalStateException("validation must reject an order without its " + name);
        }
        return argument.value();
    }

    /** The text to which cursors of this order are bound. */
    public String cursorContext() {
        return keys.stream()
                .map(key -> key.field().name() + " " + key.direction())
                .collect(Collectors.joining(",", connection + "|", ""));
    }

    /** The columns of {@code ORDER BY}; an index on a column and the id can serve them directly. */
    public String orderBy(String alias, boolean backward) {
        StringBuilder sql = new StringBuilder();
        for (Key key : keys) {
            sql.append(key.expression(alias)).append(key.upward(backward) ? "" : " DESC");
            if (key.nullable()) {
                sql.append(backward ? " NULLS FIRST" : " NULLS LAST");
            }
            sql.append(", ");
        }
        return sql.append(uniqueOf(alias))
                .append(endsUpward(backward) ? "" : " DESC")
                .toString();
    }

    /** The expressions of {@link #orderBy}, without directions. */
    public List<String> columns(String alias) {
        return Stream.concat(keys.stream().map(key -> key.expression(alias)), Stream.of(uniqueOf(alias)))
                .toList();
    }

    private String uniqueOf(String alias) {
        return alias + "." + unique;
    }

    /** Ties are broken in the direction of the last key. */
    private boolean endsUpward(boolean reversed) {
        return keys.isEmpty() ? !reversed : keys.getLast().upward(reversed);
    }

    /** The condition that {@code alias} is strictly after a cursor, or strictly before it. */
    public Sql beyond(String alias, boolean before, CursorArgument cursor) {
        return isRow() ? row(alias, endsUpward(before) ? " > " : " < ", cursor) : lexicographic(alias, before, cursor);
    }

    /** The opposite condition: that {@code alias} is at the cursor or on its other side. */
    public Sql within(String alias, boolean before, CursorArgument cursor) {
        return isRow()
                ? row(alias, endsUpward(before) ? " <= " : " >= ", cursor)
                : Sql.of("(").add(lexicographic(alias, before, cursor)).add(") IS NOT TRUE");
    }

    /**
     * Whether a row comparison of PostgreSQL, which an index can serve, gives the order: with a single direction and no
     * nulls.
     */
    private boolean isRow() {
        return keys.stream().allMatch(key -> key.upward(false) == endsUpward(false) && !key.nullable());
    }

    private Sql row(String alias, String operator, CursorArgument cursor) {
        Sql sql = Sql.of("(" + String.join(", ", columns(alias)) + ")" + operator + "(");
        for (int i = 0; i < keys.size(); i++) {
            sql.add(keys.get(i).value(cursor.value(i))).add(", ");
        }
        return sql.parameter(cursor.uuid(), "uuid").add(")");
    }

    private Sql lexicographic(String alias, boolean before, CursorArgument cursor) {
        Sql condition =
                Sql.of(uniqueOf(alias) + (endsUpward(before) ? " > " : " < ")).parameter(cursor.uuid(), "uuid");
        for (int i = keys.size() - 1; i >= 0; i--) {
            condition = first(alias, before, keys.get(i), cursor.value(i), condition);
        }
        if (!keys.getFirst().nullable()) {
            // Redundant, but usable by an index.
            condition = compared(alias, keys.getFirst(), before, "=", cursor.value(0))
                    .add(" AND (")
                    .add(condition)
                    .add(")");
        }
        return Sql.of("(").add(condition).add(")");
    }

    /** Compares by a key, and for equal keys by the rest. */
    private static Sql first(String alias, boolean before, Key key, Parameter there, Sql rest) {
        String here = key.expression(alias);
        Sql sql = compared(alias, key, before, "", there);
        if (key.nullable()) {
            sql.add(" OR " + here + (before ? " IS NOT NULL AND " : " IS NULL AND "))
                    .add(key.value(there))
                    .add(before ? " IS NULL" : " IS NOT NULL");
        }
        return sql.add(" OR " + here + (key.nullable() ? " IS NOT DISTINCT FROM " : " = "))
                .add(key.value(there))
                .add(" AND (")
                .add(rest)
                .add(")");
    }

    private static Sql compared(String alias, Key key, boolean before, String orEqual, Parameter there) {
        return Sql.of(key.expression(alias) + (key.upward(before) ? " >" : " <") + orEqual + " ")
                .add(key.value(there));
    }
}
