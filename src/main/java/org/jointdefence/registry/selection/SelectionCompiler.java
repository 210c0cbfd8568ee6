package org.jointdefence.registry.selection;

import graphql.execution.MergedField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jointdefence.registry.Refusal;

/** Compiles the selection of one root field into statements and the pieces that write their rows. */
final class SelectionCompiler {
    private final Vocabulary vocabulary;
    private final Compilation compilation;
    private final Reads reads;
    private final Statements statements;

    private SelectionCompiler(Vocabulary vocabulary, Compilation compilation, Reads reads) {
        this.vocabulary = vocabulary;
        this.compilation = compilation;
        this.reads = reads;
        this.statements = new Statements(reads.areRecorded());
    }

    /**
     * The plan of a root field.
     *
     * @param reads takes what the log must know of
     * @throws Refusal if its arguments are not ones that it can take
     */
    static RootPlan compile(
            Vocabulary vocabulary, Compilation compilation, MergedField field, Vocabulary.QueryField root, Reads reads) {
        SelectionCompiler compiler = new SelectionCompiler(vocabulary, compilation, reads);
        Piece piece = compiler.root(field, root);
        return new RootPlan(
                field.getResultKey(), piece, compiler.statements.all(), compiler.statements.unused(), reads);
    }

    private Piece root(MergedField field, Vocabulary.QueryField root) {
        return switch (root) {
            case Vocabulary.QueryField.Page(Concept concept) ->
                connection(Source.all(concept), field, compilation.arguments("Query", field));
            case Vocabulary.QueryField.One(Concept concept) ->
                one(concept, field, compilation.arguments("Query", field).child("id"));
            case Vocabulary.QueryField.AnyNode() -> {
                Argument id = compilation.arguments("Query", field).child("id");
                yield one(conceptOf(id), field, id);
            }
            case Vocabulary.QueryField.All(Concept concept) -> {
                Statement all = statements.add(
                        null,
                        List.of(),
                        Sql.of("FROM " + concept.view() + " t ORDER BY "
                                + Ordering.natural(concept).orderBy("t", false)));
                yield Piece.list(all, Page.WHOLE, object(concept, all, field));
            }
        };
    }

    private Piece one(Concept concept, MergedField field, Argument id) {
        Parameter text = id.text();
        Statement one = statements.add(
                null,
                List.of(),
                Sql.of("FROM " + concept.view() + " t WHERE t.id = ")
                        .parameter(binding -> GlobalId.uuid(concept, (String) text.value(binding), id.path()), "uuid"));
        reads.presence(concept, one, null);
        return Piece.one(one, object(concept, one, field));
    }

    private Concept conceptOf(Argument id) {
        GlobalId global = GlobalId.of((String) id.value());
        if (global != null) {
            Concept concept = vocabulary.concept(global.type()).orElse(null);
            if (concept != null && concept.isNode()) {
                return concept;
            }
        }
        throw Refusal.badInput("`" + id.path() + "` is not the id of a record");
    }

    private Piece connection(Source source, MergedField field, Argument arguments) {
        return new ConnectionCompiler(this, compilation, reads, source, arguments).compile(field);
    }

    /** The statements of the root field. */
    Statements statements() {
        return statements;
    }

    /** An object of a concept, from a row of {@code statement}. */
    Piece object(Concept concept, Statement statement, MergedField field) {
        return object(field, concept.name(), selected -> {
            Member member = concept.member(selected.getName());
            if (member == null) {
                throw new IllegalStateException(concept.name() + " has no field " + selected.getName());
            }
            return member(concept, member, statement, selected);
        });
    }

    /** An object of any type, whose fields are written by what {@code pieces} makes of them. */
    Piece object(MergedField field, String type, Function<MergedField, Piece> pieces) {
        List<Piece.Field> fields = new ArrayList<>();
        for (MergedField selected : compilation.fields(field, type)) {
            Piece piece = selected.getName().equals("__typename") ? Piece.text(type) : pieces.apply(selected);
            fields.add(Piece.Field.of(fields.isEmpty(), selected.getResultKey(), piece));
        }
        return Piece.object(fields);
    }

    private Piece member(Concept concept, Member member, Statement statement, MergedField field) {
        return switch (member) {
            case Member.Column column -> column(concept, statement, column);
            case Member.Group group -> group(concept, statement, group, field);
            case Member.Localized localized -> {
                Object language = compilation
                        .arguments(concept.name(), field)
                        .child("language")
                        .value();
                String suffix = (language instanceof Language chosen ? chosen : Language.EN).columnSuffix();
                int position = statement.column("t." + localized.column() + suffix);
                yield Piece.column(statement, position, Scalar.Form.TEXT);
            }
            case Member.Association association when isTold(association, field) -> told(association, statement, field);
            case Member.Association association -> {
                Source source = Source.of(statement, concept, association);
                reads.value(Reads.Use.SELECT, concept, association, statement);
                yield switch (association.shape()) {
                    case CONNECTION -> connection(source, field, compilation.arguments(concept.name(), field));
                    case LIST -> {
                        Ordering natural = Ordering.natural(association.target());
                        Statement list = source.ordered(
                                statements, source.rowsToOrder(), natural.columns("t"), natural.orderBy("t", false));
                        read(source, list);
                        yield Piece.list(list, Page.WHOLE, object(association.target(), list, field));
                    }
                    case ONE -> {
                        Statement one = source.statement(statements, source.rows());
                        read(source, one);
                        yield Piece.one(one, object(association.target(), one, field));
                    }
                };
            }
        };
    }

    /** Whether all that is asked of what is associated is the code that stands in this row already. */
    private boolean isTold(Member.Association association, MergedField field) {
        Concept target = association.target();
        return association.isCode()
                && association.shape() == Member.Association.Shape.ONE
                && compilation.fields(field, target.name()).stream()
                        .map(selected -> target.member(selected.getName()))
                        .allMatch(member -> member instanceof Member.Column column
                                && column.column().equals(target.key()));
    }

    private Piece told(Member.Association association, Statement statement, MergedField field) {
        int code = statement.column("t." + association.parentColumn());
        Piece object =
                object(field, association.target().name(), selected -> Piece.column(statement, code, Scalar.Form.TEXT));
        return Piece.presentIfAny(statement, new int[] {code}, object);
    }

    private void read(Source source, Statement statement) {
        reads.links(source, statement);
        reads.presence(source.concept(), statement, Sensitivity.known(source.association()));
    }

    private Piece group(Concept concept, Statement statement, Member.Group group, MergedField field) {
        Piece object = object(field, group.type(), selected -> group.columns().stream()
                .filter(column -> column.name().equals(selected.getName()))
                .findAny()
                .map(column -> column(concept, statement, column))
                .orElseThrow());
        if (!group.nullable()) {
            return object;
        }
        // Whether it is there is told, whatever is asked of it.
        reads.value(Reads.Use.SELECT, concept, group, statement);
        int[] columns = group.columns().stream()
                .mapToInt(column -> statement.column(column.selected("t")))
                .toArray();
        return Piece.presentIfAny(statement, columns, object);
    }

    private Piece column(Concept concept, Statement statement, Member.Column column) {
        Scalar.Form form = column.list() ? Scalar.Form.RAW : column.scalar().form();
        reads.value(Reads.Use.SELECT, concept, column, statement);
        return Piece.column(statement, statement.column(column.selected("t")), form, GlobalId.prefix(concept));
    }
}
