package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an amount of money. The API formats it with the decimal digits of its currency, and a filter on it must name
 * the currency, because amounts in different currencies cannot be compared.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface MeasuredIn {
    /** The field of the same value with the currency. */
    String value();
}
