package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a text that is a code of one form: a filter takes it whole, and refuses what cannot be one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Code {
    /** What the code is called: the name of its filters in the schema begins with it. */
    String value();

    /** The regular expression that every such code matches. */
    String pattern();

    /** The form in words, with an example. */
    String form();
}
