package org.jointdefence.registry.equivalence.document;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything in a schema that a query can contain, and how often documents have contained it. */
public final class Coverage {
    /**
     * The fields of the query type that are about the log of who read what: it grows while documents are answered, and is
     * not of the record.
     */
    public static final Set<String> LOG = Set.of("disclosures", "disclosure", "readLog");

    private static final String YES = " holds";
    private static final String NO = " does not hold";
    private static final double WANTED = 0.5;
    private static final int PULL_STEPS = 6;
    private static final double PULL_LEFT = 0.4;

    private final GraphQLSchema schema;
    private final Set<String> types = new TreeSet<>();
    private final Set<String> elements = new TreeSet<>();
    private final Map<String, Integer> drawn = new HashMap<>();
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> operators = new TreeSet<>();
    private final Set<String> witnessed = new TreeSet<>();
    private final Map<String, Set<String>> leads = new TreeMap<>();
    private final Map<String, Double> pull = new HashMap<>();

    /** Walks the schema from its query type, but not to the log. */
    public Coverage(GraphQLSchema schema) {
        this.schema = schema;
        GraphQLObjectType query = schema.getQueryType();
        types.add(query.getName());
        elements.add("type " + query.getName());
        query.getFieldDefinitions().stream()
                .filter(field -> !LOG.contains(field.getName()))
                .forEach(field -> visit(query.getName(), field));
        measurePull();
    }

    private void visit(GraphQLType wrapped) {
        GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(wrapped);
        if (Introspection.isIntrospectionTypes(type) || !types.add(type.getName())) {
            return;
        }
        switch (type) {
            case GraphQLObjectType object -> {
                elements.add("type " + object.getName());
                object.getFieldDefinitions().forEach(field -> visit(object.getName(), field));
                object.getInterfaces().forEach(this::visit);
            }
            case GraphQLInterfaceType node -> {
                elements.add("type " + node.getName());
                node.getFieldDefinitions().forEach(field -> visit(node.getName(), field));
                schema.getImplementations(node).stream()
                        .filter(implementation -> !isOfLog(implementation))
                        .forEach(this::visit);
            }
            case GraphQLInputObjectType input ->
                input.getFields().forEach(field -> {
                    elements.add(input.getName() + "." + field.getName());
                    lead(input.getName(), field.getType());
                    visit(field.getType());
                });
            default -> {}
        }
    }

    private boolean isOfLog(GraphQLObjectType type) {
        return schema.getQueryType().getFieldDefinitions().stream()
                .anyMatch(field ->
                        LOG.contains(field.getName()) && type.equals(GraphQLTypeUtil.unwrapAll(field.getType())));
    }

    private void visit(String type, GraphQLFieldDefinition field) {
        elements.add(type + "." + field.getName());
        if (schema.getType(type) instanceof GraphQLObjectType) {
            fields.add(type + "." + field.getName());
        }
        for (GraphQLArgument argument : field.getArguments()) {
            elements.add(type + "." + field.getName() + "(" + argument.getName() + ")");
            lead(type, argument.getType());
            visit(argument.getType());
            addValues(argument.getType());
        }
        lead(type, field.getType());
        visit(field.getType());
    }

