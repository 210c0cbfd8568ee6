package org.jointdefence.registry.selection;

import org.jointdefence.registry.Refusal;

/** Where the value of a statement's parameter comes from when a plan is run once more with other arguments. */
@FunctionalInterface
interface Parameter {
    /** The value of a parameter that is NULL. */
    Object ABSENT = new Object();

    /**
     * The value: a string, an array of strings, or {@link #ABSENT}.
     *
     * @throws Refusal if the caller's input is not one that this parameter can take
     */
    Object value(Binding binding);
}
