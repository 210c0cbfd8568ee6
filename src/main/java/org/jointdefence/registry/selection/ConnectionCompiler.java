package org.jointdefence.registry.selection;

import graphql.execution.MergedField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles a connection: its page, and what is counted or added up over all pages. */
final class ConnectionCompiler {
    private final SelectionCompiler selections;
    private final Compilation compilation;
    private final Reads reads;
    private final Source source;
    private final Concept concept;
    private final Page page;
    private final Ordering ordering;
    private final Filters filters;
    private final Sql condition;
    private final Sql matching;
    private final @Nullable Sql after;
    private final @Nullable Sql before;
    private final List<Statement> cursors = new ArrayList<>();
    private @Nullable Statement rows;
    private @Nullable Statement count;
    private boolean hasPageInfo;

    ConnectionCompiler(
            SelectionCompiler selections, Compilation compilation, Reads reads, Source source, Argument arguments) {
        this.selections = selections;
        this.compilation = compilation;
        this.reads = reads;
        this.source = source;
        this.concept = source.concept();
        this.page = Page.of(arguments.child("first"), arguments.child("last"), compilation.reading());
        this.ordering = Ordering.of(source.name(), arguments.child("orderBy"));
        this.filters = new Filters(reads, compilation.limits());
        this.condition = filters.condition(concept, Filters.ROWS, arguments.child("where"));
        this.matching = source.rows().add(" AND ").add(condition);
        selections.require(condition.parameters());
        this.after = beyond(arguments.child("after"), false);
        this.before = beyond(arguments.child("before"), true);
    }

    private @Nullable Sql beyond(Argument cursor, boolean before) {
        if (!cursor.isGiven()) {
            return null;
        }
        byte[] seal = ordering.seal();
        Parameter text = cursor.text();
        Parameter record = binding -> binding.seals().record(binding.caller(), seal, (String) text.value(binding));
        cursors.add(selections.check(
                concept, Sql.of("FROM " + source.view() + " t WHERE t.id = ").parameter(record, "uuid")));
        return ordering.beyond(source.view(), "t", before, record);
    }

    Piece compile(MergedField field) {
        String type = concept.name() + "Connection";
        hasPageInfo = compilation.fields(field, type).stream()
                .anyMatch(selected -> selected.getName().equals("pageInfo"));
        return selections.object(field, type, selected -> switch (selected.getName()) {
            case "nodes" -> Piece.list(rows(), page, selections.object(concept, rows(), selected));
            case "edges" -> Piece.list(rows(), page, edge(selected));
            case "pageInfo" -> pageInfo(selected);
            case "totalCount" -> totalCount();
            case "countBy" -> countBy(type, selected);
            case "totals" -> totals(type, selected);
            default -> throw new IllegalStateException("a connection has no field " + selected.getName());
        });
    }

    /** The statement of the page, which is not made before something of the page is selected. */
    private Statement rows() {
        if (rows == null) {
            rows = ordered(bounds(), page.limit(hasPageInfo)).showing(page.size());
        }
        return rows;
    }

    /** The first so many rows within these bounds, of which all is read that they are found by. */
    private Statement ordered(List<Sql> bounds, int limit) {
        Sql found = source.rowsToOrder().add(" AND ").add(condition);
        bounds.forEach(bound -> found.add(" AND ").add(bound));
        Statement statement = source.ordered(
                selections, found, ordering.columns("t"), ordering.orderBy("t", page.backward()), " LIMIT " + limit);
        source.linksRead(reads, statement);
        reads.presence(concept, statement);
        for (Classification each : filters.classifications()) {
            reads.value(Reads.Use.FILTER, concept, each, statement);
        }
        for (Classification each : ordering.classifications()) {
            reads.always(Reads.Use.ORDER, each.of(concept));
            reads.value(Reads.Use.ORDER, concept, each, statement);
            // The rows are before or after those at the cursors.
            cursors.forEach(cursor -> reads.value(Reads.Use.ORDER, concept, each, cursor));
        }
        return statement;
    }

