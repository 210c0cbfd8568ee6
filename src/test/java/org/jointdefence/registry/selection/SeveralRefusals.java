package org.jointdefence.registry.selection;

import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.Refusal;

/** All that is wrong with the values in one root field. */
final class SeveralRefusals extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals = new ArrayList<>();

    /** Goes on after a check that refuses. */
    void check(Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            refusals.add(refusal);
        }
    }

    void throwIfAny() {
        if (!refusals.isEmpty()) {
            throw this;
        }
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
