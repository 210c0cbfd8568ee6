package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity without an id of its own whose rows show something under several labels: its view has a column
 * {@code labels} with their numbers, without the public one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SeveralLabels {}
