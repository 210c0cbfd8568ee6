package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text that is a code with a fixed format; filters compare whole codes and reject operands with another format.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Code {
    /** The name of the code, with which the names of its filters in the schema begin. */
    String value();

    /** The regular expression that every such code matches. */
    String pattern();

    /** The format in words, with an example. */
    String form();
}
