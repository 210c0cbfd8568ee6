package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the inverse field on the association's target, so that an association is declared once and the packages of the
 * two entities do not depend on each other.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Inverse {
    /** The field's name. */
    String value();

    /** The field's description in the schema. */
    String description();

    /**
     * For a reference, another reference of the same entity that the inverse field follows, as from a party through its
     * membership to the agreement; empty for a link.
     */
    String through() default "";

    /** Whether there is at most one record; the field is then a nullable record instead of a connection. */
    boolean single() default false;

    /** Whether the list is always short; the field is then a plain list. */
    boolean listed() default false;

    /** The maximum length of that list; 0 if unknown. */
    int atMost() default 0;
}
