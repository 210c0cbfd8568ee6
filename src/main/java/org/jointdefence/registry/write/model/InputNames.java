package org.jointdefence.registry.write.model;

/** The names of what all inputs have in common. */
public final class InputNames {
    /** The argument with what to write. */
    public static final String INPUT = "input";

    /** The argument with the idempotency key. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    public static final String ID = "id";
    public static final String VERSION = "version";
    public static final String REASON = "reason";
    public static final String LABEL = "label";
    public static final String VALUE = "value";
    public static final String CLASSIFICATION = "classification";
    public static final String RELEASABLE_TO = "releasableTo";
    public static final String SPECIAL_HANDLING = "specialHandling";

    private InputNames() {}

    /** The field of an update that adds parts or links: {@code addSources} for {@code sources}. */
    public static String added(InputField field) {
        return verb("add", field);
    }

    /** The field of an update that changes parts. */
    public static String changed(InputField field) {
        return verb("change", field);
    }

    /** The field of an update that removes parts or links. */
    public static String removed(InputField field) {
        return verb("remove", field);
    }

    private static String verb(String verb, InputField field) {
        return verb
                + Character.toUpperCase(field.name().charAt(0))
                + field.name().substring(1);
    }
}
