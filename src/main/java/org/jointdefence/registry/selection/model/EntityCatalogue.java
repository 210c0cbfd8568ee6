package org.jointdefence.registry.selection.model;

import java.util.List;

/** Lists the entities of the schema. */
public interface EntityCatalogue {
    /** The entity classes; each is the only definition of its entity type. */
    List<Class<?>> entities();
}
