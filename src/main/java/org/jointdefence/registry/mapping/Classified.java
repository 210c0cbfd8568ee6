package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field with a label of its own: next to its column, or the columns of its embedded value, the table has a
 * column {@code x_label}. The annotation documents the schema and adds the record's portions; the view hides the value.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Classified {}
