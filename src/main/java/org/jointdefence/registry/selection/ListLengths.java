package org.jointdefence.registry.selection;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** How long the lists without pages can be, by type and field, as far as entities and enums tell. */
final class ListLengths {
    private final Map<String, Integer> most = new HashMap<>();

    ListLengths(List<Class<?>> entities, Collection<Concept> concepts) {
        entities.forEach(this::readEntity);
        concepts.forEach(this::readConcept);
    }

    OptionalInt of(String type, String field) {
        Integer length = most.get(type + '.' + field);
        return length == null ? OptionalInt.empty() : OptionalInt.of(length);
    }

    private void readEntity(Class<?> entity) {
        Root root = entity.getAnnotation(Root.class);
        AtMost all = entity.getAnnotation(AtMost.class);
        if (root != null && root.listed()) {
            if (all == null) {
                throw new IllegalStateException(entity + " is listed and does not say how many there are");
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

    private void readConcept(Concept concept) {
        if (concept.isRecord()) {
            int classified = (int) concept.classifications().count();
            for (String field : List.of("withheld", "portions")) {
                most.put(concept.name() + '.' + field, classified);
                most.merge("Labelled." + field, classified, Math::max);
            }
        }
    }

    private static int values(Class<?> enumeration) {
        return enumeration.getEnumConstants().length;
    }
}
