package org.jointdefence.registry.clearance;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the claims of a token before it evaluates them. A single unknown value voids the whole clearance, because it
 * may have been meant as a restriction.
 */
final class TokenClaims {

    /** Two capital letters each. Their form is also fixed in V18 {@code reading_digest} and in {@code ChainHead}. */
    private static final Set<String> NATIONS = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final Set<String> knownCompartments;
    private final Set<ClearanceLevel> levels = new HashSet<>();
    private final Set<String> nations = new HashSet<>();
    private final Set<String> compartments = new HashSet<>();
    private final Set<Role> functions = new HashSet<>();
    private boolean understood = true;

    TokenClaims(Set<String> knownCompartments) {
        this.knownCompartments = knownCompartments;
    }

    /** Unknown roles are ignored: identity providers add roles of their own. */
    TokenClaims role(String role) {
        if (role.startsWith("{") || role.startsWith("[")) {
            // If the claim holds JSON instead of roles, the framework makes a role of each word in it.
            misunderstood();
        }
        int colon = role.indexOf(':');
        String value = role.substring(colon + 1);
        switch (role.substring(0, colon + 1)) {
            case "clearance:" -> level(value);
            case "nation:" -> nation(value);
            case "compartment:" -> compartment(value);
            case "" -> Role.of(role).ifPresent(functions::add);
            default -> {}
        }
        return this;
    }

    void level(String token) {
        Optional<ClearanceLevel> level = ClearanceLevel.of(token);
        level.ifPresentOrElse(levels::add, this::misunderstood);
    }

    void nation(String code) {
        accept(code, NATIONS, nations);
    }

    void compartment(String code) {
        accept(code, knownCompartments, compartments);
    }

    void misunderstood() {
        understood = false;
    }

    Set<Role> functions() {
        return functions;
    }

    /** The lowest clearance that the claims allow. */
    Clearance clearance() {
        if (!understood || nations.size() != 1) {
            return Clearance.PUBLIC;
        }
        String nation = nations.iterator().next();
        @Nullable
        ClearanceLevel level = levels.stream().min(Comparator.naturalOrder()).orElse(null);
        return level == null ? new Clearance(null, nation, Set.of()) : new Clearance(level, nation, compartments);
    }

    /** Why part of the token is ignored; null when nothing is wrong with it. */
    @Nullable
    String warning() {
        if (!understood) {
            return "The token has a clearance, nation or compartment that the registry does not know; all of them are ignored.";
        }
        if (nations.size() > 1) {
            return "The token has more than one nation; its clearance is ignored.";
        }
        if (nations.isEmpty() && !(levels.isEmpty() && compartments.isEmpty())) {
            return "The token has a clearance but no nation; the clearance is ignored.";
        }
        if (levels.isEmpty() && !compartments.isEmpty()) {
            return "The token has a compartment but no clearance; the compartment is ignored.";
        }
        if (nations.isEmpty() && functions.contains(Role.AUDITOR)) {
            return "The token has the role auditor but no nation; it gives access to no log.";
        }
        if (nations.isEmpty() && functions.isEmpty()) {
            return "The token has no role that the registry knows; it gives access to the public record only.";
        }
        return null;
    }

    private void accept(String value, Set<String> known, Set<String> accepted) {
        if (known.contains(value)) {
            accepted.add(value);
        } else {
            misunderstood();
        }
    }
}
