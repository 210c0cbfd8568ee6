package org.jointdefence.registry.equivalence.document;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the selection sets of one document, with aliases, fragments and directives. */
final class RandomSelections {
    private static final int DEEPEST = 7;

    /** The most objects that a field may lead to, by estimate. */
    private static final int MOST_OBJECTS = 1500;

    /**
     * Where a selection stands.
     *
     * @param objects how many objects it is for, by estimate
     * @param page the size of the page it is on
     * @param aliased whether fields of other types may stand beside it under the same name
     * @param path the keys that lead to it
     */
    private record Place(int depth, int objects, int page, boolean aliased, List<String> path) {
        Place below(String key, int times) {
            List<String> longer = new ArrayList<>(path);
            longer.add(key);
            return new Place(depth + 1, Math.min(objects * Math.max(times, 1), 1_000_000), times, false, longer);
        }

        Place withAliases() {
            return new Place(depth, objects, page, true, path);
        }
    }

    private final GraphQLSchema schema;
    private final DocumentBuilder draft;
    private final RandomValues values;
    private final Map<String, List<Fragment>> fragments = new HashMap<>();

    /** A fragment, and for how many objects it is small enough. */
    private record Fragment(String name, int objects) {}

    RandomSelections(GraphQLSchema schema, DocumentBuilder draft) {
        this.schema = schema;
        this.draft = draft;
        this.values = new RandomValues(draft);
    }

    String rootField(GraphQLFieldDefinition field) {
        String text = field("Query", field, new Place(0, 1, 1, false, List.of()), true);
        if (draft.chance(0.1)) {
            return "... on Query" + directives() + " { " + text + " }";
        }
        if (draft.chance(0.1)) {
            String name = draft.name("F");
            draft.fragments.add("\nfragment " + name + " on Query { " + text + " }");
            return "..." + name + directives();
        }
        return text;
    }

    private String selection(GraphQLFieldsContainer type, Place place, Optional<String> likely) {
        return selection(type, place, likely, "");
    }

