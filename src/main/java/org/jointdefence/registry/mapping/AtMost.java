package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The maximum length of a list without pages, which the cost analysis assumes. Longer lists are not truncated, but the
 * limit on the bytes of an answer applies to them as well.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface AtMost {
    /** The maximum number of elements. */
    int value();
}
