package org.jointdefence.registry.clearance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles of a caller: what they may do, apart from what they may see. */
public enum Role {
    REGISTRAR,
    ORIGINATOR,
    APPROVER,
    SECURITY_OFFICER,
    AUDITOR;

    /** The role as written in tokens: {@code security-officer}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> of(String token) {
        return Arrays.stream(values())
                .filter(function -> function.token().equals(token))
                .findFirst();
    }
}
