package org.jointdefence.registry.selection;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All concepts of the schema, and the root fields that lead to them. */
@Singleton
public class Vocabulary {
    private final Map<String, Concept> concepts;
    private final Set<Class<?>> enums;
    private final ListLengths lengths;
    private final Map<String, QueryField> rootFields = new LinkedHashMap<>();

    /** Reads the catalogue's entities; done once, in a native image while the image is built. */
    @Inject
    public Vocabulary(ConceptCatalogue catalogue) {
        this(catalogue.entities());
    }

    Vocabulary(List<Class<?>> entities) {
        ConceptReader reader = new ConceptReader(entities);
        this.concepts = reader.read();
        this.enums = reader.enums();
        this.lengths = new ListLengths(entities, concepts.values());
        rootFields.put("node", new QueryField.AnyNode());
        for (Concept concept : concepts.values()) {
            Root root = concept.root();
            if (root != null && root.listed()) {
                rootFields.put(root.value(), new QueryField.All(concept));
            } else if (root != null) {
                rootFields.put(root.value(), new QueryField.Page(concept));
                rootFields.put(concept.singular(), new QueryField.One(concept));
            }
        }
    }

    /** How long a list without pages can be; empty for a list of which that is not known. */
    public OptionalInt listLength(String type, String field) {
        return lengths.of(type, field);
    }

    Collection<Concept> concepts() {
        return concepts.values();
    }

    Optional<Concept> concept(String typeName) {
        return Optional.ofNullable(concepts.get(typeName));
    }

    /** The Java enums that the concepts' columns use. */
    Set<Class<?>> enums() {
        return enums;
    }

    Map<String, QueryField> rootFields() {
        return rootFields;
    }

    /** What a root field of that name selects; null for a field of others. */
    @Nullable
    QueryField rootField(String name) {
        return rootFields.get(name);
    }

    /** What a field of the query type selects. */
    sealed interface QueryField {
        /** A connection to all records of a concept. */
        record Page(Concept concept) implements QueryField {}

        /** One record of a concept, by id. */
        record One(Concept concept) implements QueryField {}

        /** The plain list of everything of a concept. */
        record All(Concept concept) implements QueryField {}

        /** One record of whichever concept the id names. */
        record AnyNode() implements QueryField {}
    }
}