    private List<Sql> bounds() {
        List<Sql> bounds = new ArrayList<>();
        if (after != null) {
            bounds.add(after);
        }
        if (before != null) {
            bounds.add(before);
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
        return Piece.cursor(rows(), rows().column("t.id"), ordering.seal());
    }

    private Piece pageInfo(MergedField field) {
        return selections.object(field, "PageInfo", selected -> switch (selected.getName()) {
            case "hasNextPage" -> more(!page.backward(), before);
            case "hasPreviousPage" -> more(page.backward(), after);
            case "startCursor" -> Piece.edgeCursor(rows(), page, false, cursor());
            case "endCursor" -> Piece.edgeCursor(rows(), page, true, cursor());
            default -> throw new IllegalStateException("a page has no field " + selected.getName());
        });
    }

    /** Whether there are records on one side of the page: more than it shows, or at and past the cursor there. */
    private Piece more(boolean far, @Nullable Sql bound) {
        List<Piece.Test> tests = new ArrayList<>();
        if (far) {
            tests.add(Piece.exceeds(rows(), page));
        }
        if (bound != null) {
            Sql within = Sql.of("NOT ").add(bound);
            // Any row will do, but who is told of a classified one must be told of the same one each time.
            Statement found = reads.areRecorded()
                    ? ordered(List.of(within), 1)
                    : source.statement(
                            selections,
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
            count = source.statement(selections, new Sql().add(matching));
            source.linksCounted(reads, count);
            aggregated(Reads.Use.COUNT, source.place(), source.owners(), "label", count);
            for (Classification each : filters.classifications()) {
                aggregated(Reads.Use.FILTER, each.of(concept), Reads.Whose.ALL, each.labelColumn(), count);
            }
            // One row, whatever it is asked for.
            count.column("count(*)");
        }
        return count;
    }

    /**
     * A statement that puts records together in groups.
     *
     * @param use how what they are grouped or added up by is read
     * @param by the classified field that it is; null when it is public
     * @param tail what follows the condition
     */
    private Statement grouped(Reads.Use use, @Nullable Classification by, String tail) {
        Statement groups = source.statement(selections, new Sql().add(matching).add(tail));
        if (reads.areRecorded()) {
            // They are counted: of what is in no group, no row of the groups could tell.
            count();
        }
        if (by != null) {
            reads.always(use, by.of(concept));
            aggregated(use, by.of(concept), Reads.Whose.ALL, by.labelColumn(), groups);
        }
        return groups;
    }

    /**
     * Notes that something was read of all the records that a statement puts together.
     *
     * @param whose {@code PARENT}, if it was read of the record that they belong to
     */
    private void aggregated(Reads.Use use, String what, Reads.Whose whose, String labelColumn, Statement statement) {
        if (concept.isRecorded()) {
            reads.always(Reads.Use.SELECT, concept.name());
        } else if (concept.isRecord()) {
            String label = "t." + labelColumn;
            reads.ofRows(
                    use,
                    what,
                    statement,
                    whose,
                    "array_to_string(array_agg(DISTINCT " + label + ") FILTER (WHERE " + label + " <> 0), ',')");
        }
    }

    private Piece countBy(String type, MergedField field) {
        Object argument = compilation.arguments(type, field).child("field").value();
        Member.Column column = (Member.Column) java.util.Objects.requireNonNull(argument);
        String key = "t." + column.column();
        Statement groups = grouped(
                Reads.Use.GROUP, column.classification(), " GROUP BY " + key + " ORDER BY count(*) DESC, " + key);
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
        String amount = "t." + money.columns().get(0).column();
        String currency = "t." + money.columns().get(1).column();
        Statement sums = grouped(
                Reads.Use.SUM,
                money.classification(),
                " AND " + amount + " IS NOT NULL GROUP BY " + currency + " ORDER BY " + currency);
        return Piece.list(sums, Page.WHOLE, selections.object(field, "Money", selected -> switch (selected.getName()) {
            case "amount" ->
                Piece.column(
                        sums,
                        sums.column("registry.currency_amount(sum(" + amount + "), " + currency + ")"),
                        Scalar.Form.QUOTED);
            case "currency" -> Piece.column(sums, sums.column(currency), Scalar.Form.TEXT);
            default -> throw new IllegalStateException("money has no field " + selected.getName());
        }));
    }
}
