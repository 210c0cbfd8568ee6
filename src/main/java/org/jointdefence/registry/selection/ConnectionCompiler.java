package org.jointdefence.registry.selection;

import graphql.execution.MergedField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles a connection: its page, and what is counted or added up over all pages. */
final class ConnectionCompiler {
    private final SelectionCompiler selections;
    private final Statements statements;
    private final Compilation compilation;
    private final Reads reads;
    private final Source source;
    private final Concept concept;
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
            SelectionCompiler selections, Compilation compilation, Reads reads, Source source, Argument arguments) {
        this.selections = selections;
        this.statements = selections.statements();
        this.compilation = compilation;
        this.reads = reads;
        this.source = source;
        this.concept = source.concept();
        this.page = Page.of(arguments.child("first"), arguments.child("last"), compilation.reading());
        this.ordering = Ordering.of(source, arguments.child("orderBy"));
        this.filters = new Filters(reads, compilation.limits());
        this.condition = filters.condition(concept, arguments.child("where"));
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

    Piece compile(MergedField field) {
        String type = concept.name() + "Connection";
        hasPageInfo = compilation.fields(field, type).stream()
                .anyMatch(selected -> selected.getName().equals("pageInfo"));
        Piece connection = selections.object(field, type, selected -> switch (selected.getName()) {
            case "nodes" -> Piece.list(rows(), page, selections.object(concept, rows(), selected));
            case "edges" -> Piece.list(rows(), page, edge(selected));
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
        reads.presence(concept, statement, Sensitivity.known(source.association()));
        for (Member each : filters.chosenBy()) {
            reads.value(Reads.Use.FILTER, concept, each, statement);
        }
        ordering.keys().forEach(key -> reads.order(key.field(), concept, statement));
        asked = true;
        return statement;
    }

    private void orderedBy() {
        for (int i = 0; i < ordering.keys().size(); i++) {
            filters.examination().order(ordering.keys().get(i).field(), concept, "o" + i);
        }
    }

    /** The answer is derived from a field of all rows that are looked at. */
    private void derivedFrom(Reads.Use use, Member field) {
        filters.examination().add(use, Source.ROWS, concept, field);
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

    private Piece edge(MergedField field) {
        return selections.object(field, concept.name() + "Edge", selected -> switch (selected.getName()) {
            case "cursor" -> cursor();
            case "node" -> selections.object(concept, rows(), selected);
            default -> throw new IllegalStateException("an edge has no field " + selected.getName());
        });
    }

    private Piece cursor() {
        int[] values = ordering.keys().stream()
                .mapToInt(key -> rows().column(key.field().selected("t")))
                .toArray();
        return Piece.cursor(rows(), rows().column("t.id"), values, ordering.seal());
    }

    private Piece pageInfo(MergedField field) {
        return selections.object(field, "PageInfo", selected -> switch (selected.getName()) {
            case "hasNextPage" -> more(!page.backward(), true, before);
            case "hasPreviousPage" -> more(page.backward(), false, after);
            case "startCursor" -> Piece.edgeCursor(rows(), page, false, cursor());
            case "endCursor" -> Piece.edgeCursor(rows(), page, true, cursor());
            default -> throw new IllegalStateException("a page has no field " + selected.getName());
        });
    }

    /** Whether there are records on one side of the page: more than it shows, or at and past the cursor there. */
    private Piece more(boolean far, boolean before, @Nullable CursorArgument cursor) {
        List<Piece.Test> tests = new ArrayList<>();
        if (far) {
            tests.add(Piece.exceeds(rows(), page));
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
        return Piece.anyOf(tests);
    }

    private Piece totalCount() {
        Statement count = count();
        return Piece.one(count, Piece.column(count, count.column("count(*)"), Scalar.Form.RAW));
    }

    /** The statement that counts, by which the records are read, and the links and fields that they are chosen by. */
    private Statement count() {
        if (count == null) {
            asked = true;
            count = source.statement(statements, new Sql().add(matching));
            reads.countedLinks(source, count);
            if (concept.isRecorded()) {
                reads.always(Reads.Use.SELECT, concept.name());
            } else if (concept.isRecord()) {
                String labels =
                        Sensitivity.ofRows(Sensitivity.presence(concept, "t", Sensitivity.known(source.association())));
                reads.ofRows(Reads.Use.COUNT, source.place(), count, Reads.owners(source), labels);
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

    private Piece countBy(String type, MergedField field) {
        Object argument = compilation.arguments(type, field).child("field").value();
        Member.Column column = (Member.Column) java.util.Objects.requireNonNull(argument);
        derivedFrom(Reads.Use.GROUP, column);
        String key = "t." + column.column();
        Statement groups = grouped(" GROUP BY " + key + " ORDER BY count(*) DESC, " + key);
        return Piece.list(
                groups, Page.WHOLE, selections.object(field, "Count", selected -> switch (selected.getName()) {
                    case "key" -> Piece.column(groups, groups.column(key), Scalar.Form.TEXT);
                    case "count" -> Piece.column(groups, groups.column("count(*)"), Scalar.Form.RAW);
                    default -> throw new IllegalStateException("a count has no field " + selected.getName());
                }));
    }

    private Piece totals(String type, MergedField field) {
        // Null for it, though there is a default, is none given.
        Member.Group money = compilation.arguments(type, field).child("field").value() instanceof Member.Group chosen
                ? chosen
                : SortKeys.money(concept).values().iterator().next();
        derivedFrom(Reads.Use.SUM, money);
        Member.Column amount = SortKeys.amount(money);
        String value = "t." + amount.column();
        String currency = "t." + amount.currency();
        Statement sums = grouped(" AND " + value + " IS NOT NULL GROUP BY " + currency + " ORDER BY " + currency);
        String sum = "registry.currency_amount(sum(" + value + "), " + currency + ")";
        return Piece.list(
                sums,
                Page.WHOLE,
                selections.object(
                        field,
                        money.type(),
                        selected -> selected.getName().equals(amount.name())
                                ? Piece.column(sums, sums.column(sum), Scalar.Form.QUOTED)
                                : Piece.column(sums, sums.column(currency), Scalar.Form.TEXT)));
    }
}
