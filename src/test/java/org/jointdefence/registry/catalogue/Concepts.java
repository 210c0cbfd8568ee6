package org.jointdefence.registry.catalogue;

import org.jointdefence.registry.selection.model.EntityCatalogue;

/** The entity types, for tests that run outside the service. */
public final class Concepts {

    /** The same catalogue as in the service. */
    public static final EntityCatalogue CATALOGUE = new RegistryEntities();

    private Concepts() {}
}
