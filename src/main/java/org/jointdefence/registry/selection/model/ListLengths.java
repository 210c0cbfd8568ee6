package org.jointdefence.registry.selection.model;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.RootField;

/** The maximum lengths of lists without pages, by type and field, as far as entities and enums declare them. */
final class ListLengths {
    /** Rarely is the same entered under more labels than these. */
    private static final int CONFLICTS = 5;

    private final Map<String, Integer> most = new HashMap<>();

    ListLengths(List<Class<?>> entities, Collection<EntityType> entityTypes) {
        entities.forEach(this::readEntity);
        entityTypes.forEach(this::readEntityType);
    }

    OptionalInt of(String type, String field) {
        Integer length = most.get(type + '.' + field);
        return length == null ? OptionalInt.empty() : OptionalInt.of(length);
    }

    private void readEntity(Class<?> entity) {
        RootField root = entity.getAnnotation(RootField.class);
        AtMost all = entity.getAnnotation(AtMost.class);
        if (root != null && root.listed()) {
            if (all == null) {
                throw new IllegalStateException(entity + " is listed but has no maximum length");
            }
            most.put("Query." + root.value(), all.value());
        }
        for (Field field : Entities.shown(entity)) {
            AtMost some = field.getAnnotation(AtMost.class);
            if (some != null) {
                most.put(entity.getSimpleName() + '.' + field.getName(), some.value());
            } else if (Entities.target(field).isEnum()) {
                most.put(entity.getSimpleName() + '.' + field.getName(), values(Entities.target(field)));
            }
            Inverse inverse = field.getAnnotation(Inverse.class);
            if (inverse != null && inverse.atMost() > 0) {
                most.put(Entities.target(field).getSimpleName() + '.' + inverse.value(), inverse.atMost());
            }
        }
    }

    private void readEntityType(EntityType entityType) {
        if (entityType.member(AssociationReader.CONFLICTS) != null) {
            most.put(entityType.name() + '.' + AssociationReader.CONFLICTS, CONFLICTS);
        }
        if (entityType.isRecord()) {
            int classified = (int) entityType.classifications().count();
            for (String field : List.of("withheld", "portions")) {
                most.put(entityType.name() + '.' + field, classified);
                most.merge("Labelled." + field, classified, Math::max);
            }
        }
    }

    private static int values(Class<?> enumeration) {
        return enumeration.getEnumConstants().length;
    }
}
