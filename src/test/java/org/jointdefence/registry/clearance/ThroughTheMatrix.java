package org.jointdefence.registry.clearance;

import java.util.List;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.catalogue.Concepts;

/** The access matrix on a running service, wherever that and its callers' tokens come from. */
abstract class ThroughTheMatrix {

    static List<String> personas() {
        return AccessMatrix.read().personas();
    }

    /** Who asks: with tokens of the embedded server, unless it is said otherwise. */
    Persona persona(String name) {
        return Persona.named(name);
    }

    final Onlooker onlooker(String persona) {
        return new Onlooker(persona(persona), new Sight(AccessMatrix.read(), Shape.of(Concepts.CATALOGUE), persona));
    }
}
