package org.jointdefence.registry.catalogue;

import org.jointdefence.registry.selection.ConceptCatalogue;

/** The concepts for tests that run beside the service and not in it. */
public final class Concepts {

    /** As the service has them. */
    public static final ConceptCatalogue CATALOGUE = new RegistryConcepts();

    private Concepts() {}
}
