package org.jointdefence.registry.request.cost;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLNamedType;
import java.util.Map;

/** Typical sizes of scalar and enum values, in bytes of JSON. */
final class LeafSizes {

    private static final int TEXT = 48;
    private static final int QUOTES = 2;

    private static final Map<String, Integer> BY_TYPE = Map.of(
            "Boolean",
            5,
            "Int",
            6,
            "Float",
            16,
            "ID",
            70,
            "Decimal",
            16,
            "Date",
            12,
            "PartialDate",
            12,
            "DateTime",
            29,
            "Fraction",
            8,
            "JSON",
            200);

    private static final Map<String, Integer> BY_FIELD =
            Map.of("__typename", 24, "version", 46, "cursor", 160, "startCursor", 160, "endCursor", 160);

    private LeafSizes() {}

    static int of(String field, GraphQLNamedType type) {
        if (type instanceof GraphQLEnumType enumeration) {
            return QUOTES
                    + enumeration.getValues().stream()
                            .map(GraphQLEnumValueDefinition::getName)
                            .mapToInt(String::length)
                            .max()
                            .orElse(0);
        }
        Integer known = BY_FIELD.get(field);
        return known != null ? known : BY_TYPE.getOrDefault(type.getName(), TEXT);
    }
}
