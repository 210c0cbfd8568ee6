package org.jointdefence.registry.clearance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as it matters here.
 *
 * @param issuer who vouches for the subject; null, like the subject, for a caller without a token
 */
public record Caller(@Nullable String issuer, @Nullable String subject, Set<Function> functions, Clearance clearance) {

    /** A caller without a token. */
    public static final Caller ANONYMOUS = new Caller(null, null, Set.of(), Clearance.PUBLIC);

    public Caller {
        functions = Set.copyOf(functions);
    }

    /** Whether the caller came without a token. */
    public boolean anonymous() {
        return subject == null;
    }

    /** Whether the caller has this function. */
    public boolean has(Function function) {
        return functions.contains(function);
    }
}
