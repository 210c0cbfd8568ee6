package org.jointdefence.registry.equivalence;

import java.util.List;
import java.util.Set;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jointdefence.registry.clearance.Role;

/** Callers whose views of the registry differ. */
final class Personas {
    private static final String ISSUER = "https://issuer.example";

    static final List<Caller> ALL = List.of(
            Caller.ANONYMOUS,
            cleared("lt-confidential", ClearanceLevel.CONFIDENTIAL, "LT", Set.of()),
            cleared("lt-secret", ClearanceLevel.SECRET, "LT", Set.of()),
            cleared("lt-top-secret", ClearanceLevel.TOP_SECRET, "LT", Set.of("AMBER")),
            cleared("ua-secret", ClearanceLevel.SECRET, "UA", Set.of()),
            new Caller(ISSUER, "auditor", Set.of(Role.AUDITOR), new Clearance(null, "LT", Set.of())));

    private Personas() {}

    private static Caller cleared(String subject, ClearanceLevel level, String nation, Set<String> compartments) {
        return new Caller(ISSUER, subject, Set.of(), new Clearance(level, nation, compartments));
    }

    static String name(Caller caller) {
        return String.valueOf(caller.subject());
    }
}
