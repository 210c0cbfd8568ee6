package org.jointdefence.registry.clearance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller of a request: identity, roles and clearance.
 *
 * @param issuer the issuer of the token; null, like the subject, for a caller without a token
 * @param clearance the effective clearance, which is lower than the token's when the login was too weak for it
 * @param auditedNations the nations whose log of readings the caller may see, ISO 3166-1 alpha-2
 * @param stepUp the login that the token's full clearance requires; null when the login suffices
 * @param roles the roles found in the token
 */
public record Caller(
        @Nullable String issuer,
        @Nullable String subject,
        Set<Role> functions,
        Clearance clearance,
        Set<String> auditedNations,
        @Nullable StepUp stepUp,
        TokenRoles roles) {

    /** A caller without a token. */
    public static final Caller ANONYMOUS = new Caller(null, null, Set.of(), Clearance.PUBLIC);

    public Caller {
        functions = Set.copyOf(functions);
        auditedNations = Set.copyOf(auditedNations);
    }

    /** A caller whose login suffices. */
    public Caller(
            @Nullable String issuer,
            @Nullable String subject,
            Set<Role> functions,
            Clearance clearance,
            Set<String> auditedNations) {
        this(issuer, subject, functions, clearance, auditedNations, null, TokenRoles.NONE);
    }

    /** A caller who audits nothing and whose login suffices. */
    public Caller(@Nullable String issuer, @Nullable String subject, Set<Role> functions, Clearance clearance) {
        this(issuer, subject, functions, clearance, Set.of());
    }

    /** The same caller with the clearance lowered to {@code less}. */
    Caller cappedTo(Clearance less, StepUp needed) {
        return new Caller(issuer, subject, functions, less, auditedNations, needed, roles);
    }

    /** Whether the caller came without a token. */
    public boolean anonymous() {
        return subject == null;
    }

    /** Whether the log records this caller's reads: true for all callers who can read more than the public record. */
    public boolean isRecorded() {
        return clearance.level() != null || !auditedNations.isEmpty();
    }

    /** Whether the caller has this role. */
    public boolean has(Role function) {
        return functions.contains(function);
    }
}
