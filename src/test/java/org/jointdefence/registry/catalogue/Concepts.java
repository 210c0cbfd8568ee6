package org.jointdefence.registry.catalogue;

import org.jointdefence.registry.selection.model.EntityCatalogue;

/** The concepts for tests that run beside the service and not in it. */
public final class Concepts {

    /** As the service has them. */
    public static final EntityCatalogue CATALOGUE = new RegistryEntities();

    private Concepts() {}
}
