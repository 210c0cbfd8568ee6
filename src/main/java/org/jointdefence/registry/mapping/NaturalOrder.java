package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The default order of an entity's records; the id breaks ties. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NaturalOrder {
    /** The name of the field to order by: a public field, with an index if the records are paged. */
    String value();

    /** Whether the order is descending, as for dates with the latest first. */
    boolean descending() default false;
}
