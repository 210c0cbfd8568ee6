package org.jointdefence.registry.clearance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as it matters here.
 *
 * @param issuer who vouches for the subject; null, like the subject, for a caller without a token
 * @param clearance what counts, which is less than the token names when the login was too weak for it
 * @param auditedNations the nations whose log of readings the caller may see, ISO 3166-1 alpha-2
 * @param stepUp what the login would have to be like for all that the token names; null when it is
 * @param roles what the token's roles looked like
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

    /** A caller whose login is good enough. */
    public Caller(
            @Nullable String issuer,
            @Nullable String subject,
            Set<Role> functions,
            Clearance clearance,
            Set<String> auditedNations) {
        this(issuer, subject, functions, clearance, auditedNations, null, TokenRoles.NONE);
    }

    /** A caller who audits nothing and whose login is good enough. */
    public Caller(@Nullable String issuer, @Nullable String subject, Set<Role> functions, Clearance clearance) {
        this(issuer, subject, functions, clearance, Set.of());
    }

    /** The same caller with a login that is worth no more than this. */
    Caller cappedTo(Clearance less, StepUp needed) {
        return new Caller(issuer, subject, functions, less, auditedNations, needed, roles);
    }

    /** Whether the caller came without a token. */
    public boolean anonymous() {
        return subject == null;
    }

    /** Whether the caller can read anything that the log must know of: everybody but those who enter as the public. */
    public boolean isRecorded() {
        return clearance.level() != null || !auditedNations.isEmpty();
    }

    /** Whether the caller has this function. */
    public boolean has(Role function) {
        return functions.contains(function);
    }
}
