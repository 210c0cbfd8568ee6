package org.jointdefence.registry.write;

/** The names of what all inputs have in common. */
final class InputNames {
    /** The only argument of a mutation. */
    static final String INPUT = "input";

    static final String ID = "id";
    static final String VERSION = "version";
    static final String REASON = "reason";
    static final String LABEL = "label";
    static final String VALUE = "value";
    static final String CLASSIFICATION = "classification";
    static final String RELEASABLE_TO = "releasableTo";
    static final String SPECIAL_HANDLING = "specialHandling";

    private InputNames() {}

    /** The field of an update that adds parts or links: {@code addSources} for {@code sources}. */
    static String added(InputField field) {
        return "add" + Character.toUpperCase(field.name().charAt(0))
                + field.name().substring(1);
    }
}
