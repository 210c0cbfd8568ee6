package org.jointdefence.registry.selection.schema;

import graphql.schema.GraphQLEnumType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;

/** Creates the enums of the schema from the Java enums in entities; their internal values are the names. */
final class Enumerations {
    private Enumerations() {}

    static List<GraphQLEnumType> of(Set<Class<?>> enums) {
        return enums.stream().map(Enumerations::type).toList();
    }

    private static GraphQLEnumType type(Class<?> type) {
        GraphQLEnumType.Builder builder =
                GraphQLEnumType.newEnum().name(type.getSimpleName()).description(description(type));
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            try {
                builder.value(name, name, description(type.getField(name)));
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
        return builder.build();
    }

    private static String description(java.lang.reflect.AnnotatedElement element) {
        Description description = element.getAnnotation(Description.class);
        if (description == null) {
            throw new IllegalStateException(element + " has no description");
        }
        return description.value();
    }
}
