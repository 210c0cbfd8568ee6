package org.jointdefence.registry.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a list whose rows come from a view named after the owner's: {@code weapon_system} and {@code portion} make
 * {@code weapon_system_portion}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ChildView {
    /** The suffix of the view's name after the owner's view. */
    String view();

    /** The column of the view with the owner's id. */
    String key();

    /** Whether only entity types with {@link Classified} fields have that view; for others the list is empty. */
    boolean ofClassified() default false;

    /** Whether it is a connection instead of a plain list. */
    boolean paged() default false;
}
