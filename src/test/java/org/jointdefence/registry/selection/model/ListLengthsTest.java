package org.jointdefence.registry.selection.model;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.mapping.RootField;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The lists in the registry are not longer than the maximum lengths that the entities declare. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListLengthsTest {

    @Inject
    SchemaModel model;

    @Inject
    GraphQLSchema schema;

    @Test
    void every_list_of_records_says_how_long_it_is() {
        for (EntityType entityType : model.entityTypes()) {
            entityType
                    .associations()
                    .filter(association -> association.shape() == Attribute.Association.Shape.LIST)
                    .forEach(association -> assertThat(model.listLength(entityType.name(), association.name()))
                            .as("%s.%s", entityType.name(), association.name())
                            .isPresent());
        }
    }

    @Test
    void no_list_is_longer_than_it_says() {
        Persona reader = Persona.named("lt-top-secret");
        for (EntityType entityType : model.entityTypes()) {
            RootField root = entityType.root();
            if (root == null) {
                continue;
            }
            for (GraphQLFieldDefinition field :
                    schema.getObjectType(entityType.name()).getFieldDefinitions()) {
                if (isList(field.getType()) && field.getArguments().isEmpty()) {
                    String selected = field.getName()
                            + (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType
                                    ? " { __typename }"
                                    : "");
                    String all = root.listed() ? selected : "nodes { " + selected + " }";
                    int most =
                            model.listLength(entityType.name(), field.getName()).orElse(10);
                    lists(reader, root.value() + " { " + all + " }", field.getName())
                            .forEach(list -> assertThat(list)
                                    .as("%s.%s", entityType.name(), field.getName())
                                    .hasSizeLessThanOrEqualTo(most));
                }
            }
        }
    }

    @Test
    void the_lists_at_the_root_are_as_long_as_they_say() {
        assertThat(lists(Persona.named("lt-top-secret"), "countries { alpha2 }", "countries"))
                .singleElement()
                .satisfies(list -> assertThat(list)
                        .hasSize(model.listLength("Query", "countries").orElseThrow()));
        assertThat(lists(Persona.named("lt-top-secret"), "classificationLevels { code }", "classificationLevels"))
                .singleElement()
                .satisfies(list -> assertThat(list)
                        .hasSizeLessThanOrEqualTo(model.listLength("Query", "classificationLevels")
                                .orElseThrow()));
    }

    private static List<List<?>> lists(Persona reader, String selection, String name) {
        return new GraphQLDocument("{ " + selection + " }")
                .sentBy(reader, Map.of()).data().findValues(name).stream()
                        .<List<?>>map(node -> node.valueStream().toList())
                        .toList();
    }

    private static boolean isList(GraphQLOutputType type) {
        return (type instanceof GraphQLNonNull nonNull ? nonNull.getWrappedType() : type) instanceof GraphQLList;
    }
}
