package org.jointdefence.registry.equivalence.document;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes documents that show one field or filter by one thing, by a shortest way from a root field: in those of
 * {@link RandomDocuments} what belongs to other records is deep, where it is seldom reached, and where other conditions decide
 * before a filter is looked at.
 */
public final class StraightDocuments {
    /** Records on the page of a root field, and on those below it. */
    private static final int MOST = 100;

    private static final int FEW = 5;

    private static final Set<String> DAYS = Set.of("on", "zone");
    private static final Set<String> CONNECTIVES = Set.of("and", "or", "not");

    private final GraphQLSchema schema;
    private final Random random;
    private final SeenValues harvest;
    private final Coverage coverage;

    /** What they ask with comes from {@code harvest}. */
    public StraightDocuments(GraphQLSchema schema, Random random, SeenValues harvest, Coverage coverage) {
        this.schema = schema;
        this.random = random;
        this.harvest = harvest;
        this.coverage = coverage;
    }

    /**
     * A document for each field that has never had a value, and for each part of a filter that has not been answered, or that
     * has not both held and failed.
     */
    public List<RandomDocument> next(String caller) {
        return Stream.concat(
                        Stream.concat(
                                coverage.wantedFields().stream().map(this::showing),
                                coverage.wantedCursors().stream().map(argument -> goingOn(argument, caller))),
                        coverage.wantedFilters().stream().map(filter -> filtering(filter, caller)))
                .toList();
    }

    /** A document with a cursor in an argument, {@code Agreement.parties(after)}; one that shows cursors if none is known. */
    private RandomDocument goingOn(String argument, String caller) {
        String connection = argument.substring(0, argument.indexOf('('));
        String[] parts = connection.split("\\.", -1);
        Optional<SeenValues.Cursor> cursor = harvest.cursor(random, caller, connection);
        String name = argument.substring(argument.indexOf('(') + 1, argument.length() - 1);
        Shown shown = new Shown(
                parts[1],
                cursor.map(known -> (known.orderBy().isEmpty() ? "" : ", orderBy: " + known.orderBy()) + ", " + name
                                + ": \"" + known.text() + "\"")
                        .orElse(""),
                "pageInfo { startCursor endCursor }");
        String selection = selection(schema.getQueryType(), distances(parts[0], this::parts), shown, MOST);
        if (cursor.isPresent()) {
            shown.reached.add(argument);
        }
        return new RandomDocument(
                "{ " + selection + " }",
                Map.of(),
                null,
                Set.copyOf(shown.reached),
                cursor.map(known -> Set.of(known.text())).orElse(Set.of()),
                List.of(new RandomDocument.Site(
                        List.copyOf(shown.path),
                        connection,
                        cursor.map(SeenValues.Cursor::orderBy).orElse(""))));
    }

    /** A field that is to be shown, and what the way to it has. */
    private record Shown(String field, String arguments, String selection, Set<String> reached, List<String> path) {
        Shown(String field, String arguments, String selection) {
            this(field, arguments, selection, new HashSet<>(), new ArrayList<>());
        }
    }

    /** A document that shows a field, which is given with its type: {@code Agreement.title}. */
    private RandomDocument showing(String field) {
        String[] parts = field.split("\\.", -1);
        Map<String, Integer> distances = distances(parts[0], this::parts);
        Shown shown = new Shown(parts[1], "", "__typename");
        String selection = selection(schema.getQueryType(), distances, shown, MOST);
        return new RandomDocument(
                "{ " + selection + " }", Map.of(), null, Set.copyOf(shown.reached), Set.of(), List.of());
    }

    private String selection(GraphQLObjectType type, Map<String, Integer> distances, Shown shown, int page) {
        int distance = distance(distances, type);
        GraphQLFieldDefinition field = distance == 0
                ? type.getFieldDefinition(shown.field)
                : any(shown(type)
                        .filter(each -> object(each)
                                .filter(inside -> distances.getOrDefault(inside.getName(), distance) < distance)
                                .isPresent())
                        .toList());
        String element = type.getName() + "." + field.getName();
        shown.reached.add("type " + type.getName());
        shown.reached.add(element);
        shown.path.add(field.getName());
        String arguments = "";
        if (field.getArgument("first") != null) {
            shown.reached.add(element + "(first)");
            arguments = "(first: " + page + (distance == 0 ? shown.arguments : "") + ")";
        }
        if (distance > 0) {
            return field.getName() + arguments + " { "
                    + selection(object(field).orElseThrow(), distances, shown, arguments.isEmpty() ? page : FEW) + " }";
        }
        return field.getName()
                + arguments
                + (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer
                        ? " { " + shown.selection + " }"
                        : "");
    }

