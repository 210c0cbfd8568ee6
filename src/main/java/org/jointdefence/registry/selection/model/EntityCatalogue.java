package org.jointdefence.registry.selection.model;

import java.util.List;

/** Names the entities that the schema shows. */
public interface EntityCatalogue {
    /** The entity classes; each is the one definition of a concept. */
    List<Class<?>> entities();
}
