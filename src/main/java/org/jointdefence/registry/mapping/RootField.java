package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an entity with root fields: a connection and a single record, or a plain list. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RootField {
    /** The name of the connection or list, a plural in camelCase. */
    String value();

    /** Whether that field is a plain list of all rows, without arguments; for short reference data. */
    boolean listed() default false;
}
