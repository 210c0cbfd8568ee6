package org.jointdefence.registry.selection.schema;

import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds the types that a client can reach or must supply; the others would only clutter the schema. */
final class ReachableTypes {
    private final Map<String, GraphQLNamedType> candidates = new LinkedHashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Deque<GraphQLSchemaElement> waiting = new ArrayDeque<>();

    private ReachableTypes(Collection<? extends GraphQLType> candidates) {
        candidates.forEach(type -> {
            GraphQLNamedType named = (GraphQLNamedType) type;
            this.candidates.put(named.getName(), named);
        });
    }

    /** The candidates that the root types lead to, in their order. */
    static Set<GraphQLType> of(
            Collection<? extends GraphQLNamedType> roots, Collection<? extends GraphQLType> candidates) {
        ReachableTypes types = new ReachableTypes(candidates);
        types.waiting.addAll(roots);
        types.walk();
        Set<GraphQLType> reachable = new LinkedHashSet<>(types.candidates.values());
        reachable.removeIf(type -> !types.reached.contains(((GraphQLNamedType) type).getName()));
        return reachable;
    }

    private void walk() {
        while (!waiting.isEmpty()) {
            GraphQLSchemaElement element = waiting.remove();
            if (!(element instanceof GraphQLNamedType named)) {
                waiting.addAll(element.getChildren());
            } else if (reached.add(named.getName())) {
                // A reference by name stands for the type of that name.
                waiting.addAll(candidates.getOrDefault(named.getName(), named).getChildren());
                candidates.values().stream()
                        .filter(type -> implementsType(type, named.getName()))
                        .forEach(waiting::add);
            }
        }
    }

    private static boolean implementsType(GraphQLNamedType type, String name) {
        return type instanceof GraphQLImplementingType implementing
                && implementing.getInterfaces().stream()
                        .anyMatch(shared -> shared.getName().equals(name));
    }
}