    private String selection(GraphQLFieldsContainer type, Place place, Optional<String> likely, String first) {
        draft.reach("type " + type.getName());
        List<String> parts = new ArrayList<>();
        if (!first.isEmpty()) {
            parts.add(first);
        }
        int size = draft.full() ? 1 : 1 + draft.random.nextInt(place.depth() < 2 ? 5 : 4);
        for (int i = 0; i < size; i++) {
            double kind = draft.random.nextDouble();
            if (kind < 0.05 || fields(type, place).isEmpty()) {
                draft.reach("__typename");
                parts.add((draft.chance(0.3) ? draft.name("t") + ": " : "") + "__typename" + directives());
            } else if (!draft.full() && kind < (type instanceof GraphQLInterfaceType ? 0.7 : 0.22)) {
                parts.add(fragment(type, place, likely));
            } else {
                GraphQLFieldDefinition field = draft.seldom(
                        fields(type, place), one -> type.getName() + "." + one.getName(), RandomSelections::leadsTo);
                String text = field(type.getName(), field, place, false);
                parts.add(text);
                if (draft.chance(0.04)) {
                    draft.reach("the same field twice");
                    parts.add(text);
                }
            }
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    /** The types that choosing a field leads to: its own and its arguments'. */
    static List<GraphQLType> leadsTo(GraphQLFieldDefinition field) {
        return Stream.concat(
                        Stream.of(field.getType()),
                        field.getArguments().stream().map(GraphQLArgument::getType))
                .map(GraphQLType.class::cast)
                .toList();
    }

    private List<GraphQLFieldDefinition> fields(GraphQLFieldsContainer type, Place place) {
        boolean leavesOnly = draft.full() || place.depth() >= DEEPEST || place.objects() > MOST_OBJECTS;
        return type.getFieldDefinitions().stream()
                .filter(field ->
                        !leavesOnly || !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer))
                .toList();
    }

    private String field(String type, GraphQLFieldDefinition field, Place place, boolean root) {
        draft.countField();
        RandomArguments arguments = new RandomArguments(draft, values, type, field, place.objects());
        String text = arguments.text();
        boolean shared = place.aliased() && !(schema.getType(type) instanceof GraphQLInterfaceType);
        boolean alias = root || shared || !text.isEmpty() || draft.chance(0.1);
        String key = alias ? draft.name("a") : field.getName();
        if (alias) {
            draft.reach("alias");
        }
        String head = (alias ? key + ": " : "") + field.getName() + text + directives();
        GraphQLNamedType target = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
        if (!(target instanceof GraphQLFieldsContainer container)) {
            return head;
        }
        Place below = place.below(key, times(type, field, place, arguments));
        arguments
                .connection()
                .ifPresent(site ->
                        draft.sites.add(new RandomDocument.Site(below.path(), site.connection(), site.orderBy())));
        if (arguments.isPaged() && draft.faulty && draft.chance(0.15)) {
            // Nothing is asked of the database, and what is wrong with the arguments is as wrong as ever.
            return head + " { __typename }";
        }
        if (draft.chance(0.03)) {
            draft.reach("fields merged");
            head = head + " " + selection(container, below, arguments.idType()) + " " + head;
        }
        return head + " " + selection(container, below, arguments.idType(), arguments.pageInfo());
    }

    private static int times(String type, GraphQLFieldDefinition field, Place place, RandomArguments arguments) {
        if (arguments.isPaged()) {
            return arguments.pageSize();
        }
        if (!GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()))) {
            return type.endsWith("Edge") ? place.page() : 1;
        }
        return type.equals("Query") ? 100 : type.endsWith("Connection") ? 1 : 4;
    }

    private String fragment(GraphQLFieldsContainer type, Place place, Optional<String> likely) {
        GraphQLFieldsContainer condition = condition(type, likely);
        boolean aliased =
                place.aliased() || type instanceof GraphQLInterfaceType || condition instanceof GraphQLInterfaceType;
        Place inside = aliased ? place.withAliases() : place;
        String key = condition.getName() + (aliased ? " aliased" : "");
        if (draft.chance(0.5)) {
            draft.reach("inline fragment");
            boolean unconditional = condition.equals(type) && draft.chance(0.5);
            return "..." + (unconditional ? "" : " on " + condition.getName()) + directives() + " "
                    + selection(condition, inside, likely);
        }
        draft.reach("named fragment");
        List<Fragment> known = fragments.getOrDefault(key, List.of()).stream()
                .filter(one -> one.objects() >= place.objects())
                .toList();
        if (!known.isEmpty() && draft.chance(0.5)) {
            draft.reach("named fragment used again");
            return "..." + draft.any(known).name() + directives();
        }
        String name = draft.name("F");
        draft.fragments.add(
                "\nfragment " + name + " on " + condition.getName() + " " + selection(condition, inside, likely));
        fragments.computeIfAbsent(key, missing -> new ArrayList<>()).add(new Fragment(name, place.objects()));
        return "..." + name + directives();
    }

    /** A type that some of this type's objects have: preferably the one that is expected here. */
    private GraphQLFieldsContainer condition(GraphQLFieldsContainer type, Optional<String> likely) {
        List<GraphQLFieldsContainer> conditions = new ArrayList<>();
        conditions.add(type);
        if (type instanceof GraphQLObjectType object) {
            object.getInterfaces().forEach(node -> conditions.add((GraphQLFieldsContainer) node));
            return draft.any(conditions);
        }
        if (likely.isPresent() && draft.chance(0.6)) {
            return (GraphQLFieldsContainer) Objects.requireNonNull(schema.getType(likely.get()));
        }
        conditions.addAll(schema.getImplementations((GraphQLInterfaceType) type));
        conditions.add((GraphQLFieldsContainer) Objects.requireNonNull(schema.getType("Labelled")));
        return draft.any(conditions);
    }

    private String directives() {
        if (draft.chance(0.88)) {
            return "";
        }
        boolean first = draft.random.nextBoolean();
        return directive(first) + (draft.chance(0.2) ? directive(!first) : "");
    }

    private String directive(boolean skip) {
        boolean kept = draft.chance(0.75);
        draft.reach(skip ? "@skip" : "@include");
        GraphQLArgument condition =
                (skip ? schema.getDirective("skip") : schema.getDirective("include")).getArgument("if");
        return (skip ? " @skip(if: " : " @include(if: ")
                + values.given(condition.getType(), skip != kept, draft.random::nextBoolean) + ")";
    }
}
