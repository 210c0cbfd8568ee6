/** Entity types and their attributes, read from the entity classes. */
@NullMarked
package org.jointdefence.registry.selection.model;

import org.jspecify.annotations.NullMarked;
