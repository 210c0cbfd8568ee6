package org.jointdefence.registry.mapping;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text that is a code with a fixed format, and nothing else; filters compare whole codes and reject operands with another
 * format.
 */
@Constraint(validatedBy = CodeValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Code {
    /** The name of the code, with which the names of its filters in the schema begin. */
    String value();

    /** The regular expression that every such code matches. */
    String pattern();

    /** The format in words, with an example. */
    String form();

    /** As Bean Validation asks; errors say {@link #form()} instead. */
    String message() default "{form}";

    /** As Bean Validation asks. */
    Class<?>[] groups() default {};

    /** As Bean Validation asks. */
    Class<? extends Payload>[] payload() default {};
}
