package org.jointdefence.registry.selection.plan;

import graphql.execution.MergedField;
import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.access.Sensitivity;
import org.jointdefence.registry.selection.filter.Filters;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.order.Ordering;
import org.jointdefence.registry.selection.order.SortKeys;
import org.jointdefence.registry.selection.statement.Argument;
import org.jointdefence.registry.selection.statement.CursorArgument;
import org.jointdefence.registry.selection.statement.Page;
import org.jointdefence.registry.selection.statement.RowSource;
import org.jointdefence.registry.selection.statement.Sql;
import org.jointdefence.registry.selection.statement.Statement;
import org.jointdefence.registry.selection.statement.Statements;
import org.jspecify.annotations.Nullable;

/** Compiles a connection: its page, and what is counted or added up over all pages. */
final class ConnectionCompiler {
    private final SelectionCompiler selections;
    private final Statements statements;
    private final CompilationContext compilation;
    private final AccessDeclaration reads;
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
    private boolean asked;

    ConnectionCompiler(
            SelectionCompiler selections,
            CompilationContext compilation,
            AccessDeclaration reads,
            RowSource source,
            Argument arguments) {
        this.selections = selections;
        this.statements = selections.statements();
        this.compilation = compilation;
        this.reads = reads;
        this.source = source;
        this.entityType = source.entityType();
        this.page = Page.of(arguments.child("first"), arguments.child("last"), compilation.reading());
        this.ordering = Ordering.of(source, arguments.child("orderBy"));
        this.filters = new Filters(reads, compilation.limits());
        this.condition = filters.condition(entityType, arguments.child("where"));
        this.matching = source.rows().add(" AND ").add(condition);
        statements.require(condition.parameters());
        statements.require(List.of(page.checked()));
        orderedBy();
        this.after = cursor(arguments.child("after"));
        this.before = cursor(arguments.child("before"));
    }

    private @Nullable CursorArgument cursor(Argument argument) {
        if (!argument.isGiven()) {
            return null;
        }
        CursorArgument cursor = new CursorArgument(argument, ordering.seal());
        statements.require(List.of(cursor.uuid()));
        return cursor;
    }

    JsonWriter compile(MergedField field) {
        String type = entityType.name() + "Connection";
        hasPageInfo = compilation.fields(field, type).stream()
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
        if (reads.areRecorded() && asked) {
            // What is found, and what is not, tells of all that was looked at.
            filters.examination().declare(statements, source, filters.open());
        }
        return connection;
    }

    /** The statement of the page, which is not made before something of the page is selected. */
    private Statement rows() {
        if (rows == null) {
            rows = ordered(bounds())
                    .showing(
                            page,
                            new Statement.Limit(compilation.reading().maximumPageSize() + 1, page.limit(hasPageInfo)));
        }
        return rows;
    }

    /** The rows within these bounds in their order, of which all is read that they are found by. */
    private Statement ordered(List<Sql> bounds) {
        Sql found = source.rowsToOrder().add(" AND ").add(condition);
        bounds.forEach(bound -> found.add(" AND ").add(bound));
        Statement statement =
                source.ordered(statements, found, ordering.columns("t"), ordering.orderBy("t", page.backward()));
        reads.links(source, statement);
        reads.presence(entityType, statement, Sensitivity.known(source.association()));
        for (Attribute each : filters.chosenBy()) {
            reads.value(AccessDeclaration.Use.FILTER, entityType, each, statement);
        }
        ordering.keys().forEach(key -> reads.order(key.field(), entityType, statement));
        asked = true;
        return statement;
    }

    private void orderedBy() {
        for (int i = 0; i < ordering.keys().size(); i++) {
            filters.examination().order(ordering.keys().get(i).field(), entityType, "o" + i);
        }
    }

    /** The answer is derived from a field of all rows that are looked at. */
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
        return JsonWriter.cursor(rows(), rows().column("t.id"), values, ordering.seal());
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

    /** Whether there are records on one side of the page: more than it shows, or at and past the cursor there. */
    private JsonWriter more(boolean far, boolean before, @Nullable CursorArgument cursor) {
        List<JsonWriter.Test> tests = new ArrayList<>();
        if (far) {
            tests.add(JsonWriter.exceeds(rows(), page));
        }
        if (cursor != null) {
            Sql within = ordering.within("t", before, cursor);
            // Any row will do, but who is told of a classified one must be told of the same one each time.
            Statement found = reads.areRecorded()
                    ? ordered(List.of(within)).showing(Page.WHOLE, new Statement.Limit(1, binding -> "1"))
                    : source.statement(
                            statements,
                            new Sql().add(matching).add(" AND ").add(within).add(" LIMIT 1"));
            tests.add((answer, row) -> answer.rows(found).of(row).length > 0);
        }
        return JsonWriter.anyOf(tests);
    }

    private JsonWriter totalCount() {
        Statement count = count();
        return JsonWriter.one(count, JsonWriter.column(count, count.column("count(*)"), Scalar.Form.RAW));
    }

    /** The statement that counts, by which the records are read, and the links and fields that they are chosen by. */
    private Statement count() {
        if (count == null) {
            asked = true;
            count = source.statement(statements, new Sql().add(matching));
            reads.countedLinks(source, count);
            if (entityType.isRecorded()) {
                reads.always(AccessDeclaration.Use.SELECT, entityType.name());
            } else if (entityType.isRecord()) {
                String labels = Sensitivity.ofRows(
                        Sensitivity.presence(entityType, "t", Sensitivity.known(source.association())));
                reads.ofRows(
                        AccessDeclaration.Use.COUNT, source.place(), count, AccessDeclaration.owners(source), labels);
            }
            // One row, whatever it is asked for.
            count.column("count(*)");
        }
        return count;
    }

    /**
     * A statement that puts records together in groups.
     *
     * @param tail what follows the condition
     */
    private Statement grouped(String tail) {
        Statement groups = source.statement(statements, new Sql().add(matching).add(tail));
        if (reads.areRecorded()) {
            // They are counted: of what is in no group, no row of the groups could tell.
            count();
        }
        return groups;
    }

    private JsonWriter countBy(String type, MergedField field) {
        Object argument = compilation.arguments(type, field).child("field").value();
        Attribute.Column column = (Attribute.Column) java.util.Objects.requireNonNull(argument);
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
        // Null for it, though there is a default, is none given.
        Attribute.Group money =
                compilation.arguments(type, field).child("field").value() instanceof Attribute.Group chosen
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
