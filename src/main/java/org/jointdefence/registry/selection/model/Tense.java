package org.jointdefence.registry.selection.model;

import jakarta.persistence.Table;

import static org.jointdefence.registry.selection.model.EntityType.LABEL;

/** Whether records are read as they stand, or as they stood at an instant; for the latter there are views of their own. */
public enum Tense {
    PRESENT(""),
    PAST("_as_of");

    private static final String SCHEMA = "registry.";

    private final String suffix;

    Tense(String suffix) {
        this.suffix = suffix;
    }

    /** The view of an entity. Reference data has no past. */
    String view(Class<?> entity) {
        String view = SCHEMA + entity.getAnnotation(Table.class).name();
        return Entities.fields(entity).stream()
                        .anyMatch(field -> field.getName().equals(LABEL))
                ? view + suffix
                : view;
    }

    /** The view of a link. */
    String link(String name) {
        return SCHEMA + name + suffix;
    }

    /** The view with rows that belong to the records of an entity. */
    String child(Class<?> entity, String name) {
        return SCHEMA + entity.getAnnotation(Table.class).name() + "_" + name + suffix;
    }
}
