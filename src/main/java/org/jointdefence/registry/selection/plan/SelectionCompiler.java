package org.jointdefence.registry.selection.plan;

import graphql.execution.MergedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.GlobalId;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.order.Language;
import org.jointdefence.registry.selection.order.Ordering;
import org.jointdefence.registry.selection.statement.Argument;
import org.jointdefence.registry.selection.statement.Arguments;
import org.jointdefence.registry.selection.statement.Page;
import org.jointdefence.registry.selection.statement.Parameter;
import org.jointdefence.registry.selection.statement.RowSource;
import org.jointdefence.registry.selection.statement.Sql;
import org.jointdefence.registry.selection.statement.Statement;
import org.jointdefence.registry.selection.statement.Statements;
import org.jspecify.annotations.Nullable;

/** Compiles the selection of one root field into statements, and writers for their rows. */
public final class SelectionCompiler {
    private final SchemaModel model;
    private final CompilationContext context;
    private final AccessDeclaration access;
    private final Statements statements;
    private @Nullable Parameter instant;

    private SelectionCompiler(SchemaModel model, CompilationContext context, AccessDeclaration access) {
        this.model = model;
        this.context = context;
        this.access = access;
        this.statements = new Statements(access.areRecorded());
    }

    /**
     * Compiles a root field.
     *
     * @param access collects the reads to declare to the log
     * @throws ClientError if an argument is not valid
     */
    public static RootPlan compile(
            SchemaModel model,
            CompilationContext context,
            MergedField field,
            SchemaModel.QueryField root,
            AccessDeclaration access) {
        SelectionCompiler compiler = new SelectionCompiler(model, context, access);
        JsonWriter writer = compiler.root(field, root);
        return compiler.plan(field, writer);
    }

    /**
     * Compiles a field of the mutation type: the result of a change, with the record that was changed.
     *
     * @param access collects the reads to declare to the log
     * @throws ClientError if an argument is not valid
     */
    public static RootPlan compile(
            SchemaModel model,
            CompilationContext context,
            MergedField field,
            Payload payload,
            AccessDeclaration access) {
        SelectionCompiler compiler = new SelectionCompiler(model, context, access);
        JsonWriter writer = compiler.object(field, payload.type(), selected -> {
            if (selected.getName().equals(payload.recordField())) {
                return compiler.one(
                        payload.entityType(), selected, Sql.of("").parameter(execution -> payload.uuid(), "uuid"));
            }
            return JsonWriter.constants(payload.notes().stream()
                    .map(note -> compiler.object(
                            selected,
                            payload.noteType(),
                            property -> JsonWriter.text(Objects.requireNonNull(note.get(property.getName())))))
                    .toList());
        });
        return compiler.plan(field, writer);
    }

    private RootPlan plan(MergedField field, JsonWriter writer) {
        return new RootPlan(field.getResultKey(), writer, statements.all(), statements.unused(), access, instant);
    }

    private JsonWriter root(MergedField field, SchemaModel.QueryField root) {
        return switch (root) {
            case SchemaModel.QueryField.Page(EntityType entityType) -> {
                Arguments arguments = context.arguments("Query", field);
                yield connection(RowSource.all(asOf(arguments, entityType)), field, arguments);
            }
            case SchemaModel.QueryField.One(EntityType entityType) -> {
                Arguments arguments = context.arguments("Query", field);
                yield one(asOf(arguments, entityType), field, arguments.get("id"));
            }
            case SchemaModel.QueryField.AnyNode() -> {
                Argument id = context.arguments("Query", field).get("id");
                yield one(entityTypeOf(id), field, id);
            }
            case SchemaModel.QueryField.All(EntityType entityType) -> {
                Statement all = statements.add(
                        null,
                        List.of(),
                        Sql.of("FROM " + entityType.view() + " t ORDER BY "
                                + Ordering.natural(entityType).orderBy("t", false)));
                yield JsonWriter.list(all, Page.WHOLE, object(entityType, all, field));
            }
        };
    }

    /** The entity type to read: with the views of the past, if an instant is given. */
    private EntityType asOf(Arguments arguments, EntityType entityType) {
        Argument given = arguments.get("asOf");
        if (!given.isGiven()) {
            return entityType;
        }
        instant = given.text();
        return model.past(entityType);
    }

    private JsonWriter one(EntityType entityType, MergedField field, Argument id) {
        Parameter text = id.text();
        return one(
                entityType,
                field,
                Sql.of("")
                        .parameter(
                                execution -> GlobalId.uuid(entityType, (String) text.value(execution), id.path()),
                                "uuid"));
    }

    private JsonWriter one(EntityType entityType, MergedField field, Sql uuid) {
        Statement one = statements.add(
                null,
                List.of(),
                Sql.of("FROM " + entityType.view() + " t WHERE t.id = ").add(uuid));
        access.shown(RowSource.all(entityType), one);
        return JsonWriter.one(one, object(entityType, one, field));
    }

