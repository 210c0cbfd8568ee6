package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how many elements a list without pages has at most: the cost of a question counts with so many. Nothing cuts a
 * list off; the ceiling on the bytes of an answer holds for one that is longer all the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface AtMost {
    /** The number of elements. */
    int value();
}
