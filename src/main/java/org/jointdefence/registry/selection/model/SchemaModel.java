package org.jointdefence.registry.selection.model;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jointdefence.registry.mapping.RootField;
import org.jspecify.annotations.Nullable;

/** All entity types of the schema, and their root fields. */
@Singleton
public class SchemaModel {
    private final Map<String, EntityType> entityTypes;
    private final Set<Class<?>> enums;
    private final ListLengths lengths;
    private final Map<String, QueryField> rootFields = new LinkedHashMap<>();
    private final Map<String, EntityType> past;

    /** Reads the entities of the catalogue, once; in a native image, at build time. */
    @Inject
    SchemaModel(EntityCatalogue catalogue) {
        this(catalogue.entities());
    }

    SchemaModel(List<Class<?>> entities) {
        EntityReader reader = new EntityReader(entities, Tense.PRESENT);
        this.entityTypes = reader.read();
        this.enums = reader.enums();
        this.lengths = new ListLengths(entities, entityTypes.values());
        this.past = new EntityReader(entities, Tense.PAST).read();
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

    /** The maximum length of a list without pages; empty if unknown. */
    public OptionalInt listLength(String type, String field) {
        return lengths.of(type, field);
    }

    public Collection<EntityType> entityTypes() {
        return entityTypes.values();
    }

    public Optional<EntityType> entityType(String typeName) {
        return Optional.ofNullable(entityTypes.get(typeName));
    }

    /** The same entity type, with the views of its records as they stood. */
    public EntityType past(EntityType entityType) {
        return Objects.requireNonNull(past.get(entityType.name()));
    }

    /** The Java enums of all columns. */
    public Set<Class<?>> enums() {
        return enums;
    }

    public Map<String, QueryField> rootFields() {
        return rootFields;
    }

    /** The selection of a root field; null if this model does not define the field. */
    @Nullable
    public QueryField rootField(String name) {
        return rootFields.get(name);
    }

    /** The selection of a field of the query type. */
    public sealed interface QueryField {
        /** A connection of all records of an entity type. */
        record Page(EntityType entityType) implements QueryField {}

        /** A single record of an entity type, by id. */
        record One(EntityType entityType) implements QueryField {}

        /** The plain list of all objects of an entity type. */
        record All(EntityType entityType) implements QueryField {}

        /** A single record by id, of the entity type in the id. */
        record AnyNode() implements QueryField {}
    }
}
