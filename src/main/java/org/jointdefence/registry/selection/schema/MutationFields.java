package org.jointdefence.registry.selection.schema;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLType;
import java.util.List;

/** The fields of the mutation type, from a package above the engine. */
public interface MutationFields {
    /** The fields, with types by name. */
    List<GraphQLFieldDefinition> fields();

    /** The types that the fields need and no query does. */
    List<GraphQLType> types();

    /** Fetches the value of each of the fields. */
    DataFetcher<?> fetcher();
}
