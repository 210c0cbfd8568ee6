package org.jointdefence.registry.equivalence.reference;

import graphql.TypeResolutionEnvironment;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jointdefence.registry.equivalence.Execution;
import org.jointdefence.registry.equivalence.OpaqueTexts;
import org.jointdefence.registry.equivalence.SeveralErrors;
import org.jointdefence.registry.equivalence.document.Coverage;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.execution.Marking;
import org.jspecify.annotations.Nullable;

/** Fetches every field of the schema from the rows that the caller may know, one field at a time. */
public final class ReferenceFields implements DataFetcher<@Nullable Object> {
    /** An embedded value: the columns of a row that begin with its name. */
    private record Group(ReferenceRow row, String prefix) {}

    private final GraphQLSchema schema;
    private final ReferenceRules rules;
    private final ReferenceTexts texts;
    private final Coverage coverage;
    private final ReferenceAssociations associations;
    private final ReferenceFilter filter;
    private final ReferenceErrors refusals;

    public ReferenceFields(GraphQLSchema schema, ReferenceRules rules, ReferenceTexts texts, Coverage coverage) {
        this.coverage = coverage;
        this.schema = schema;
        this.rules = rules;
        this.texts = texts;
        this.associations = new ReferenceAssociations(schema, rules, texts);
        this.filter = new ReferenceFilter(schema, rules, texts, associations, coverage);
        this.refusals = new ReferenceErrors(schema, this, rules);
    }

    ReferenceAssociations associations() {
        return associations;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        ReferenceViews views = environment.getLocalContext() instanceof ReferenceViews past
                ? past
                : environment.getGraphQlContext().get(ReferenceViews.class);
        if (environment.getSource() == null && environment.getArgument("asOf") instanceof String instant) {
            views = views.asOf(instant);
            return DataFetcherResult.newResult()
                    .data(witnessed(views, environment))
                    .localContext(views)
                    .build();
        }
        return witnessed(views, environment);
    }

    private @Nullable Object witnessed(ReferenceViews views, DataFetchingEnvironment environment) {
        @Nullable Object value = value(views, environment);
        String type = ((GraphQLObjectType) environment.getParentType()).getName();
        if (value != null && (!List.of().equals(value) || isAlwaysEmpty(views, environment, type))) {
            coverage.witness(type + "." + environment.getField().getName());
        }
        return value;
    }

    /** What is said of classified fields is nothing where there are none. */
    private static boolean isAlwaysEmpty(ReferenceViews views, DataFetchingEnvironment environment, String type) {
        return List.of("withheld", "portions").contains(environment.getField().getName())
                && !views.contain(ReferenceAssociations.portionView(type));
    }

    private @Nullable Object value(ReferenceViews views, DataFetchingEnvironment environment) {
        String name = environment.getField().getName();
        @Nullable Object source = environment.getSource();
        return switch (source) {
            case null -> root(views, environment, name);
            case ReferenceRow row -> member(views, environment, row, name);
            case Group(ReferenceRow row, String prefix) ->
                scalar(environment, row, prefix + "_" + ReferenceAssociations.snakeCase(name));
            case ReferenceConnection connection -> connection.get(environment);
            case ReferenceConnection.Edge edge -> name.equals("node") ? edge.node() : edge.cursor();
            case ReferenceConnection.Count count -> name.equals("key") ? count.key() : count.count();
            case Map<?, ?> map -> map.get(name);
            default -> throw new IllegalStateException("no field " + name);
        };
    }

    private @Nullable Object root(ReferenceViews views, DataFetchingEnvironment environment, String name) {
        String type = typeName(environment.getFieldDefinition());
        if (name.equals(Marking.NAME)) {
            // Under which labels something is read, only the engine knows; the two places agree.
            return environment
                    .getGraphQlContext()
                    .<Optional<String>>get(Marking.class)
                    .orElse(null);
        }
        if (name.equals("viewer")) {
            return Execution.viewer(views.caller());
        }
        // A mistake in the shape of the question hides those in its values, of which all are told.
        SeveralErrors faults = new SeveralErrors();
        ReferenceErrors.Check values =
                (owner, field, arguments) -> refusals.checkValues(views, owner, field, arguments, faults);
        if (environment.containsArgument("id")) {
            String id = Objects.requireNonNull(environment.getArgument("id"));
            String named = type.equals("Node") ? String.valueOf(ReferenceIds.type(id)) : type;
            if (!(schema.getType(named) instanceof GraphQLObjectType object)
                    || object.getInterfaces().stream()
                            .noneMatch(node -> node.getName().equals("Node"))) {
                throw ClientError.badInput("id");
            }
            refusals.checkBelow(named, environment.getMergedField(), environment, refusals::checkShape);
            faults.check(() -> ReferenceErrors.checkId(named, id));
            refusals.checkBelow(named, environment.getMergedField(), environment, values);
            faults.throwIfAny();
            return views.rows(ReferenceAssociations.view(named), "id", ReferenceIds.uuid(id)).stream()
                    .findAny()
                    .orElse(null);
        }
        if (type.endsWith("Connection")) {
            refusals.checkShape("Query", name, environment.getArguments());
            refusals.checkBelow(type, environment.getMergedField(), environment, refusals::checkShape);
            values.of("Query", name, environment.getArguments());
            refusals.checkBelow(type, environment.getMergedField(), environment, values);
            faults.throwIfAny();
            String target = associations.target("Query", name);
            return connection(views, environment, "Query", views.rows(ReferenceAssociations.view(target)));
        }
        refusals.checkBelow(type, environment.getMergedField(), environment, refusals::checkShape);
        refusals.checkBelow(type, environment.getMergedField(), environment, values);
        faults.throwIfAny();
        return associations.all(views, type);
    }

