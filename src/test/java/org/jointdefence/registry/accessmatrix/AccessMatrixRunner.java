package org.jointdefence.registry.accessmatrix;

import java.util.List;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.catalogue.Concepts;

/** The access matrix on a running service, wherever that and its callers' tokens come from. */
public abstract class AccessMatrixRunner {

    public static List<String> personas() {
        return AccessMatrix.read().personas();
    }

    /** Who asks: with tokens of the embedded server, unless it is said otherwise. */
    protected Persona persona(String name) {
        return Persona.named(name);
    }

    final PersonaClient personaClient(String persona) {
        return new PersonaClient(
                persona(persona), new ExpectedAccess(AccessMatrix.read(), Shape.of(Concepts.CATALOGUE), persona));
    }
}
