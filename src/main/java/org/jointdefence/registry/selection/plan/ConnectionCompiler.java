package org.jointdefence.registry.selection.plan;

import graphql.execution.MergedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.filter.Filters;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.order.Ordering;
import org.jointdefence.registry.selection.order.SortKeys;
import org.jointdefence.registry.selection.statement.Argument;
import org.jointdefence.registry.selection.statement.Arguments;
import org.jointdefence.registry.selection.statement.CursorArgument;
import org.jointdefence.registry.selection.statement.Page;
import org.jointdefence.registry.selection.statement.RowSource;
import org.jointdefence.registry.selection.statement.Sql;
import org.jointdefence.registry.selection.statement.Statement;
import org.jointdefence.registry.selection.statement.Statements;
import org.jspecify.annotations.Nullable;

/** Compiles a connection: its page, and its counts and totals over all pages. */
final class ConnectionCompiler {
    private final SelectionCompiler selections;
    private final Statements statements;
    private final CompilationContext context;
    private final AccessDeclaration access;
    private final RowSource source;
    private final EntityType entityType;
    private final Page page;
    private final Ordering ordering;
    private final Filters filters;
    private final Sql condition;
    private final Sql matching;
    private final @Nullable CursorArgument after;
    private final @Nullable CursorArgument before;
    private @Nullable Statement rows;
    private @Nullable Statement count;
    private boolean hasPageInfo;
    private boolean examined;

    ConnectionCompiler(
            SelectionCompiler selections,
            CompilationContext context,
            AccessDeclaration access,
            RowSource source,
            Arguments arguments) {
        this.selections = selections;
        this.statements = selections.statements();
        this.context = context;
        this.access = access;
        this.source = source;
        this.entityType = source.entityType();
        this.page = Page.of(arguments.get("first"), arguments.get("last"), context.paging());
        this.ordering = Ordering.of(source, arguments.get("orderBy"));
        this.filters = new Filters(access, context.limits());
        this.condition = filters.condition(entityType, arguments.get("where"));
        this.matching = source.rows().add(" AND ").add(condition);
        statements.require(condition.parameters());
        statements.require(List.of(page.checked()));
        orderedBy();
        this.after = cursor(arguments.get("after"));
        this.before = cursor(arguments.get("before"));
    }

    private @Nullable CursorArgument cursor(Argument argument) {
        if (!argument.isGiven()) {
            return null;
        }
        CursorArgument cursor = new CursorArgument(argument, ordering.cursorContext());
        statements.require(List.of(cursor.uuid()));
        return cursor;
    }

    JsonWriter compile(MergedField field) {
        String type = entityType.name() + "Connection";
        hasPageInfo = context.fields(field, type).stream()
                .anyMatch(selected -> selected.getName().equals("pageInfo"));
        JsonWriter connection = selections.object(field, type, selected -> switch (selected.getName()) {
            case "nodes" -> JsonWriter.list(rows(), page, selections.object(entityType, rows(), selected));
            case "edges" -> JsonWriter.list(rows(), page, edge(selected));
            case "pageInfo" -> pageInfo(selected);
            case "totalCount" -> totalCount();
            case "countBy" -> countBy(type, selected);
            case "totals" -> totals(type, selected);
            default -> throw new IllegalStateException("a connection has no field " + selected.getName());
        });
        if (access.areRecorded() && examined) {
            // Both found and missing rows reveal values of all examined rows.
            filters.examination().declare(statements, source, filters.open());
        }
        return connection;
    }

    /** The statement of the page, created when the first field of the page is compiled. */
    private Statement rows() {
        if (rows == null) {
            rows = ordered(bounds()).showing(page, page.limit(hasPageInfo, context.paging()));
        }
        return rows;
    }

    /** The rows within these bounds, in order; declares the fields and links by which they are found. */
    private Statement ordered(List<Sql> bounds) {
        Sql found = source.rowsToOrder().add(" AND ").add(condition);
        bounds.forEach(bound -> found.add(" AND ").add(bound));
        Statement statement =
                source.ordered(statements, found, ordering.columns("t"), ordering.orderBy("t", page.backward()));
        access.shown(source, statement);
        for (Attribute each : filters.chosenBy()) {
            access.value(AccessDeclaration.Use.FILTER, entityType, each, statement);
        }
        ordering.keys().forEach(key -> access.order(key.field(), entityType, statement));
        examined = true;
        return statement;
    }

    private void orderedBy() {
        for (int i = 0; i < ordering.keys().size(); i++) {
            filters.examination().order(ordering.keys().get(i).field(), entityType, "o" + i);
        }
    }

    /** Declares that the result is derived from a field of all examined rows. */
    private void derivedFrom(AccessDeclaration.Use use, Attribute field) {
        filters.examination().add(use, RowSource.ROWS, entityType, field);
    }

    private List<Sql> bounds() {
        List<Sql> bounds = new ArrayList<>();
        if (after != null) {
            bounds.add(ordering.beyond("t", false, after));
        }
        if (before != null) {
            bounds.add(ordering.beyond("t", true, before));
        }
        return bounds;
    }

