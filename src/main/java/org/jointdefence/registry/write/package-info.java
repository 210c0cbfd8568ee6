/** Mutations, derived from the entities: their inputs, and the writes through the views. */
@NullMarked
package org.jointdefence.registry.write;

import org.jspecify.annotations.NullMarked;
