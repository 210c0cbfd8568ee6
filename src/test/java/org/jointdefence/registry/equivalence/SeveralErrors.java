package org.jointdefence.registry.equivalence;

import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.error.ClientError;

/** All that is wrong with the values in one root field. */
public final class SeveralErrors extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<ClientError> refusals = new ArrayList<>();

    /** Goes on after a check that refuses. */
    public void check(Runnable check) {
        try {
            check.run();
        } catch (ClientError refusal) {
            refusals.add(refusal);
        }
    }

    public void throwIfAny() {
        if (!refusals.isEmpty()) {
            throw this;
        }
    }

    List<ClientError> refusals() {
        return refusals;
    }
}
