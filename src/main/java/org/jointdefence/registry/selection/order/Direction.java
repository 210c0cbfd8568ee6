package org.jointdefence.registry.selection.order;

import graphql.schema.GraphQLEnumType;

/** The direction of an order. */
public enum Direction {
    ASC,
    DESC;

    Direction reversed() {
        return this == ASC ? DESC : ASC;
    }

    /** The schema's enum, whose values are these. */
    public static GraphQLEnumType type() {
        return GraphQLEnumType.newEnum()
                .name("Direction")
                .description("The direction of an order.")
                .value("ASC", ASC, "From the least to the greatest.")
                .value("DESC", DESC, "From the greatest to the least.")
                .build();
    }
}