    private void lead(String from, GraphQLType to) {
        leads.computeIfAbsent(from, missing -> new TreeSet<>())
                .add(((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(to)).getName());
    }

    private void addValues(GraphQLType type) {
        switch (GraphQLTypeUtil.unwrapAll(type)) {
            case GraphQLEnumType enumeration ->
                enumeration.getValues().forEach(value -> elements.add(enumeration.getName() + "." + value.getName()));
            case GraphQLInputObjectType input -> {
                if (elements.add("type " + input.getName())) {
                    input.getFields().forEach(field -> addValues(field.getType()));
                    if (input.getField("eq") != null || input.getField("has") != null) {
                        addOperators(input);
                    }
                }
            }
            default -> {}
        }
    }

    private void addOperators(GraphQLInputObjectType input) {
        input.getFields().stream()
                // Only values that can be compared are ever absent.
                .filter(field -> !field.getName().equals("isNull") || input.getField("lt") != null)
                .forEach(field -> operators.add(input.getName() + "." + field.getName()));
    }

    /**
     * How welcome an element is: the less often it was drawn, the more; more still if it leads, by a short way, to what
     * was never answered.
     */
    double weight(String element, List<? extends GraphQLType> leadsTo) {
        int times = drawn.getOrDefault(element, 0);
        double novelty = 1.0 / ((1 + times) * (1 + times));
        double strongest = leadsTo.stream().mapToDouble(this::pull).max().orElse(0);
        return novelty + strongest + (isWanted(element) ? WANTED : 0);
    }

    /** How much is to be found at a type that was never answered: from 0 to 1, and the less the longer the way. */
    double pull(GraphQLType type) {
        return pull.getOrDefault(((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName(), 0.0);
    }

    void draw(String element) {
        drawn.merge(element, 1, Integer::sum);
    }

    private boolean isWanted(String element) {
        return lacks(element)
                || (fields.contains(element) && !witnessed.contains(element))
                || (operators.contains(element)
                        && !(witnessed.contains(element + YES) && witnessed.contains(element + NO)));
    }

    /** Whether an element has never been in a document that was answered. */
    boolean lacks(String element) {
        return !answered.contains(element);
    }

    /** Notes what a document has that was answered without an error. */
    public void answer(Collection<String> reached) {
        if (answered.addAll(reached)) {
            measurePull();
        }
    }

    /** Notes the same where nobody looks at what the answer found: what was answered needs not be asked again. */
    public void answerUnseen(Collection<String> reached) {
        for (String element : reached) {
            witness(element);
            witness(element, true);
            witness(element, false);
        }
        answer(reached);
    }

    /** A type with something unanswered pulls with 1, one that leads to it with a part of that, and so on. */
    private void measurePull() {
        pull.clear();
        elements.stream()
                .filter(element -> element.contains(".") && isWanted(element))
                .forEach(element -> pull.put(element.substring(0, element.indexOf('.')), 1.0));
        for (int i = 0; i < PULL_STEPS; i++) {
            leads.forEach((type, targets) -> {
                double strongest = targets.stream()
                        .mapToDouble(target -> pull.getOrDefault(target, 0.0))
                        .max()
                        .orElse(0);
                pull.merge(type, strongest * PULL_LEFT, Math::max);
            });
        }
    }

    /** Notes that a field had a value. */
    public void witness(String field) {
        witnessed.add(field);
    }

    /** Notes that an operator held, or that it did not. */
    public void witness(String operator, boolean holds) {
        witnessed.add(operator + (holds ? YES : NO));
    }

    /** Has each of two know what the other has come to. */
    public static void exchange(Coverage one, Coverage other) {
        one.add(other);
        other.add(one);
    }

    private void add(Coverage other) {
        witnessed.addAll(other.witnessed);
        answered.addAll(other.answered);
        measurePull();
    }

    /** What has never been in a document that was answered. */
    public List<String> missing() {
        return elements.stream().filter(this::lacks).filter(this::isOfNoOther).toList();
    }

    /** A history is the same connection whoever has it, so that one type stands for all. */
    private boolean isOfNoOther(String element) {
        int history = element.indexOf(".history(");
        return history < 0 || answered.stream().noneMatch(other -> other.endsWith(element.substring(history)));
    }

    /** The fields that never had a value, the operators that never held, and those that always did. */
    public List<String> unwitnessed() {
        return Stream.concat(
                        fields.stream(),
                        operators.stream().flatMap(operator -> Stream.of(operator + YES, operator + NO)))
                .filter(what -> !witnessed.contains(what))
                .toList();
    }

    /** The parts of filters that were never answered, and the operators that never held, or never failed to. */
    List<String> wantedFilters() {
        return elements.stream()
                .filter(element -> element.matches("\\w+Filter\\.\\w+"))
                .filter(this::isWanted)
                .toList();
    }

    /** The fields that never had a value. */
    List<String> wantedFields() {
        return fields.stream().filter(field -> !witnessed.contains(field)).toList();
    }

    /** The arguments for cursors that no answered document has had. */
    List<String> wantedCursors() {
        return missing().stream()
                .filter(element -> element.matches("\\w+\\.\\w+\\((after|before)\\)"))
                .toList();
    }

    /** The number of elements there are. */
    public int size() {
        return elements.size();
    }
}
