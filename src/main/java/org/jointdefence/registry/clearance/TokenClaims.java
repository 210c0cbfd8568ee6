package org.jointdefence.registry.clearance;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about its bearer, gathered before it is judged. One value that is not understood makes
 * the whole clearance void, because it may have been meant to restrict.
 */
final class TokenClaims {

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

    /** Roles other than ours are ignored: identity providers send some of their own. */
    TokenClaims role(String role) {
        if (role.startsWith("{") || role.startsWith("[")) {
            // The framework makes roles of the words of whatever JSON stands where they are expected.
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

    /** The least that the token can mean. */
    Clearance clearance() {
        if (!understood || nations.size() != 1) {
            return Clearance.PUBLIC;
        }
        String nation = nations.iterator().next();
        @Nullable
        ClearanceLevel level = levels.stream().min(Comparator.naturalOrder()).orElse(null);
        return level == null ? new Clearance(null, nation, Set.of()) : new Clearance(level, nation, compartments);
    }

    /** Why the token is worth less than it may have been meant to be; null when nothing is wrong with it. */
    @Nullable
    String warning() {
        if (!understood) {
            return "The token names a clearance, a nation or a compartment that the registry does not know: none counts.";
        }
        if (nations.size() > 1) {
            return "The token names more than one nation: its clearance does not count.";
        }
        if (nations.isEmpty() && !(levels.isEmpty() && compartments.isEmpty())) {
            return "The token names a clearance, but not the nation that gave it: it does not count.";
        }
        if (levels.isEmpty() && !compartments.isEmpty()) {
            return "The token names a compartment, but no clearance: it does not count.";
        }
        if (nations.isEmpty() && functions.contains(Role.AUDITOR)) {
            return "The token names the role auditor, but no nation: there is no log to be seen.";
        }
        if (nations.isEmpty() && functions.isEmpty()) {
            return "The token names no role that the registry knows: it is worth the public record and nothing else.";
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
