package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the field that the association's target gets for the way back, so that an association is declared once and the
 * packages of the two entities do not need each other.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Inverse {
    /** The field's name. */
    String value();

    /** The field's description in the schema. */
    String description();

    /**
     * For a reference, the other reference of its entity that the way back goes on by, as from a party through its
     * membership to the agreement; for a link, none.
     */
    String through() default "";

    /** Whether there is one at most: the field is then a nullable record instead of a connection. */
    boolean single() default false;

    /** Whether it is short by nature: the field is then a plain list. */
    boolean listed() default false;

    /** How many there are at most in that list; 0 if nothing is known. */
    int atMost() default 0;
}
