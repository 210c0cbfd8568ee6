package org.jointdefence.registry.selection.model;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jointdefence.registry.mapping.RootField;
import org.jspecify.annotations.Nullable;

/** All concepts of the schema, and the root fields that lead to them. */
@Singleton
public class SchemaModel {
    private final Map<String, EntityType> entityTypes;
    private final Set<Class<?>> enums;
    private final ListLengths lengths;
    private final Map<String, QueryField> rootFields = new LinkedHashMap<>();

    /** Reads the catalogue's entities; done once, in a native image while the image is built. */
    @Inject
    public SchemaModel(EntityCatalogue catalogue) {
        this(catalogue.entities());
    }

    SchemaModel(List<Class<?>> entities) {
        EntityReader reader = new EntityReader(entities);
        this.entityTypes = reader.read();
        this.enums = reader.enums();
        this.lengths = new ListLengths(entities, entityTypes.values());
        rootFields.put("node", new QueryField.AnyNode());
        for (EntityType entityType : entityTypes.values()) {
            RootField root = entityType.root();
            if (root != null && root.listed()) {
                rootFields.put(root.value(), new QueryField.All(entityType));
            } else if (root != null) {
                rootFields.put(root.value(), new QueryField.Page(entityType));
                rootFields.put(entityType.singular(), new QueryField.One(entityType));
            }
        }
    }

    /** How long a list without pages can be; empty for a list of which that is not known. */
    public OptionalInt listLength(String type, String field) {
        return lengths.of(type, field);
    }

    public Collection<EntityType> entityTypes() {
        return entityTypes.values();
    }

    public Optional<EntityType> entityType(String typeName) {
        return Optional.ofNullable(entityTypes.get(typeName));
    }

    /** The Java enums that the concepts' columns use. */
    public Set<Class<?>> enums() {
        return enums;
    }

    public Map<String, QueryField> rootFields() {
        return rootFields;
    }

    /** What a root field of that name selects; null for a field of others. */
    @Nullable
    public QueryField rootField(String name) {
        return rootFields.get(name);
    }

    /** What a field of the query type selects. */
    public sealed interface QueryField {
        /** A connection to all records of a concept. */
        record Page(EntityType entityType) implements QueryField {}

        /** One record of a concept, by id. */
        record One(EntityType entityType) implements QueryField {}

        /** The plain list of everything of a concept. */
        record All(EntityType entityType) implements QueryField {}

        /** One record of whichever concept the id names. */
        record AnyNode() implements QueryField {}
    }
}
