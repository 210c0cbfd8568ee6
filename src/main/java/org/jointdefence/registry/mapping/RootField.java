package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an entity that callers can ask for by itself: as a connection and as a single record, or as a plain list. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RootField {
    /** The name of the root field for many of it, a plural in camelCase. */
    String value();

    /** Whether that field is the plain list of all there are, without arguments: for short reference data. */
    boolean listed() default false;
}