    private EntityType entityTypeOf(Argument id) {
        GlobalId global = GlobalId.of((String) id.value());
        if (global != null) {
            EntityType entityType = model.entityType(global.type()).orElse(null);
            if (entityType != null && entityType.isNode()) {
                return entityType;
            }
        }
        throw ClientError.badInput("`" + id.path() + "` is not the id of a record");
    }

    private JsonWriter connection(RowSource source, MergedField field, Arguments arguments) {
        return new ConnectionCompiler(this, context, access, source, arguments).compile(field);
    }

    /** The statements compiled so far. */
    Statements statements() {
        return statements;
    }

    /** An object of an entity type, from a row of {@code statement}. */
    JsonWriter object(EntityType entityType, Statement statement, MergedField field) {
        return object(field, entityType.name(), selected -> {
            Attribute member = entityType.member(selected.getName());
            if (member == null) {
                throw new IllegalStateException(entityType.name() + " has no field " + selected.getName());
            }
            return member(entityType, member, statement, selected);
        });
    }

    /**
     * An object of any type.
     *
     * @param writers creates the writer of a selected field
     */
    JsonWriter object(MergedField field, String type, Function<MergedField, JsonWriter> writers) {
        List<JsonWriter.Field> fields = new ArrayList<>();
        for (MergedField selected : context.fields(field, type)) {
            JsonWriter value =
                    selected.getName().equals("__typename") ? JsonWriter.text(type) : writers.apply(selected);
            fields.add(JsonWriter.Field.of(fields.isEmpty(), selected.getResultKey(), value));
        }
        return JsonWriter.object(fields);
    }

    private JsonWriter member(EntityType entityType, Attribute member, Statement statement, MergedField field) {
        return switch (member) {
            case Attribute.Column column -> column(entityType, statement, column);
            case Attribute.Group group -> group(entityType, statement, group, field);
            case Attribute.Localized localized -> {
                Object language = context.arguments(entityType.name(), field)
                        .get("language")
                        .value();
                String suffix = (language instanceof Language chosen ? chosen : Language.EN).columnSuffix();
                int position = statement.column("t." + localized.column() + suffix);
                yield JsonWriter.column(statement, position, Scalar.Form.TEXT);
            }
            case Attribute.NextStatuses next ->
                JsonWriter.column(statement, statement.column(next.selected("t")), Scalar.Form.RAW);
            case Attribute.Association association
            when isCodeOnly(association, field) -> codeOnly(association, statement, field);
            case Attribute.Association association -> {
                RowSource source = RowSource.of(statement, entityType, association);
                access.value(AccessDeclaration.Use.SELECT, entityType, association, statement);
                yield switch (association.shape()) {
                    case CONNECTION -> connection(source, field, context.arguments(entityType.name(), field));
                    case LIST -> {
                        Ordering natural = Ordering.natural(association.target());
                        Statement list = source.ordered(
                                statements, source.rowsToOrder(), natural.columns("t"), natural.orderBy("t", false));
                        access.shown(source, list);
                        yield JsonWriter.list(list, Page.WHOLE, object(association.target(), list, field));
                    }
                    case ONE -> {
                        Statement one = source.statement(statements, source.rows());
                        access.shown(source, one);
                        yield JsonWriter.one(one, object(association.target(), one, field));
                    }
                };
            }
        };
    }

    /** Whether only the code of the associated object is selected, which this row already has. */
    private boolean isCodeOnly(Attribute.Association association, MergedField field) {
        EntityType target = association.target();
        return association.isCode()
                && association.shape() == Attribute.Association.Shape.ONE
                && context.fields(field, target.name()).stream()
                        .map(selected -> target.member(selected.getName()))
                        .allMatch(member -> member instanceof Attribute.Column column
                                && column.column().equals(target.key()));
    }

    private JsonWriter codeOnly(Attribute.Association association, Statement statement, MergedField field) {
        int code = statement.column("t." + association.parentColumn());
        JsonWriter object = object(
                field, association.target().name(), selected -> JsonWriter.column(statement, code, Scalar.Form.TEXT));
        return JsonWriter.presentIfAny(statement, new int[] {code}, object);
    }

    private JsonWriter group(EntityType entityType, Statement statement, Attribute.Group group, MergedField field) {
        JsonWriter object = object(field, group.type(), selected -> group.columns().stream()
                .filter(column -> column.name().equals(selected.getName()))
                .findAny()
                .map(column -> column(entityType, statement, column))
                .orElseThrow());
        if (!group.nullable()) {
            return object;
        }
        // Whether the group is null depends on its values, whichever of its fields are selected.
        access.value(AccessDeclaration.Use.SELECT, entityType, group, statement);
        int[] columns = group.columns().stream()
                .mapToInt(column -> statement.column(column.selected("t")))
                .toArray();
        return JsonWriter.presentIfAny(statement, columns, object);
    }

    private JsonWriter column(EntityType entityType, Statement statement, Attribute.Column column) {
        Scalar.Form form = column.list() ? Scalar.Form.RAW : column.scalar().form();
        access.value(AccessDeclaration.Use.SELECT, entityType, column, statement);
        return JsonWriter.column(statement, statement.column(column.selected("t")), form, GlobalId.prefix(entityType));
    }
}
