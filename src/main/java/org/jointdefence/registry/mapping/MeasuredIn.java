package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an amount of money: it is shown with the digits of its currency, and a filter on it names the currency, because
 * amounts of different ones do not compare.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface MeasuredIn {
    /** The field of the same value that holds the currency. */
    String value();
}
