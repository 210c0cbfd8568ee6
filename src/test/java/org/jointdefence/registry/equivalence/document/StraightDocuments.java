package org.jointdefence.registry.equivalence.document;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Makes documents that filter by one thing, by a shortest way from a root field: the filters of what belongs to other records
 * are deep in those of {@link RandomDocuments}, where other conditions decide before they are looked at.
 */
public final class StraightDocuments {
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

    /** A document for each part of a filter that has not been answered, or that has not both held and failed. */
    public List<RandomDocument> next(String caller) {
        return coverage.wantedFilters().stream()
                .map(filter -> towards(filter, caller))
                .toList();
    }

    /** A document that filters by a part of a filter, which is given with its type: {@code DateFilter.eq}. */
    private RandomDocument towards(String operator, String caller) {
        String[] parts = operator.split("\\.", -1);
        Map<String, Integer> distances = distances(parts[0]);
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
                "{ a0: " + root.getName() + "(first: 100, where: " + condition + ") { totalCount nodes { id } } }",
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
                        .map(time -> time.substring(0, 10))
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

    /** How many fields lead from each filter to the one that is meant. */
    private Map<String, Integer> distances(String target) {
        Map<String, Integer> distances = new HashMap<>(Map.of(target, 0));
        for (int distance = 1; ; distance++) {
            Map<String, Integer> further = new HashMap<>();
            for (GraphQLInputObjectType filter : filters()) {
                int next = distance;
                if (!distances.containsKey(filter.getName())
                        && filter.getFields().stream()
                                .filter(field -> !CONNECTIVES.contains(field.getName()))
                                .anyMatch(field -> input(field)
                                        .filter(inside -> distances.containsKey(inside.getName()))
                                        .isPresent())) {
                    further.put(filter.getName(), next);
                }
            }
            if (further.isEmpty()) {
                return distances;
            }
            distances.putAll(further);
        }
    }

    private List<GraphQLInputObjectType> filters() {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLInputObjectType.class::isInstance)
                .map(GraphQLInputObjectType.class::cast)
                .toList();
    }

    private static int distance(Map<String, Integer> distances, GraphQLInputObjectType filter) {
        return Objects.requireNonNull(distances.get(filter.getName()));
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
