package org.jointdefence.registry.http;

import graphql.Scalars;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes Int and Float what the GraphQL specification says they are: SmallRye's own take texts for numbers and cut off
 * what does not fit. This happens before it makes the schema, in a native image while the image is built.
 */
@Singleton
class StandardScalars {

    void register(@Observes @Initialized(ApplicationScoped.class) Object start) {
        for (Class<?> type : List.of(int.class, Integer.class, short.class, Short.class, byte.class, Byte.class)) {
            GraphQLScalarTypes.registerCustomScalar("Int", type.getName(), Scalars.GraphQLInt);
        }
        for (Class<?> type : List.of(double.class, Double.class, float.class, Float.class)) {
            GraphQLScalarTypes.registerCustomScalar("Float", type.getName(), Scalars.GraphQLFloat);
        }
    }
}