    private @Nullable Object member(
            ReferenceViews views, DataFetchingEnvironment environment, ReferenceRow row, String name) {
        String type = ((GraphQLObjectType) environment.getParentType()).getName();
        String fieldType = typeName(environment.getFieldDefinition());
        String column = ReferenceAssociations.snakeCase(name);
        if (fieldType.endsWith("Connection")) {
            return connection(views, environment, type, associations.rows(views, type, name, row));
        }
        if (!(GraphQLTypeUtil.unwrapAll(environment.getFieldDefinition().getType())
                instanceof GraphQLObjectType object)) {
            return column.equals("next_statuses")
                    ? following(views, type, row)
                    : scalarOf(environment, row, type, column);
        }
        if (!views.contain(ReferenceAssociations.view(fieldType)) && !fieldType.equals("Portion")) {
            boolean present = object.getFieldDefinitions().stream()
                    .anyMatch(part -> row.get(column + "_" + ReferenceAssociations.snakeCase(part.getName())) != null);
            return present ? new Group(row, column) : null;
        }
        List<ReferenceRow> rows = associations.rows(views, type, name, row);
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(
                        environment.getFieldDefinition().getType()))
                ? rows
                : rows.stream().findFirst().orElse(null);
    }

    private static List<String> following(ReferenceViews views, String type, ReferenceRow row) {
        return views.rows("life_cycle", "concept", ReferenceAssociations.view(type)).stream()
                .filter(step -> Objects.equals(step.get("status"), row.get("status")))
                .map(step -> String.valueOf(step.get("next_status")))
                .sorted()
                .toList();
    }

    private @Nullable Object scalarOf(
            DataFetchingEnvironment environment, ReferenceRow row, String type, String column) {
        return switch (column) {
            case "id" -> ReferenceIds.of(type, (String) Objects.requireNonNull(row.get(column)));
            case "version" -> OpaqueTexts.MARK + "version|" + row.text();
            default -> scalar(environment, row, column);
        };
    }

    private @Nullable Object scalar(DataFetchingEnvironment environment, ReferenceRow row, String column) {
        if (environment.containsArgument("language") || row.has(column + "_lt")) {
            Object language = environment.getArgument("language");
            String suffix = language == null ? "en" : language.toString().toLowerCase(Locale.ROOT);
            return row.get(column + "_" + rules.language(suffix));
        }
        if (row.has(column + "_numerator")) {
            return row.get(column + "_numerator") + "/" + row.get(column + "_denominator");
        }
        Object value = row.get(column);
        return value instanceof BigDecimal number ? ReferenceTexts.number(number, column) : value;
    }

    private ReferenceConnection connection(
            ReferenceViews views, DataFetchingEnvironment environment, String type, List<ReferenceRow> rows) {
        String field = environment.getField().getName();
        String target = associations.target(type, field);
        ReferenceOrder order = ReferenceOrder.of(
                schema, target, environment.getArgument("orderBy"), views, associations, rules, texts);
        ReferenceCursors cursors = cursors(views, type, field, environment.getArguments());
        List<ReferenceRow> matching = rows.stream()
                .filter(row -> filter.matches(views, target, row, environment.getArgument("where")))
                .sorted(order)
                .toList();
        ReferencePage page = ReferencePage.of(
                matching,
                order,
                cursors.record(environment.getArgument("after")),
                cursors.record(environment.getArgument("before")),
                environment.getArgument("first"),
                environment.getArgument("last"),
                rules);
        return new ReferenceConnection(target, matching, page, cursors, rules, texts);
    }

    /** The cursors of a connection with these arguments; a root field's are those of all records of its type. */
    ReferenceCursors cursors(ReferenceViews views, String type, String field, Map<String, Object> arguments) {
        String target = associations.target(type, field);
        return new ReferenceCursors(
                views,
                field.equals("history") ? ReferenceAssociations.historyView(type) : ReferenceAssociations.view(target),
                type + "." + field,
                ReferenceOrder.of(schema, target, arguments.get("orderBy"), views, associations, rules, texts));
    }

    /** The type of a record that was found by its id. */
    public static String typeOf(TypeResolutionEnvironment environment) {
        return String.valueOf(ReferenceIds.type(
                (String) Objects.requireNonNull(environment.getArguments().get("id"))));
    }

    private static String typeName(GraphQLFieldDefinition field) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
    }
}
