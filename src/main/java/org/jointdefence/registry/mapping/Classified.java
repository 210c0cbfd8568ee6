package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that has a label of its own: its column, or the columns of its embedded value, have a twin {@code
 * x_label} in the table. It documents the schema and adds the record's portions; what hides the value is the view.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Classified {}
