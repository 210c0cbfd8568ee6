package org.jointdefence.registry.write;

/**
 * Something in an accepted input that is probably a mistake: a record so written is hardly ever found again.
 *
 * @param path the path into the input
 * @param message what may be wrong
 */
record InputWarning(String path, String message) {
    /** The name of its type. */
    static final String TYPE = "InputWarning";

    /** The field of a result with the warnings. */
    static final String FIELD = "warnings";
}
