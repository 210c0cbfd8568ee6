package org.jointdefence.registry.selection;

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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What entities say of the lengths of their lists is true of what the registry holds. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListLengthsTest {

    @Inject
    Vocabulary vocabulary;

    @Inject
    GraphQLSchema schema;

    @Test
    void every_list_of_records_says_how_long_it_is() {
        for (Concept concept : vocabulary.concepts()) {
            concept.associations()
                    .filter(association -> association.shape() == Member.Association.Shape.LIST)
                    .forEach(association -> assertThat(vocabulary.listLength(concept.name(), association.name()))
                            .as("%s.%s", concept.name(), association.name())
                            .isPresent());
        }
    }

    @Test
    void no_list_is_longer_than_it_says() {
        Persona reader = Persona.named("lt-top-secret");
        for (Concept concept : vocabulary.concepts()) {
            Root root = concept.root();
            if (root == null) {
                continue;
            }
            for (GraphQLFieldDefinition field :
                    schema.getObjectType(concept.name()).getFieldDefinitions()) {
                if (isList(field.getType()) && field.getArguments().isEmpty()) {
                    String selected = field.getName()
                            + (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType
                                    ? " { __typename }"
                                    : "");
                    String all = root.listed() ? selected : "nodes { " + selected + " }";
                    int most = vocabulary
                            .listLength(concept.name(), field.getName())
                            .orElse(10);
                    lists(reader, root.value() + " { " + all + " }", field.getName())
                            .forEach(list -> assertThat(list)
                                    .as("%s.%s", concept.name(), field.getName())
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
                        .hasSize(vocabulary.listLength("Query", "countries").orElseThrow()));
        assertThat(lists(Persona.named("lt-top-secret"), "classificationLevels { code }", "classificationLevels"))
                .singleElement()
                .satisfies(list -> assertThat(list)
                        .hasSizeLessThanOrEqualTo(vocabulary
                                .listLength("Query", "classificationLevels")
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
