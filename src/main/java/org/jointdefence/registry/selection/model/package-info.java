/** Entity types and their attributes, read from the entity classes; global ids and days. */
@NullMarked
package org.jointdefence.registry.selection.model;

import org.jspecify.annotations.NullMarked;
