package org.jointdefence.registry.abuse;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Long valid documents that select as many different fields as possible, through all connections and back. */
final class WideDocuments {

    private static final int DEPTH = 8;

    private final GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(Path.of("schema.graphql").toFile()));

    /** A selection of about this number of characters; {@code page} returns the size of its n-th page. */
    String selection(long seed, int characters, IntFunction<String> page) {
        Writing writing = new Writing(new Random(seed), characters, page);
        GraphQLObjectType root = schema.getQueryType();
        StringBuilder out = writing.out;
        for (int i = 0; out.length() < characters && i < 15; i++) {
            List<GraphQLFieldDefinition> roots = root.getFieldDefinitions().stream()
                    .filter(field -> field.getArgument("first") != null)
                    .filter(field -> !field.getName().equals("disclosures"))
                    .toList();
            GraphQLFieldDefinition field = roots.get(writing.random.nextInt(roots.size()));
            out.append("r").append(i).append(": ");
            writing.field(field, DEPTH);
        }
        return out.toString();
    }

    private static final class Writing {
        private final Random random;
        private final int most;
        private final IntFunction<String> page;
        private final StringBuilder out = new StringBuilder();
        private int pages;

        Writing(Random random, int most, IntFunction<String> page) {
            this.random = random;
            this.most = most;
            this.page = page;
        }

        private void field(GraphQLFieldDefinition field, int depth) {
            out.append(field.getName());
            if (field.getArgument("first") != null) {
                out.append("(first: ").append(page.apply(pages++)).append(')');
            }
            GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
            if (type instanceof GraphQLFieldsContainer container) {
                out.append(" { __typename ");
                select(container, depth);
                out.append("} ");
            } else {
                out.append(' ');
            }
        }

        private void select(GraphQLFieldsContainer type, int depth) {
            List<GraphQLFieldDefinition> fields = new ArrayList<>(type.getFieldDefinitions());
            Collections.shuffle(fields, random);
            for (GraphQLFieldDefinition field : fields) {
                boolean leaf = !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer);
                boolean asked = field.getArguments().stream()
                        .noneMatch(argument -> GraphQLTypeUtil.isNonNull(argument.getType()));
                if (out.length() < most && asked && (leaf || depth > 0)) {
                    field(field, depth - 1);
                }
            }
        }
    }
}
