package org.jointdefence.registry.write.model;

/**
 * Something in an accepted input that is probably a mistake: because a search would miss it.
 *
 * @param path the path into the input
 * @param message what may be wrong
 */
public record InputWarning(String path, String message) {
    /** The name of its type. */
    public static final String TYPE = "InputWarning";

    /** The field of a result with the warnings. */
    public static final String FIELD = "warnings";
}
