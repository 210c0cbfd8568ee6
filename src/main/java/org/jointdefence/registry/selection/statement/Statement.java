package org.jointdefence.registry.selection.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An SQL statement of a plan: the rows of one level of nesting, for all parents at once.
 *
 * <p>Its text depends on the columns that its children need, so it is complete only after the whole selection has been
 * compiled.
 */
public final class Statement {
    /**
     * Connects a statement's rows with their parents: the rows found for a key belong to each parent with that key in
     * its key column.
     */
    public record Link(Statement parent, int keyColumn, String keyType, boolean keyIsArray) {}

    /**
     * The limit on the rows of one key.
     *
     * @param most an upper bound, which is part of the text
     * @param rows the limit of one execution; null if it is the upper bound. The planner does not know a parameter, and
     *     plans for a tenth of the rows: for a rare condition, it would rather walk the index of the order through most of
     *     the table than collect the few rows and sort them. Without the upper bound, it would plan for a tenth of the table
     */
    public record Limit(int most, @Nullable Parameter rows) {
        /** The same limit in every execution. */
        public static Limit of(int rows) {
            return new Limit(rows, null);
        }
    }

    private final int index;
    private final @Nullable Link link;
    private final List<String> columns = new ArrayList<>();
    private final List<String> distinct;
    private final Sql tail;
    private Page page = Page.WHOLE;
    private @Nullable Limit limit;

    /**
     * @param index the number of the statement in its root field
     * @param link the link to the level above; null for the root field's own statement
     * @param distinct the columns by which duplicate rows are removed, in the order of the tail; empty if there are no
     *     duplicates
     * @param tail the SQL after the selected columns, starting with FROM; the parent's key is {@code p.k}
     */
    Statement(int index, @Nullable Link link, List<String> distinct, Sql tail) {
        this.index = index;
        this.link = link;
        this.distinct = distinct;
        this.tail = tail;
    }

    /** Sets which rows of one key are read, and which of these are shown. */
    public Statement showing(Page shown, Limit read) {
        page = shown;
        limit = read;
        return this;
    }

    /** The page of rows of one key that are shown; the other rows need no rows below them. */
    public Page page() {
        return page;
    }

    public int index() {
        return index;
    }

    @Nullable
    public Link link() {
        return link;
    }

    public int depth() {
        return link == null ? 0 : link.parent().depth() + 1;
    }

    public int width() {
        return columns.size();
    }

    /** The position of a selected expression, which is selected only once. */
    public int column(String expression) {
        int position = columns.indexOf(expression);
        if (position < 0) {
            position = columns.size();
            columns.add(expression);
        }
        return position;
    }

    /**
     * The SQL text. A nested statement takes the keys of its parents as its first parameter, and selects the position
     * of the key first, then the columns. With an order, it runs a lateral subquery for each key, so that the rows of
     * each key come in that order; the keys themselves may come in any order.
     *
     * <p>The keys go through a subquery, so that the planner cannot count them. Otherwise it would prefer a plan for
     * that number of keys to the generic plan, and plan again at every execution, which takes longer than the execution
     * itself.
     */
    public String text() {
        String body = "SELECT " + (distinct.isEmpty() ? "" : "DISTINCT ON (" + String.join(", ", distinct) + ") ")
                + (columns.isEmpty() ? "1" : String.join(", ", columns)) + " " + tail.text();
        if (limit != null) {
            body += " LIMIT " + limit.most();
            if (limit.rows() != null) {
                body = "SELECT r.* FROM (" + body + ") r LIMIT ?::integer";
            }
        }
        return link == null
                ? body
                : "SELECT p.n, q.* FROM unnest((SELECT ?::" + link.keyType()
                        + "[])) WITH ORDINALITY AS p(k, n) CROSS JOIN LATERAL (" + body + ") q";
    }

    public boolean isPlannedForValues() {
        return tail.isPlannedForValues();
    }

    public List<Parameter> parameters() {
        return limit == null || limit.rows() == null
                ? tail.parameters()
                : Stream.concat(tail.parameters().stream(), Stream.of(limit.rows()))
                        .toList();
    }
}
