package org.jointdefence.registry.selection.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement of a plan: the rows of one level of nesting, for all parents at once.
 *
 * <p>Its text depends on the columns that its children ask for, so it is complete only when the whole selection has
 * been compiled.
 */
public final class Statement {
    /** Where a statement's rows belong: each to the parents whose key column has the key that they were found for. */
    public record Link(Statement parent, int keyColumn, String keyType, boolean keyIsArray) {}

    /**
     * How many rows of one key are read: as many as a parameter says.
     *
     * @param most more than it ever says. The planner cannot see the parameter, and takes an unknown limit for a tenth of
     *     the table, for which it would sort instead of following an index; this number stands in the text, where it can
     */
    public record Limit(int most, Parameter rows) {}

    private final int index;
    private final @Nullable Link link;
    private final List<String> columns = new ArrayList<>();
    private final List<String> distinct;
    private final Sql tail;
    private Page page = Page.WHOLE;
    private @Nullable Limit limit;

    /**
     * @param index the number of the statement in its root field
     * @param link what ties it to the level above; null for the root field's own
     * @param distinct the columns of which no two rows may have the same, in the order of the tail; none if no two can
     * @param tail what follows the selected columns, beginning with FROM; the parent's key is {@code p.k}
     */
    public Statement(int index, @Nullable Link link, List<String> distinct, Sql tail) {
        this.index = index;
        this.link = link;
        this.distinct = distinct;
        this.tail = tail;
    }

    /** Says which of the rows of one key are read, and which of those are shown. */
    public Statement showing(Page shown, Limit read) {
        page = shown;
        limit = read;
        return this;
    }

    /** Which of the rows of one key are shown: the others need nothing below them. */
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

    /** The position of a selected expression, which is selected once however often it is asked for. */
    public int column(String expression) {
        int position = columns.indexOf(expression);
        if (position < 0) {
            position = columns.size();
            columns.add(expression);
        }
        return position;
    }

    /**
     * The text. A nested statement takes the keys of its parents as its first parameter, and selects the position of
     * the key first, then the columns. A lateral subquery with an order is run for one key after the other, so that the
     * rows of each key come in that order; the keys themselves may come in any.
     *
     * <p>The keys go through a subquery, so that the planner cannot count them: else it would find a plan for so many
     * keys better than the general one, and make it again at every execution, which takes longer than running it.
     */
    public String text() {
        String body = "SELECT " + (distinct.isEmpty() ? "" : "DISTINCT ON (" + String.join(", ", distinct) + ") ")
                + (columns.isEmpty() ? "1" : String.join(", ", columns)) + " " + tail.text();
        if (limit != null) {
            body = "SELECT r.* FROM (" + body + " LIMIT " + limit.most() + ") r LIMIT ?::integer";
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
        return limit == null
                ? tail.parameters()
                : Stream.concat(tail.parameters().stream(), Stream.of(limit.rows()))
                        .toList();
    }
}
