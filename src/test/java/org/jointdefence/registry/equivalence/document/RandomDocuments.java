package org.jointdefence.registry.equivalence.document;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes valid query documents at random that reach whatever the schema has, seldom reached parts first. What it asks
 * with comes from a {@link SeenValues} of earlier answers, so that filters find something and cursors point somewhere.
 *
 * <p>The same seed, with the same answers harvested, makes the same documents.
 */
public final class RandomDocuments {
    private final GraphQLSchema schema;
    private final Random random;
    private final SeenValues harvest;
    private final Coverage coverage;

    /** Makes documents for a schema that {@code coverage} was made of. */
    public RandomDocuments(GraphQLSchema schema, Random random, SeenValues harvest, Coverage coverage) {
        this.schema = schema;
        this.random = random;
        this.harvest = harvest;
        this.coverage = coverage;
    }

    /**
     * The next document, several times with other variables.
     *
     * @param caller whose cursors it can go on from
     * @param unasked the fields of the query type that it has not
     */
    public List<RandomDocument> next(String caller, Set<String> unasked) {
        DocumentBuilder draft = new DocumentBuilder(random, harvest, coverage, caller);
        RandomSelections selections = new RandomSelections(schema, draft);
        List<String> roots = new ArrayList<>();
        for (int i = draft.chance(0.75) ? 1 : 2; i > 0; i--) {
            GraphQLFieldDefinition root = draft.seldom(
                    schema.getQueryType().getFieldDefinitions().stream()
                            .filter(field -> !unasked.contains(field.getName()))
                            .toList(),
                    field -> "Query." + field.getName(),
                    RandomSelections::leadsTo);
            roots.add(selections.rootField(root));
        }
        if (draft.chance(0.05)) {
            roots.add(draft.random.nextBoolean() ? "__typename" : "__schema { queryType { name } }");
        }
        String name = draft.chance(0.5) ? null : "Main";
        @Nullable String other = name != null && draft.chance(0.2) ? "query Other { __typename }" : null;
        String variables = draft.definitions.isEmpty() ? "" : "(" + String.join(", ", draft.definitions) + ")";
        String text =
                (name == null && variables.isEmpty() ? "" : "query " + (name == null ? "" : name) + variables + " ")
                        + "{ " + String.join(" ", roots) + " }"
                        + String.join("", draft.fragments)
                        + (other == null ? "" : "\n" + other);
        draft.reach("type Query");
        List<RandomDocument> documents = new ArrayList<>();
        documents.add(draft.document(text, other == null ? null : name));
        for (int i = draft.definitions.isEmpty() ? 0 : 1; i > 0; i--) {
            draft.giveAgain();
            documents.add(draft.document(text, other == null ? null : name));
        }
        return documents;
    }
}