    private JsonWriter edge(MergedField field) {
        return selections.object(field, entityType.name() + "Edge", selected -> switch (selected.getName()) {
            case "cursor" -> cursor();
            case "node" -> selections.object(entityType, rows(), selected);
            default -> throw new IllegalStateException("an edge has no field " + selected.getName());
        });
    }

    private JsonWriter cursor() {
        int[] values = ordering.keys().stream()
                .mapToInt(key -> rows().column(key.field().selected("t")))
                .toArray();
        return JsonWriter.cursor(rows(), rows().column("t.id"), values, ordering.cursorContext());
    }

    private JsonWriter pageInfo(MergedField field) {
        return selections.object(field, "PageInfo", selected -> switch (selected.getName()) {
            case "hasNextPage" -> more(!page.backward(), true, before);
            case "hasPreviousPage" -> more(page.backward(), false, after);
            case "startCursor" -> JsonWriter.edgeCursor(rows(), page, false, cursor());
            case "endCursor" -> JsonWriter.edgeCursor(rows(), page, true, cursor());
            default -> throw new IllegalStateException("a page has no field " + selected.getName());
        });
    }

    /**
     * Whether there are records on one side of the page.
     *
     * @param far whether the page's statement reads in this direction, and thus fetches one more row than shown
     * @param before whether the cursor on this side is {@code before}
     * @param cursor the cursor on this side, at or beyond which there may be records; null if none is given
     */
    private JsonWriter more(boolean far, boolean before, @Nullable CursorArgument cursor) {
        List<JsonWriter.Test> tests = new ArrayList<>();
        if (far) {
            tests.add(JsonWriter.exceeds(rows(), page));
        }
        if (cursor != null) {
            Sql within = ordering.within("t", before, cursor);
            // Any row will do, but if it can be classified, it must be the same one in each execution.
            Statement beyond = access.areRecorded()
                    ? ordered(List.of(within)).showing(Page.WHOLE, Statement.Limit.of(1))
                    : source.statement(
                            statements,
                            new Sql().add(matching).add(" AND ").add(within).add(" LIMIT 1"));
            tests.add((found, row) -> found.rows(beyond).of(row).length > 0);
        }
        return JsonWriter.anyOf(tests);
    }

    private JsonWriter totalCount() {
        Statement count = count();
        return JsonWriter.one(count, JsonWriter.column(count, count.column("count(*)"), Scalar.Form.RAW));
    }

    /** The counting statement; declares the counted records, and the links and fields by which they are found. */
    private Statement count() {
        if (count == null) {
            examined = true;
            count = source.statement(statements, new Sql().add(matching));
            access.counted(source, count);
            // Makes it an aggregate, which has one row.
            count.column("count(*)");
        }
        return count;
    }

    /**
     * A statement that groups the records.
     *
     * @param tail the SQL after the condition
     */
    private Statement grouped(String tail) {
        Statement groups = source.statement(statements, new Sql().add(matching).add(tail));
        if (access.areRecorded()) {
            // The count declares all records, because the rows of the groups do not cover records in no group.
            count();
        }
        return groups;
    }

    private JsonWriter countBy(String type, MergedField field) {
        Object argument = context.arguments(type, field).get("field").value();
        Attribute.Column column = (Attribute.Column) Objects.requireNonNull(argument);
        derivedFrom(AccessDeclaration.Use.GROUP, column);
        String key = "t." + column.column();
        Statement groups = grouped(" GROUP BY " + key + " ORDER BY count(*) DESC, " + key);
        return JsonWriter.list(
                groups, Page.WHOLE, selections.object(field, "Count", selected -> switch (selected.getName()) {
                    case "key" -> JsonWriter.column(groups, groups.column(key), Scalar.Form.TEXT);
                    case "count" -> JsonWriter.column(groups, groups.column("count(*)"), Scalar.Form.RAW);
                    default -> throw new IllegalStateException("a count has no field " + selected.getName());
                }));
    }

    private JsonWriter totals(String type, MergedField field) {
        // An explicit null counts as absent, although the argument has a default.
        Attribute.Group money = context.arguments(type, field).get("field").value() instanceof Attribute.Group chosen
                ? chosen
                : SortKeys.money(entityType).values().iterator().next();
        derivedFrom(AccessDeclaration.Use.SUM, money);
        Attribute.Column amount = SortKeys.amount(money);
        String value = "t." + amount.column();
        String currency = "t." + amount.currency();
        Statement sums = grouped(" AND " + value + " IS NOT NULL GROUP BY " + currency + " ORDER BY " + currency);
        String sum = "registry.currency_amount(sum(" + value + "), " + currency + ")";
        return JsonWriter.list(
                sums,
                Page.WHOLE,
                selections.object(
                        field,
                        money.type(),
                        selected -> selected.getName().equals(amount.name())
                                ? JsonWriter.column(sums, sums.column(sum), Scalar.Form.QUOTED)
                                : JsonWriter.column(sums, sums.column(currency), Scalar.Form.TEXT)));
    }
}
