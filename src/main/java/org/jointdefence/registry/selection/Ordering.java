package org.jointdefence.registry.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdefence.registry.selection.Member.Column;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An order of a connection: its keys, then the id. Nulls come last whatever the direction, and read backward they come
 * first.
 *
 * @param connection the connection that the order is of, so that a cursor of another one is not taken for one of this
 */
record Ordering(String connection, List<Key> keys) {
    /** A column to order by, and which way. */
    record Key(Column column, Direction direction) {}

    static Ordering of(String connection, Argument orderBy) {
        List<Key> keys = new ArrayList<>();
        if (orderBy.isGiven()) {
            for (Argument element : orderBy.elements()) {
                Map<String, Argument> order = element.children();
                Column column = (Column) value(order, "field");
                Direction direction =
                        order.containsKey("direction") && order.get("direction").isGiven()
                                ? (Direction) value(order, "direction")
                                : Direction.ASC;
                keys.add(new Key(column, direction));
            }
        }
        return new Ordering(connection, keys);
    }

    private static Object value(Map<String, Argument> order, String name) {
        Argument argument = order.get(name);
        if (argument == null || argument.value() == null) {
            throw new IllegalStateException("validation lets no order pass without its " + name);
        }
        return argument.value();
    }

    /** The fields that it orders by. */
    List<Column> fields() {
        return keys.stream().map(Key::column).toList();
    }

    /** What a cursor of this order is bound to. */
    byte[] seal() {
        return keys.stream()
                .map(key -> key.column().column() + " " + key.direction())
                .collect(Collectors.joining(",", connection + "|", ""))
                .getBytes(UTF_8);
    }

    /** The columns of {@code ORDER BY}; an index on a column and the id serves them as they are. */
    String orderBy(String alias, boolean backward) {
        StringBuilder sql = new StringBuilder();
        for (Key key : keys) {
            sql.append(alias).append('.').append(key.column().column()).append(direction(key.direction(), backward));
            if (key.column().nullable()) {
                sql.append(backward ? " NULLS FIRST" : " NULLS LAST");
            }
            sql.append(", ");
        }
        return sql.append(alias)
                .append(".id")
                .append(direction(lastDirection(), backward))
                .toString();
    }

    private static String direction(Direction direction, boolean backward) {
        return (backward ? direction.reversed() : direction) == Direction.ASC ? "" : " DESC";
    }

    private Direction lastDirection() {
        return keys.isEmpty() ? Direction.ASC : keys.getLast().direction();
    }

    /**
     * The condition that {@code alias} comes strictly after the record at a cursor, or strictly before it. The sort key
     * of that record is read through the view, by the same statement.
     */
    Sql beyond(String view, String alias, boolean before, Parameter cursor) {
        boolean oneDirection = keys.stream().allMatch(key -> key.direction() == lastDirection());
        boolean neverNull = keys.stream().noneMatch(key -> key.column().nullable());
        return oneDirection && neverNull
                ? row(view, alias, before, cursor)
                : lexicographic(view, alias, before, cursor);
    }

    /** A row comparison, which an index answers. */
    private Sql row(String view, String alias, boolean before, Parameter cursor) {
        Direction direction = before ? lastDirection().reversed() : lastDirection();
        return Sql.of("(" + String.join(", ", columns(alias)) + ")" + (direction == Direction.ASC ? " > " : " < ")
                        + "(SELECT " + String.join(", ", columns("c")) + " FROM " + view + " c WHERE c.id = ")
                .parameter(cursor, "uuid")
                .add(")");
    }

    /** The columns alone, in the order of {@link #orderBy}. */
    List<String> columns(String alias) {
        return Stream.concat(keys.stream().map(key -> key.column().column()), Stream.of("id"))
                .map(column -> alias + "." + column)
                .toList();
    }

    private Sql lexicographic(String view, String alias, boolean before, Parameter cursor) {
        Direction idDirection = before ? lastDirection().reversed() : lastDirection();
        String condition = alias + ".id" + (idDirection == Direction.ASC ? " > " : " < ") + "c.id";
        for (Key key : keys.reversed()) {
            String here = alias + "." + key.column().column();
            String there = "c." + key.column().column();
            Direction direction = before ? key.direction().reversed() : key.direction();
            String beyond = here + (direction == Direction.ASC ? " > " : " < ") + there + " OR "
                    + (before
                            ? there + " IS NULL AND " + here + " IS NOT NULL"
                            : here + " IS NULL AND " + there + " IS NOT NULL");
            condition = beyond + " OR " + here + " IS NOT DISTINCT FROM " + there + " AND (" + condition + ")";
        }
        return Sql.of("EXISTS (SELECT FROM " + view + " c WHERE c.id = ")
                .parameter(cursor, "uuid")
                .add(" AND (" + condition + "))");
    }
}
