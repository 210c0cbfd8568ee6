package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says how records of an entity are ordered when nobody asks for an order; the id tells equals apart. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NaturalOrder {
    /** The name of the field to order by: a public one, with an index where there are pages. */
    String value();

    /** Whether the order goes down: what is dated comes latest first. */
    boolean descending() default false;
}