    /** The fields of a type that may be asked for without knowing a record. */
    private Stream<GraphQLFieldDefinition> shown(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> !Coverage.LOG.contains(field.getName()))
                .filter(field -> field.getArguments().stream()
                        .map(GraphQLArgument::getType)
                        .noneMatch(GraphQLTypeUtil::isNonNull));
    }

    /** The types of what the objects of a type have. */
    private Stream<String> parts(GraphQLNamedType type) {
        return type instanceof GraphQLObjectType object
                ? shown(object).flatMap(field -> object(field).stream()).map(GraphQLObjectType::getName)
                : Stream.empty();
    }

    private static Optional<GraphQLObjectType> object(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** A document that filters by a part of a filter, which is given with its type: {@code DateFilter.eq}. */
    private RandomDocument filtering(String operator, String caller) {
        String[] parts = operator.split("\\.", -1);
        Map<String, Integer> distances = distances(parts[0], StraightDocuments::conditions);
        List<GraphQLFieldDefinition> roots = schema.getQueryType().getFieldDefinitions().stream()
                .filter(root -> where(root)
                        .filter(filter -> distances.containsKey(filter.getName()))
                        .isPresent())
                .toList();
        int shortest = roots.stream()
                .mapToInt(root -> distance(distances, where(root).orElseThrow()))
                .min()
                .orElseThrow();
        GraphQLFieldDefinition root = any(roots.stream()
                .filter(each -> distance(distances, where(each).orElseThrow()) <= shortest + 1)
                .toList());
        DocumentBuilder draft = DocumentBuilder.faultless(random, harvest, coverage, caller);
        String condition = condition(draft, distances, where(root).orElseThrow(), parts[1], "");
        return new RandomDocument(
                "{ a0: " + root.getName() + "(first: " + MOST + ", where: " + condition
                        + ") { totalCount nodes { id } } }",
                Map.of(),
                null,
                Set.copyOf(draft.reached),
                Set.of(),
                List.of());
    }

    private String condition(
            DocumentBuilder draft,
            Map<String, Integer> distances,
            GraphQLInputObjectType filter,
            String operator,
            String name) {
        int distance = distance(distances, filter);
        draft.reach("type " + filter.getName());
        if (distance == 0) {
            draft.reach(filter.getName() + "." + operator);
            if (filter.getName().equals("DateTimeFilter") && DAYS.contains(operator)) {
                // A zone needs a day, and a day some that times are on.
                String day = draft.harvest
                        .value(draft.random, name)
                        .map(Object::toString)
                        .filter(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT.*") && draft.chance(0.5))
                        // Its day in the zone that is asked for may be the next.
                        .map(time -> LocalDate.parse(time.substring(0, 10))
                                .plusDays(draft.random.nextInt(2))
                                .toString())
                        .orElse("2020-02-10");
                return "{on: \"" + day + "\"" + (operator.equals("zone") ? ", zone: \"Europe/Kyiv\"}" : "}");
            }
            GraphQLInputType operand = filter.getField(operator).getType();
            return "{" + operator + ": " + new RandomValues(draft).operand(operand, "", name) + "}";
        }
        GraphQLInputObjectField field = any(filter.getFields().stream()
                .filter(each -> !CONNECTIVES.contains(each.getName()))
                .filter(each -> input(each)
                        .filter(inside -> distances.getOrDefault(inside.getName(), distance) < distance)
                        .isPresent())
                .toList());
        draft.reach(filter.getName() + "." + field.getName());
        boolean association = Set.of("some", "none").contains(field.getName());
        return "{" + field.getName() + ": "
                + condition(
                        draft, distances, input(field).orElseThrow(), operator, association ? name : field.getName())
                + "}";
    }

    /** How many fields lead from each type to the one that is meant. */
    private Map<String, Integer> distances(String target, Function<GraphQLNamedType, Stream<String>> fields) {
        Map<String, Integer> distances = new HashMap<>(Map.of(target, 0));
        for (int distance = 1; ; distance++) {
            Map<String, Integer> further = new HashMap<>();
            for (GraphQLNamedType type : schema.getAllTypesAsList()) {
                if (!distances.containsKey(type.getName()) && fields.apply(type).anyMatch(distances::containsKey)) {
                    further.put(type.getName(), distance);
                }
            }
            if (further.isEmpty()) {
                return distances;
            }
            distances.putAll(further);
        }
    }

    /** The types of what a filter asks. */
    private static Stream<String> conditions(GraphQLNamedType type) {
        return type instanceof GraphQLInputObjectType filter
                ? filter.getFields().stream()
                        .filter(field -> !CONNECTIVES.contains(field.getName()))
                        .flatMap(field -> input(field).stream())
                        .map(GraphQLInputObjectType::getName)
                : Stream.empty();
    }

    private static int distance(Map<String, Integer> distances, GraphQLNamedType type) {
        return Objects.requireNonNull(distances.get(type.getName()));
    }

    private static Optional<GraphQLInputObjectType> where(GraphQLFieldDefinition root) {
        return Optional.ofNullable(root.getArgument("where"))
                .filter(argument -> !Coverage.LOG.contains(root.getName()))
                .map(argument -> (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(argument.getType()));
    }

    private static Optional<GraphQLInputObjectType> input(GraphQLInputObjectField field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType input
                ? Optional.of(input)
                : Optional.empty();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
